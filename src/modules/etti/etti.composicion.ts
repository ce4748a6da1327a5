import { z } from 'zod';
import { ASIENTOS, type Asiento, type Miembro, presideEtti, presidenciaDe } from '../../directiva/asientos.ts';
import { DocumentoRef, EntidadRef, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { CARGOS } from '../../directiva/cargos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { conduceSector, esOficinaDe } from '../../directiva/permisos.ts';
import { acto, type Contexto, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Entidad, Impedimento } from '../../kernel/tipos.ts';
import { CALIDADES, NOMBRES_DE_ASIENTO } from './etti.etiquetas.ts';
import { type Etti, type EttiHecho, enAsiento, esperadosIv, esperadosV, fijosVacantes } from './etti.ts';

const { v: _seleccionado, ...ASIENTOS_DESIGNADOS } = NOMBRES_DE_ASIENTO;
const CARGOS_DE_MIEMBRO = {
  funcionario_sector: CARGOS.funcionario_sector.nombre,
  viceministro: CARGOS.viceministro.nombre,
  ogpp: CARGOS.ogpp.nombre,
  organo_descentralizacion: CARGOS.organo_descentralizacion.nombre,
  gerente_regional: CARGOS.gerente_regional.nombre,
  gerente_municipal: CARGOS.gerente_municipal.nombre,
} as const;
const Unidad = z
  .string()
  .trim()
  .max(200)
  .optional()
  .meta({ title: 'Unidad', description: 'Por ejemplo: Gerencia Regional de Desarrollo Social.', control: 'texto' });

/** The sector, or the office in seat i. */
function sectorOPresidencia(actor: Actor, e: Etti, ctx: Contexto): Permiso {
  return presideEtti(actor, e, ctx.catalogo) === null ? null : conduceSector(actor, e.sector, ctx.catalogo);
}

const DatosMiembro = z.object({
  asiento: Opcion('Asiento', ASIENTOS_DESIGNADOS, 'El asiento v se selecciona por la CIG o, en su defecto, por la presidencia.'),
  entidad: EntidadRef('Entidad', '', ['ministerio', 'pcm', 'adscrito', 'gobierno_regional', 'municipalidad_provincial']),
  cargo: Opcion('Cargo', CARGOS_DE_MIEMBRO),
  calidad: Opcion('Calidad', CALIDADES).default('titular'),
  unidad: Unidad,
});
type DatosMiembro = z.output<typeof DatosMiembro>;

const rechazo = (asiento: Asiento, campo: string, motivo: string, remedio: string): Impedimento => ({
  numeral: ASIENTOS[asiento].numeral,
  campo,
  motivo,
  remedio,
});

/** 8.10.i–iv with reading R3: the sector for i, the ministry for ii and iii, the regional government for iv. */
const REGLAS: Record<DatosMiembro['asiento'], (e: Etti, d: DatosMiembro, entidad: Entidad) => Impedimento[]> = {
  i: (e, d, entidad) => [
    ...(entidad.sector === e.sector
      ? []
      : [
          rechazo(
            'i',
            'entidad',
            'Preside el ETTI un funcionario del sector a cargo de la rectoría del servicio.',
            'Elija el ministerio rector o una entidad adscrita a él.',
          ),
        ]),
    ...(d.cargo === 'funcionario_sector' || d.cargo === 'viceministro'
      ? []
      : [
          rechazo('i', 'cargo', 'El asiento i corresponde al funcionario del sector relacionado con el servicio.', 'Elija el cargo de funcionario del sector.'),
        ]),
  ],
  ii: (e, d) =>
    d.entidad === e.sector && d.cargo === 'ogpp'
      ? []
      : [
          rechazo(
            'ii',
            'cargo',
            'El asiento ii corresponde a la oficina de planeamiento y presupuesto del Ministerio.',
            'Elija esa oficina del ministerio rector.',
          ),
        ],
  iii: (e, d) => [
    ...(d.entidad === e.sector && d.cargo === 'organo_descentralizacion'
      ? []
      : [
          rechazo(
            'iii',
            'cargo',
            'El asiento iii corresponde al órgano encargado de la descentralización en el Ministerio.',
            'Elija ese órgano del ministerio rector.',
          ),
        ]),
    ...(d.calidad === 'representante'
      ? [
          rechazo(
            'iii',
            'calidad',
            'El asiento iii corresponde al titular del órgano; no admite representante.',
            'Designe al titular o a quien ejerce la encargatura.',
          ),
        ]
      : []),
  ],
  iv: (e, d, entidad) =>
    d.entidad === e.gobierno && d.cargo === (entidad.tipo === 'gobierno_regional' ? 'gerente_regional' : 'gerente_municipal')
      ? []
      : [
          rechazo(
            'iv',
            'entidad',
            `El asiento iv corresponde a una Gerencia Regional del gobierno de ${e.nombreTerritorio}.`,
            'Elija el gobierno regional del territorio y el cargo de Gerencia Regional.',
          ),
        ],
};

function puedeDesignar(actor: Actor, e: Etti, ctx: Contexto, datos?: DatosMiembro): Permiso {
  const sector = conduceSector(actor, e.sector, ctx.catalogo);
  if (sector === null || !e.gobierno || (datos && datos.asiento !== 'iv')) return sector;
  return esOficinaDe(actor, e.gobierno, ['gobernador', 'alcalde_provincial'], ctx.catalogo, '8.10.iv') === null ? null : sector;
}

/** Seats i–iii by the ministry; iv by the regional government, or by the sector that records it (R3). */
export const designarMiembro = acto<Etti, DatosMiembro, EttiHecho>({
  nombre: 'DesignarMiembro',
  titulo: 'Designar a un miembro del ETTI',
  resumen: 'Registra la oficina que ocupa uno de los asientos i a iv; si el asiento estaba ocupado, la reemplaza.',
  expediente: 'etti',
  numerales: ['8.10', '8.10.i', '8.10.ii', '8.10.iii', '8.10.iv'],
  concurrencia: 'version',
  datos: DatosMiembro,
  puede: puedeDesignar,
  decidir: (e, datos, ctx) => {
    const entidad = ctx.catalogo.entidad(datos.entidad);
    if (!entidad) return { impedimentos: [rechazo(datos.asiento, 'entidad', 'La entidad no está en el catálogo.', 'Elija una entidad de la lista.')] };
    const impedimentos = REGLAS[datos.asiento](e, datos, entidad);
    if (impedimentos.length > 0) return { impedimentos };
    const advertencias: Advertencia[] = [];
    if (datos.asiento === 'iii' && datos.calidad === 'suplencia')
      advertencias.push({ numeral: '8.10.iii', motivo: 'El asiento iii corresponde al titular; la suplencia es temporal.' });
    if (datos.asiento === 'iv' && entidad.tipo !== 'gobierno_regional')
      advertencias.push({
        numeral: '8.10.iv',
        motivo: 'En Lima Metropolitana la Municipalidad ejerce las competencias regionales: el asiento iv lo ocupa una Gerencia Municipal (lectura R24).',
      });
    return { hechos: [{ tipo: 'MiembroDesignado', v: 1, datos }], advertencias };
  },
});

const DatosVariacion = z.object({
  gerentesRegionales: z.coerce.number().int().min(0).max(10).meta({ title: 'Número de Gerentes Regionales (asiento iv)', control: 'texto' }),
  gerentesMunicipales: z.coerce.number().int().min(0).max(20).meta({ title: 'Número de Gerentes Municipales (asiento v)', control: 'texto' }),
  motivo: TextoOpcional('Motivo', 'Enfoque territorial del servicio que lo explica.'),
});

/** Strong warning of A4: 6.6 and 8.17 need the three levels. */
const SIN_SUBNACIONALES: Advertencia = {
  numeral: '8.10',
  motivo:
    'El ETTI queda sin ningún miembro de gobiernos regionales ni locales. Los Modelos Específicos y sus indicadores se conciertan entre los tres niveles (6.6, 8.17); lo que falte deberá acordarse en la CIG.',
};

/** 8.10 ¶2: the participation of iv and v is variable. Never blocked; an unexplained change warns. */
export const variarComposicion = acto<Etti, z.output<typeof DatosVariacion>, EttiHecho>({
  nombre: 'VariarComposicion',
  titulo: 'Variar la participación de los asientos iv y v',
  resumen: 'Cambia el número de gerentes regionales y municipales según el enfoque territorial del servicio.',
  expediente: 'etti',
  numerales: ['8.10'],
  concurrencia: 'version',
  datos: DatosVariacion,
  puede: sectorOPresidencia,
  decidir: (e, { gerentesRegionales: iv, gerentesMunicipales: v, motivo }) => {
    const advertencias: Advertencia[] = [];
    const automatico = iv === 1 && v === Math.min(2, e.provincias) ? 'Composición ordinaria según las provincias del territorio.' : undefined;
    if (!motivo && !automatico) advertencias.push({ numeral: '8.10', motivo: 'La variación no indica el enfoque territorial que la motiva.' });
    if (iv + v === 0) advertencias.push(SIN_SUBNACIONALES);
    return { hechos: [{ tipo: 'ComposicionVariada', v: 1, datos: { iv, v, motivo: motivo ?? automatico ?? '' } }], advertencias };
  },
});

/** What seats iv and v lack; a reasoned variation is not a lack (R5). */
function advertenciasDeComposicion(e: Etti): Advertencia[] {
  const iv = enAsiento(e, 'iv').length;
  const v = enAsiento(e, 'v').length;
  const lista: Advertencia[] = [];
  if (iv < esperadosIv(e)) lista.push({ numeral: '8.10.iv', motivo: `Asiento iv: ${iv} de ${esperadosIv(e)} Gerentes Regionales.` });
  if (v < esperadosV(e)) lista.push({ numeral: '8.10.v', motivo: `Asiento v: ${v} de ${esperadosV(e)} Gerentes Municipales.` });
  if (e.variacion && !e.variacion.motivo) lista.push({ numeral: '8.10', motivo: 'La participación de los asientos iv y v se varió sin motivo escrito.' });
  if (iv + v === 0) lista.push(SIN_SUBNACIONALES);
  return lista;
}

const DatosInstalacion = z.object({ actaEtti: DocumentoRef('Acta de instalación').optional() });

/** t5 end. Blocked without recognition (8.9) or without i–iii (8.10, R5). */
export const instalarEtti = acto<Etti, z.output<typeof DatosInstalacion>, EttiHecho>({
  nombre: 'InstalarEtti',
  titulo: 'Instalar el ETTI',
  resumen: 'Da por instalado el equipo, que desde entonces puede adoptar su protocolo y abrir el diagnóstico.',
  expediente: 'etti',
  numerales: ['8.9', '8.10'],
  concurrencia: 'version',
  datos: DatosInstalacion,
  puede: sectorOPresidencia,
  impide: (e) => {
    if (e.situacion === 'instalado')
      return [{ numeral: '8.10', motivo: 'El ETTI ya está instalado.', remedio: 'Continúe con el protocolo o con el diagnóstico.' }];
    const faltan = fijosVacantes(e).map(
      (a): Impedimento => ({
        numeral: '8.10',
        motivo: `Falta el ${ASIENTOS[a].nombre} (${ASIENTOS[a].numeral}).`,
        remedio: `Pida al ministerio que designe el asiento ${a}.`,
      }),
    );
    if (e.situacion === 'propuesto')
      faltan.unshift({ numeral: '8.9', motivo: 'La CIG aún no reconoce el ETTI.', remedio: 'Lleve el reconocimiento a una sesión de la CIG.' });
    return faltan;
  },
  decidir: (e, datos) => ({ hechos: [{ tipo: 'EttiInstalado', v: 1, datos }], advertencias: advertenciasDeComposicion(e) }),
});

const DatosVacancia = z.object({
  asiento: Opcion('Asiento', NOMBRES_DE_ASIENTO),
  entidad: EntidadRef('Entidad del miembro'),
  unidad: Unidad,
  motivo: TextoLargo('Motivo', 'Por ejemplo: fin de la designación.', 2000),
});
type DatosVacancia = z.output<typeof DatosVacancia>;

const ocupante = (e: Etti, d: DatosVacancia): Miembro | undefined =>
  e.miembros.find((m) => m.asiento === d.asiento && m.entidad === d.entidad && (d.unidad === undefined || m.unidad === d.unidad));

/** R5: a vacancy warns and waits for a designation; the body goes on. */
export const declararVacancia = acto<Etti, DatosVacancia, EttiHecho>({
  nombre: 'DeclararVacancia',
  titulo: 'Declarar la vacancia de un asiento',
  resumen: 'Deja constancia de que un asiento quedó sin ocupante; el ETTI continúa y queda pendiente cubrirlo.',
  expediente: 'etti',
  numerales: ['8.10'],
  concurrencia: 'version',
  datos: DatosVacancia,
  puede: (actor, e, ctx) => (e.miembros.some((m) => m.entidad === actor.entidad) ? null : sectorOPresidencia(actor, e, ctx)),
  decidir: (e, datos, ctx) => {
    const m = ocupante(e, datos);
    if (!m)
      return {
        impedimentos: [
          {
            numeral: '8.10',
            campo: 'entidad',
            motivo: 'Esa entidad no ocupa el asiento indicado.',
            remedio: 'Revise los miembros del ETTI y elija el asiento y la entidad que corresponden.',
          },
        ],
      };
    if (m.entidad !== ctx.actor.entidad && ctx.actor.entidad !== e.sector && presidenciaDe(e)?.entidad !== ctx.actor.entidad)
      return {
        impedimentos: [
          {
            numeral: '8.10',
            campo: 'entidad',
            motivo: 'Solo la entidad del miembro, el sector o la presidencia declaran su vacancia.',
            remedio: 'Solicítelo a la presidencia del ETTI.',
          },
        ],
      };
    return {
      hechos: [{ tipo: 'VacanciaDeclarada', v: 1, datos }],
      advertencias: [
        {
          numeral: ASIENTOS[datos.asiento].numeral,
          motivo: `Queda vacante el asiento ${datos.asiento}: ${ASIENTOS[datos.asiento].nombre}. El ETTI continúa y queda pendiente cubrirlo.`,
        },
      ],
    };
  },
});
