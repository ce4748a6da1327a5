import { z } from 'zod';
import { EntidadRef, ExpedienteRef, FechaCampo, TextoLargo } from '../../directiva/campos.ts';
import { CARGOS, type Cargo } from '../../directiva/cargos.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Actor, Advertencia, Id, Impedimento, TipoEntidad } from '../../kernel/tipos.ts';
import { coincidenComoTitulares, type Designacion, type DesignacionHecho, evolve, ficha } from './designacion.ts';

const Vigencia = {
  calidad: z
    .enum(['titular', 'encargatura', 'suplencia', 'representante'], 'Elija la calidad.')
    .meta({ title: 'Calidad', description: 'El representante actúa por delegación del titular (7.2.4).', control: 'opcion' }),
  desde: FechaCampo('Desde', 'Primer día en que ejerce el cargo.'),
  hasta: FechaCampo('Hasta', 'Último día. Déjelo vacío si no tiene término.').optional(),
  documento: z.string().trim().max(300, 'Use como máximo 300 caracteres.').optional().meta({
    title: 'Documento',
    description: 'Resolución de designación o, si es representante, acto de delegación.',
    control: 'texto',
  }),
};

const DatosDesignacion = z.object({
  persona: z.uuid('Elija una persona.').meta({ title: 'Persona', description: 'Persona con cuenta en la plataforma.', control: 'persona' }),
  entidad: EntidadRef('Entidad'),
  cargo: z.enum(Object.keys(CARGOS) as [Cargo, ...Cargo[]], 'Elija un cargo.').meta({ title: 'Cargo', control: 'cargo' }),
  ...Vigencia,
  anterior: ExpedienteRef('Designación anterior', 'designacion', 'La del titular a quien sucede, si la hay.').optional(),
});

const Motivo = TextoLargo('Motivo', 'Queda en la cronología de la designación.', 2000);

/** Administers accounts and catalogues, never content, and never gives authority to himself. */
function puedeDesignar(actor: Actor, persona: Id | undefined): Permiso {
  if (actor.cargo !== 'administrador')
    return {
      numeral: '5.1',
      motivo: 'Las designaciones las registra la administración de la plataforma.',
      remedio: 'Envíe el documento de designación a la administración.',
    };
  if (persona === actor.persona)
    return { numeral: '5.1', motivo: 'Nadie registra su propia designación.', remedio: 'Pida a otra persona de la administración que la registre.' };
  return null;
}

const fechasAlReves = (d: { desde: string; hasta?: string }): Impedimento[] =>
  d.hasta !== undefined && d.hasta < d.desde
    ? [
        {
          numeral: '5.1',
          campo: 'hasta',
          motivo: `El último día (${dmy(d.hasta)}) es anterior al primero (${dmy(d.desde)}).`,
          remedio: 'Corrija una de las dos fechas.',
        },
      ]
    : [];

/** An office belongs to certain kinds of entity; a collegiate one decides by its own acuerdo and never signs in. */
function encaje(datos: { entidad: string; cargo: Cargo }, ctx: Contexto): Impedimento[] {
  const entidad = ctx.catalogo.entidad(datos.entidad);
  if (!entidad)
    return [
      { numeral: 'IV', campo: 'entidad', motivo: 'La entidad no está en el catálogo.', remedio: 'Elija una entidad de la lista o pida que se registre.' },
    ];
  const cargo: { nombre: string; entidades: readonly TipoEntidad[]; colegiado?: boolean } = CARGOS[datos.cargo];
  if (!cargo.entidades.includes(entidad.tipo))
    return [
      { numeral: '5.1', campo: 'cargo', motivo: `«${cargo.nombre}» no es un cargo de ${entidad.nombre}.`, remedio: 'Elija un cargo propio de esa entidad.' },
    ];
  if (cargo.colegiado)
    return [
      {
        numeral: entidad.nivel === 'regional' ? '8.8.2' : '8.8.1',
        campo: 'cargo',
        motivo: `El ${cargo.nombre} es un órgano colegiado: decide por acuerdo y no ingresa a la plataforma.`,
        remedio: `Designe una oficina de ${entidad.nombre} que registre sus acuerdos.`,
      },
    ];
  return [];
}

/** 7.2.4 and R16: the delegation act is asked for; its absence warns. */
const sinDelegacion = (d: Pick<Designacion, 'calidad' | 'documento'>): Advertencia[] =>
  d.calidad === 'representante' && !d.documento ? [{ numeral: '7.2.4', motivo: 'El representante se registra sin el acto de delegación del titular.' }] : [];

function advertenciasDe(d: Omit<Designacion, 'situacion'>, ctx: Contexto): Advertencia[] {
  const avisos = sinDelegacion(d);
  const entidad = ctx.catalogo.entidad(d.entidad);
  if (entidad?.vigenteHasta && (!d.hasta || d.hasta > entidad.vigenteHasta))
    avisos.push({ numeral: 'IV', motivo: `${entidad.nombre} figura vigente solo hasta el ${dmy(entidad.vigenteHasta)}.` });
  const anterior = ctx.leidos.anterior?.estado as Designacion | undefined;
  if (anterior && coincidenComoTitulares(anterior, { ...d, situacion: 'designado' }))
    avisos.push({
      numeral: '5.1',
      motivo: `La oficina tiene otro titular desde el ${dmy(anterior.desde)}${anterior.hasta ? ` hasta el ${dmy(anterior.hasta)}` : ', sin término'}.`,
    });
  return avisos;
}

export const designarOficina = acto<Designacion | undefined, z.output<typeof DatosDesignacion>, DesignacionHecho>({
  nombre: 'DesignarOficina',
  titulo: 'Designar en una oficina',
  resumen: 'Registra qué persona ejerce un cargo de una entidad, en qué calidad y desde cuándo.',
  expediente: 'designacion',
  numerales: ['5.1', '7.2.4'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosDesignacion,
  refs: (d) => ({ anterior: d.anterior }),
  puede: (actor, _s, _ctx, datos) => puedeDesignar(actor, datos?.persona),
  decidir: (_s, { anterior: _, ...d }, ctx) => {
    const impedimentos = [...encaje(d, ctx), ...fechasAlReves(d)];
    if (impedimentos.length > 0) return { impedimentos };
    const denominacion = `${CARGOS[d.cargo].nombre} · ${ctx.catalogo.entidad(d.entidad)?.nombre}`;
    const datos = { ...d, documento: d.documento || undefined, denominacion };
    return { hechos: [{ tipo: 'OficinaDesignada', v: 1, datos }], advertencias: advertenciasDe(datos, ctx) };
  },
});

const anulada = (d: Designacion | undefined): Impedimento[] =>
  d?.situacion === 'anulado' ? [{ numeral: '5.1', motivo: 'La designación fue anulada.', remedio: 'Registre una nueva designación.' }] : [];

const DatosTermino = z.object({ hasta: FechaCampo('Último día', 'Desde el día siguiente ya no ejerce el cargo.'), motivo: Motivo });

export const terminarDesignacion = acto<Designacion, z.output<typeof DatosTermino>, DesignacionHecho>({
  nombre: 'TerminarDesignacion',
  titulo: 'Terminar la designación',
  resumen: 'Fija el último día en que la persona ejerce el cargo.',
  expediente: 'designacion',
  numerales: ['5.1'],
  concurrencia: 'version',
  datos: DatosTermino,
  puede: (actor) => puedeDesignar(actor, undefined),
  impide: anulada,
  decidir: (d, datos) => {
    const impedimentos = fechasAlReves({ desde: d.desde, hasta: datos.hasta });
    if (d.hasta !== undefined && datos.hasta > d.hasta)
      impedimentos.push({
        numeral: '5.1',
        campo: 'hasta',
        motivo: `La designación ya termina antes, el ${dmy(d.hasta)}.`,
        remedio: 'Para ampliarla, rectifíquela con el documento que la amplía.',
      });
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'DesignacionTerminada', v: 1, datos }] };
  },
});

const DatosRectificacion = z.object({ ...Vigencia, motivo: Motivo });

/** Person, entity and office do not change: what was done with them stands. A wrong one is annulled and made again. */
export const rectificarDesignacion = acto<Designacion, z.output<typeof DatosRectificacion>, DesignacionHecho>({
  nombre: 'RectificarDesignacion',
  titulo: 'Rectificar la designación',
  resumen: 'Corrige la calidad, las fechas o el documento; lo anterior queda en la cronología.',
  expediente: 'designacion',
  numerales: ['5.1', '7.2.4'],
  concurrencia: 'version',
  datos: DatosRectificacion,
  puede: (actor, d) => puedeDesignar(actor, d?.persona),
  impide: anulada,
  decidir: (_d, datos) => {
    const impedimentos = fechasAlReves(datos);
    if (impedimentos.length > 0) return { impedimentos };
    const limpios = { ...datos, documento: datos.documento || undefined };
    return { hechos: [{ tipo: 'DesignacionRectificada', v: 1, datos: limpios }], advertencias: sinDelegacion(limpios) };
  },
});

const DatosAnulacion = z.object({ motivo: Motivo });

/** Recorded by mistake. Actos already performed with it keep its mark and are cured one by one. */
export const anularDesignacion = acto<Designacion, z.output<typeof DatosAnulacion>, DesignacionHecho>({
  nombre: 'AnularDesignacion',
  titulo: 'Anular la designación',
  resumen: 'Deja sin efecto una designación registrada por error.',
  expediente: 'designacion',
  numerales: ['5.1'],
  concurrencia: 'version',
  datos: DatosAnulacion,
  puede: (actor) => puedeDesignar(actor, undefined),
  impide: anulada,
  decidir: (_d, datos) => ({
    hechos: [{ tipo: 'DesignacionAnulada', v: 1, datos }],
    advertencias: [{ numeral: '5.1', motivo: 'Los actos que ya se realizaron con esta designación siguen registrados. Revíselos.' }],
  }),
});

export const designacion: Modulo<Designacion, DesignacionHecho> = {
  tipo: 'designacion',
  nombre: 'Designación',
  serie: 'DS',
  evolve,
  ficha,
  actos: [designarOficina, terminarDesignacion, rectificarDesignacion, anularDesignacion],
};
