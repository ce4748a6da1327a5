import { integraEtti } from '../../directiva/asientos.ts';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { type ClaveDeSeccion, ESQUEMAS, type Secciones } from './modelo.campos.ts';
import { SECCIONES } from './modelo.etiquetas.ts';
import { ettiDe, siVolvioAlPlan } from './modelo.lecturas.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

/** The design is written in E6 and E7, and again when consensus was not reached and it returned to the ETTI. */
const enDiseno = (m: Modelo): boolean => m.pistaA === 'E6' || m.pistaA === 'E7' || (m.pistaA === 'X3' && m.sinConsenso?.destino === 'etti');

function congelado(m: Modelo): Impedimento[] {
  if (enDiseno(m)) return [];
  return m.pistaA === 'X3'
    ? siVolvioAlPlan(m)
    : [
        {
          numeral: '8.13',
          motivo: 'El contenido quedó congelado al elevarse a la CIG.',
          remedio:
            m.pistaA === 'E8' || m.pistaA === 'E8o'
              ? 'Retire la elevación, o proponga el cambio como enmienda en la sesión.'
              : 'El texto aprobado solo cambia con una nueva versión, por el mismo camino.',
        },
      ];
}

/** R8: strategy and schedule are drafted from E7 on, also beside an approved package. */
function antesDeFormular(m: Modelo): Impedimento[] {
  if (m.pistaA === 'E6')
    return [
      { numeral: '8.16', motivo: 'La estrategia y el cronograma se redactan desde que el modelo está formulado.', remedio: 'Formule el modelo primero.' },
    ];
  return siVolvioAlPlan(m);
}

function guardar<K extends ClaveDeSeccion>(
  seccion: K,
  nombre: string,
  titulo: string,
  resumen: string,
  opciones: { numerales?: readonly string[]; impide?: (m: Modelo) => Impedimento[]; revisar?: (contenido: Secciones[K]) => Advertencia[] } = {},
) {
  return acto<Modelo, Secciones[K], ModeloHecho>({
    nombre,
    titulo,
    resumen,
    expediente: 'modelo',
    numerales: opciones.numerales ?? [SECCIONES[seccion].numeral],
    concurrencia: 'version',
    datos: ESQUEMAS[seccion] as unknown as { parse(valor: unknown): Secciones[K] },
    puede: (actor, _m, ctx) => integraEtti(actor, ettiDe(ctx)),
    impide: opciones.impide ?? congelado,
    decidir: (_m, contenido) => ({
      hechos: [{ tipo: 'SeccionGuardada', v: 1, datos: { seccion, contenido } } as ModeloHecho],
      advertencias: opciones.revisar?.(contenido),
    }),
  });
}

const sinAlinear = ({ filas }: Secciones['procesos']): Advertencia[] =>
  filas
    .filter((p) => !p.norma || !p.politica)
    .map((p) => ({
      numeral: '9.1',
      motivo: `El proceso «${p.proceso}» no cita ${p.norma ? 'política' : p.politica ? 'norma de competencia' : 'norma de competencia ni política'}.`,
    }));

const sinResponsable = ({ filas }: Secciones['roles']): Advertencia[] =>
  [...new Set(filas.map((r) => r.fase))]
    .filter((fase) => !filas.some((r) => r.fase === fase && r.responsable))
    .map((fase) => ({ numeral: '8.3', motivo: `La fase «${fase}» no tiene ningún responsable.` }));

const alReves = ({ filas }: Secciones['cronograma']): Advertencia[] =>
  filas.filter((f) => f.fin < f.inicio).map((f) => ({ numeral: '8.16', motivo: `«${f.actividad}» termina antes de empezar.` }));

/** 8.20.1 and 8.20.2: what each level puts into the strategy; what is left blank warns. */
const sinPapeles = ({ nacional, subnacional }: Secciones['estrategia']): Advertencia[] => [
  ...(nacional ? [] : [{ numeral: '8.20.1', motivo: 'No dice cómo el Gobierno Nacional ejerce la rectoría y evalúa la política nacional del servicio.' }]),
  ...(subnacional
    ? []
    : [{ numeral: '8.20.2', motivo: 'No dice qué soporte político, administrativo, técnico y financiero dan los gobiernos regionales y locales.' }]),
];

export const actosDeSecciones = [
  guardar(
    'destinatarios',
    'GuardarDestinatarios',
    'Registrar destinatarios y necesidades',
    'Quiénes reciben el servicio y qué requisitos, necesidades y expectativas tienen.',
  ),
  guardar('cadena', 'GuardarCadenaDeValor', 'Registrar la cadena de valor', 'Fases por las que los insumos se convierten en productos y resultados.', {
    numerales: ['6.2', '6.3'],
  }),
  guardar(
    'procesos',
    'GuardarProcesos',
    'Registrar los procesos',
    'Procesos del ciclo de producción, el nivel a cargo y la norma y política a las que se alinean.',
    { numerales: ['7.1', '8.5', '8.9', '9.1'], revisar: sinAlinear },
  ),
  guardar('roles', 'GuardarRoles', 'Registrar roles y responsabilidades', 'Qué hace cada nivel de gobierno en cada fase; puede haber varios responsables.', {
    revisar: sinResponsable,
  }),
  guardar('bienes', 'GuardarBienesYServicios', 'Registrar bienes y servicios con estándares', 'Lo que se entrega a la ciudadanía y con qué estándar.'),
  guardar(
    'nivelPrestacion',
    'GuardarNivelDePrestacion',
    'Precisar el nivel de prestación',
    'El nivel al que se aspira llegar una vez completado el proceso de descentralización del servicio.',
  ),
  guardar(
    'enfoques',
    'GuardarEnfoques',
    'Registrar los cuatro enfoques',
    'Realidad territorial, género, interculturalidad e inclusión: evidencia, o motivo por el que no aplica.',
  ),
  guardar('objetivos', 'GuardarObjetivos', 'Registrar objetivos de política', 'Objetivos de política a los que contribuye el servicio.', {
    numerales: ['8.11.2', '8.11.3'],
  }),
  guardar('otrosSectores', 'GuardarOtrosSectores', 'Registrar la articulación con otros sectores', 'Servicios de otros sectores asociados a los resultados.'),
  guardar('estrategia', 'GuardarEstrategia', 'Redactar la estrategia de implementación', 'Borrador de la estrategia; la adopta la CIG por acuerdo.', {
    numerales: ['8.16', '8.20', '8.20.1', '8.20.2'],
    impide: antesDeFormular,
    revisar: sinPapeles,
  }),
  guardar('cronograma', 'GuardarCronograma', 'Redactar el cronograma', 'Borrador del cronograma de actividades; lo adopta la CIG junto con la estrategia.', {
    impide: antesDeFormular,
    revisar: alReves,
  }),
] as const;
