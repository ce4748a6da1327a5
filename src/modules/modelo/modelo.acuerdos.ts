import { z } from 'zod';
import { EntidadRef, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { NIVELES_DE_GOBIERNO } from '../../directiva/consenso.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { advertenciaDeSilencio, DatosPedidoDeOpinion, pedirOpinion } from '../../directiva/opinion.ts';
import { siNoEsDiscrepante } from '../../directiva/resolucion.ts';
import { type Acuerdo, type EfectoCualquiera, efecto } from '../../kernel/acto.ts';
import { canon } from '../../kernel/canon.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { DEL_PAQUETE } from './modelo.campos.ts';
import { acordarCese } from './modelo.ciclo.ts';
import { enLaCig } from './modelo.elevacion.ts';
import { SECCIONES } from './modelo.etiquetas.ts';
import { cigDe } from './modelo.lecturas.ts';
import { enmendar, huellaDe, type ParteEnmendable } from './modelo.paquete.ts';
import type { Paquete } from './modelo.partes.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const sesionDe = (a: Acuerdo) => ({ sesion: a.sesion, nombreSesion: a.nombreSesion });

/** Name of each part of the package that an amendment may change (R1). */
export const PARTES_ENMENDABLES = { ...Object.fromEntries(DEL_PAQUETE.map((k) => [k, SECCIONES[k].titulo])), indicadores: 'Indicadores' } as Record<
  ParteEnmendable,
  string
>;

/** R1: blocked only when nothing was ever elevated, or when it was already decided. */
function nadaElevado(m: Modelo): Impedimento[] {
  if (enLaCig(m)) return [];
  if (m.pistaA === 'E6' || m.pistaA === 'E7' || m.pistaA === 'X3')
    return [
      { numeral: '8.13', motivo: 'El ETTI no ha elevado el modelo a la CIG.', remedio: 'El ETTI debe elevarlo con su acta; la CIG decide sobre lo elevado.' },
    ];
  return [
    { numeral: '8.13', motivo: 'La CIG ya aprobó este modelo.', remedio: 'Retire el asunto de la agenda; un cambio sigue el mismo camino como nueva versión.' },
  ];
}

const DatosAprobacion = z.object({
  enmiendas: z
    .array(
      z.object({
        seccion: Opcion('Sección', PARTES_ENMENDABLES),
        dice: TextoOpcional('Dice', 'Texto exacto del paquete elevado. Vacío para agregar un texto a la sección.'),
        debeDecir: TextoLargo('Debe decir'),
      }),
    )
    .default([])
    .meta({ title: 'Enmiendas hechas en la sesión', description: 'Forman parte del texto aprobado, que recibe una nueva huella.', control: 'lista' }),
});

const DE_CONTRIBUCION: Advertencia = {
  numeral: '8.11.3',
  motivo: 'El servicio contribuye a varios resultados de política: queda por identificar, en convenios de gestión, los indicadores que midan su contribución.',
};

/** t11. The consensus of 6.6 was verified by the session; the amended text is the approved version (R1). */
export const aprobarModelo = efecto<Modelo, z.output<typeof DatosAprobacion>, ModeloHecho>({
  nombre: 'AprobarModelo',
  titulo: 'Aprobar el Modelo Específico',
  resumen: 'La CIG aprueba por consenso el paquete elevado, con o sin enmiendas hechas en la sesión.',
  numerales: ['6.5', '8.13'],
  datos: DatosAprobacion,
  impide: nadaElevado,
  decidir: (m, { enmiendas }, acuerdo, ctx) => {
    const paquete = m.paquete as Paquete;
    const resultado = enmendar(paquete.contenido, enmiendas);
    if ('impedimentos' in resultado) return resultado;
    const conEnmiendas = enmiendas.length > 0;
    return {
      hechos: [
        {
          tipo: 'ModeloAprobado',
          v: 1,
          datos: {
            ...sesionDe(acuerdo),
            huella: conEnmiendas ? huellaDe(resultado.contenido, ctx.huella) : paquete.huella,
            huellaElevada: paquete.huella,
            enmiendas,
            contenido: conEnmiendas ? resultado.contenido : undefined,
            nivelesAusentes: [...acuerdo.nivelesAusentes],
          },
        },
      ],
      advertencias: [...advertenciaDeSilencio(m.opiniones), ...((paquete.contenido.secciones.objetivos?.filas.length ?? 0) > 1 ? [DE_CONTRIBUCION] : [])],
    };
  },
});

const DatosDevolucion = z.object({
  observaciones: z
    .array(z.object({ seccion: Opcion('Sección', PARTES_ENMENDABLES).optional(), texto: TextoLargo('Observación') }))
    .min(1, 'Indique al menos una observación.')
    .meta({ title: 'Observaciones', control: 'lista' }),
});

/** t10: an option of the CIG, not the only way (R1). */
export const devolverModelo = efecto<Modelo, z.output<typeof DatosDevolucion>, ModeloHecho>({
  nombre: 'DevolverModelo',
  titulo: 'Devolver el modelo al ETTI con observaciones',
  resumen: 'La CIG devuelve el paquete al ETTI para que atienda sus observaciones y lo eleve de nuevo.',
  numerales: ['6.6'],
  datos: DatosDevolucion,
  impide: nadaElevado,
  decidir: (_m, { observaciones }, acuerdo) => ({ hechos: [{ tipo: 'ModeloDevuelto', v: 1, datos: { ...sesionDe(acuerdo), observaciones } }] }),
});

/** t9: only the CIG, from E7 on, and only to a space that it recognised (8.14, R14, probe 11). */
export const pedirOpinionPrevia = efecto<Modelo, z.output<typeof DatosPedidoDeOpinion>, ModeloHecho>({
  nombre: 'PedirOpinionPrevia',
  titulo: 'Pedir opinión previa a un espacio reconocido',
  resumen: 'La CIG remite el modelo a un espacio de articulación que reconoció, para que opine; la opinión no es vinculante.',
  numerales: ['8.14'],
  datos: DatosPedidoDeOpinion,
  impide: (m) =>
    m.pistaA === 'E7' || enLaCig(m)
      ? []
      : [{ numeral: '8.14', motivo: 'La opinión previa se pide sobre un modelo formulado y antes de aprobarlo.', remedio: 'Retire el asunto de la agenda.' }],
  decidir: (m, { espacio, plazo }, acuerdo, ctx) => {
    const r = pedirOpinion(m.opiniones, cigDe(ctx)?.espacios ?? [], espacio);
    if ('impedimentos' in r) return r;
    const { nombre, entidad } = r.reconocido;
    return { hechos: [{ tipo: 'OpinionPedida', v: 1, datos: { espacio, nombre, entidad, plazo, ...sesionDe(acuerdo) } }] };
  },
});

const DatosEstrategia = z.object({
  entidades: z.array(EntidadRef('Entidad')).default([]).meta({ title: 'Entidades que la asumen', control: 'lista' }),
});

/** t13 (8.16, R8): the draft as it stands is adopted, with its own hash. */
export const adoptarEstrategia = efecto<Modelo, z.output<typeof DatosEstrategia>, ModeloHecho>({
  nombre: 'AdoptarEstrategia',
  titulo: 'Adoptar la estrategia y el cronograma de implementación',
  resumen: 'La CIG adopta, con el ETTI y las entidades, la estrategia de implementación y su cronograma.',
  numerales: ['8.16', '8.20'],
  datos: DatosEstrategia,
  impide: (m) => {
    const lista: Impedimento[] = [];
    if (m.pistaA === 'E6' || m.pistaA === 'X3')
      lista.push({ numeral: '8.16', motivo: 'La estrategia se adopta sobre un modelo formulado.', remedio: 'El ETTI debe formular el modelo.' });
    if (!m.secciones.estrategia)
      lista.push({ numeral: '8.16', motivo: 'No hay un borrador de estrategia de implementación.', remedio: 'El ETTI debe redactar la estrategia.' });
    if (!m.secciones.cronograma?.filas.length)
      lista.push({ numeral: '8.16', motivo: 'No hay un borrador de cronograma de actividades.', remedio: 'El ETTI debe redactar el cronograma.' });
    return lista;
  },
  decidir: (m, { entidades }, acuerdo, ctx) => {
    const { estrategia, cronograma } = m.secciones;
    if (!estrategia || !cronograma)
      return { impedimentos: [{ numeral: '8.16', motivo: 'No hay un borrador de estrategia con su cronograma.', remedio: 'El ETTI debe redactarlos.' }] };
    const huella = ctx.huella(canon({ estrategia, cronograma }));
    return {
      hechos: [{ tipo: 'EstrategiaAdoptada', v: 1, datos: { ...sesionDe(acuerdo), huella, estrategia, cronograma, entidades } }],
      advertencias: entidades.length > 0 ? [] : [{ numeral: '8.16', motivo: 'El acuerdo no nombra a las entidades que asumen la estrategia.' }],
    };
  },
});

const DatosSinConsenso = z.object({
  motivo: TextoLargo('Motivo', 'Objeciones que se mantienen y rondas de concertación realizadas.', 10_000),
  destino: Opcion('Vuelve a', { etti: 'El ETTI, para reformular el modelo', plan: 'El Plan de Trabajo Institucional' }),
});

/** X3: recorded, never resolved by majority (6.6). */
export const declararSinConsenso = efecto<Modelo, z.output<typeof DatosSinConsenso>, ModeloHecho>({
  nombre: 'DeclararSinConsenso',
  titulo: 'Dejar constancia de que no hay consenso',
  resumen: 'La CIG deja constancia de que no alcanzó consenso; el modelo vuelve al ETTI o al plan.',
  numerales: ['6.6'],
  sinConsenso: true,
  datos: DatosSinConsenso,
  impide: nadaElevado,
  decidir: (_m, datos, acuerdo) => ({ hechos: [{ tipo: 'ConsensoNoAlcanzado', v: 1, datos: { ...sesionDe(acuerdo), ...datos } }] }),
});

/** R7: the CIG may make the published text its own; then it is the approved version. */
export const aceptarTextoPublicado = efecto<Modelo, Record<string, never>, ModeloHecho>({
  nombre: 'AceptarTextoPublicado',
  titulo: 'Aceptar el texto publicado de la Resolución Ministerial',
  resumen: 'La CIG acuerda que el anexo publicado, aunque discrepante, es el texto aprobado; el modelo queda vigente.',
  numerales: ['8.13', '8.15'],
  datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  impide: (m) => siNoEsDiscrepante(m.resolucion, 'Retire el asunto de la agenda.'),
  decidir: (m, _d, acuerdo) => ({
    hechos: [{ tipo: 'TextoPublicadoAceptado', v: 1, datos: { ...sesionDe(acuerdo), huellaAnexo: m.resolucion?.huellaAnexo ?? '' } }],
  }),
});

const DatosIndicadores = z.object({
  indicadores: z
    .array(
      z.object({
        numero: z.coerce.number({ error: 'Indique el indicador.' }).int().min(1).meta({ title: 'Indicador', description: 'Su número en el modelo.' }),
        entidad: EntidadRef('Entidad que asume el compromiso').optional(),
        compromiso: TextoOpcional('Compromiso asumido', '', 2000),
      }),
    )
    .min(1, 'Indique al menos un indicador.')
    .meta({ title: 'Indicadores que se acuerdan', control: 'lista' }),
});

/** 8.18: the agreement of the CIG records the indicators and who commits to them; baseline and agreement in any order (R9). */
export const acordarIndicadores = efecto<Modelo, z.output<typeof DatosIndicadores>, ModeloHecho>({
  nombre: 'AcordarIndicadores',
  titulo: 'Acordar indicadores del modelo',
  resumen: 'La CIG recoge en su acuerdo los indicadores del modelo y los compromisos asumidos.',
  numerales: ['8.17', '8.18'],
  datos: DatosIndicadores,
  impide: (m) =>
    m.indicadores.some((i) => i.situacion === 'borrador')
      ? []
      : [
          {
            numeral: '8.18',
            motivo: 'El modelo no tiene indicadores en borrador.',
            remedio: 'El ETTI propone antes los indicadores; la CIG los acuerda después.',
          },
        ],
  decidir: (m, { indicadores }, acuerdo) => {
    const impedimentos: Impedimento[] = indicadores.flatMap(({ numero }, i) => {
      const hallado = m.indicadores.find((x) => x.numero === numero);
      if (hallado?.situacion === 'borrador') return [];
      const motivo = hallado ? `El indicador ${numero} no está en borrador.` : `El modelo no tiene un indicador ${numero}.`;
      return [{ numeral: '8.18', campo: `indicadores[${i}].numero`, motivo, remedio: 'Elija un indicador en borrador.' }];
    });
    if (impedimentos.length > 0) return { impedimentos };
    const niveles = NIVELES_DE_GOBIERNO.filter((n) => !acuerdo.nivelesAusentes.includes(n));
    return {
      hechos: indicadores.map(({ numero, entidad, compromiso }) => ({
        tipo: 'IndicadorAcordado',
        v: 1,
        datos: { numero, organo: 'cig', acta: `Acuerdo ${acuerdo.asunto} de la ${acuerdo.nombreSesion}`, niveles, entidad, compromiso },
      })),
      advertencias: indicadores
        .filter(({ entidad }) => !entidad)
        .map(({ numero }) => ({ numeral: '8.18', motivo: `El acuerdo no nombra a la entidad que asume el indicador ${numero}.` })),
    };
  },
});

export const acuerdosDeModelo: readonly EfectoCualquiera[] = [
  aprobarModelo,
  devolverModelo,
  pedirOpinionPrevia,
  adoptarEstrategia,
  declararSinConsenso,
  aceptarTextoPublicado,
  acordarIndicadores,
  acordarCese,
];
