import { z } from 'zod';
import { EntidadRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { CARGOS } from '../../directiva/cargos.ts';
import { nivelDeGobierno } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto, efecto, type Modulo } from '../../kernel/acto.ts';
import type { Advertencia, Catalogo, Impedimento } from '../../kernel/tipos.ts';
import { reconocerEspacio } from './cig.espacios.ts';
import { adoptarReglamento, proponerReglamento } from './cig.reglamento.ts';
import { type Cig, type CigHecho, type DatosMiembro, evolve, ficha, miembrosEl, nivelesSinMiembro } from './cig.ts';

const oficinas = Object.entries(CARGOS)
  .filter(([, c]) => !('colegiado' in c))
  .map(([k]) => k) as [string, ...string[]];

const MiembroCampos = z.object({
  entidad: EntidadRef('Entidad', 'Ministerio, gobierno regional, municipalidad o asociación que representa a un nivel.'),
  cargo: z.enum(oficinas, 'Elija un cargo.').meta({ title: 'Cargo que ocupa el asiento', control: 'cargo' }),
  calidad: z
    .enum(['miembro', 'observador', 'invitado'])
    .default('miembro')
    .meta({ title: 'Calidad', description: 'El observador y el invitado tienen voz y no fijan posición.' }),
  representa: z
    .enum(['regional', 'local'])
    .optional()
    .meta({ title: 'Nivel que representa', description: 'Solo para asociaciones de gobiernos regionales o municipales.' }),
  sustento: z.string().trim().max(300).default('').meta({ title: 'Documento de acreditación', control: 'texto' }),
  suplente: z
    .enum(oficinas, 'Elija un cargo.')
    .optional()
    .meta({ title: 'Cargo del suplente', description: 'De la misma entidad; habla por el asiento cuando el titular no puede.', control: 'cargo' }),
  vence: FechaCampo('Último día de la acreditación').optional(),
  mandato: z
    .string()
    .trim()
    .max(500)
    .optional()
    .meta({ title: 'Mandato de la asociación', description: 'A qué gobiernos representa y con qué acto lo acordaron.', control: 'texto' }),
});

type MiembroDatos = z.output<typeof MiembroCampos>;

/** Turns the form row into a member, or says what does not fit. */
function miembroDe(d: MiembroDatos, catalogo: Catalogo, campo: string): { miembro: DatosMiembro } | { impedimento: Impedimento } {
  const entidad = catalogo.entidad(d.entidad);
  const no = (motivo: string, remedio: string): { impedimento: Impedimento } => ({ impedimento: { numeral: '6.6', campo, motivo, remedio } });
  if (!entidad) return no('La entidad no está en el catálogo.', 'Elija una entidad de la lista.');
  const cargo = CARGOS[d.cargo as keyof typeof CARGOS];
  if (!(cargo.entidades as readonly string[]).includes(entidad.tipo))
    return no(`«${cargo.nombre}» no es un cargo de ${entidad.nombre}.`, 'Elija un cargo propio de esa entidad.');
  if (entidad.tipo === 'asociacion' && !d.representa)
    return no(`Falta el nivel que representa ${entidad.nombre}.`, 'Indique si representa al nivel regional o al local.');
  const suplente = d.suplente && CARGOS[d.suplente as keyof typeof CARGOS];
  if (suplente && (!(suplente.entidades as readonly string[]).includes(entidad.tipo) || d.suplente === d.cargo))
    return no(`El suplente debe ser otra oficina de ${entidad.nombre}.`, 'Elija otro cargo de la misma entidad, o deje el campo vacío.');
  const nivel = entidad.tipo === 'asociacion' ? (d.representa ?? 'local') : nivelDeGobierno(entidad.nivel);
  const { representa: _, ...resto } = d;
  return { miembro: { ...resto, nivel } };
}

/** An association speaks with the mandate of the governments it groups. */
const advertenciasDeMandato = (miembros: readonly DatosMiembro[], catalogo: Catalogo): Advertencia[] =>
  miembros
    .filter((m) => catalogo.entidad(m.entidad)?.tipo === 'asociacion' && m.calidad === 'miembro' && !m.mandato && !m.sustento)
    .map((m) => ({ numeral: '7.3.2.a', motivo: `No consta el mandato de ${catalogo.entidad(m.entidad)?.nombre ?? m.entidad}.` }));

const advertenciasDeNiveles = (miembros: readonly Pick<DatosMiembro, 'nivel' | 'calidad'>[]): Advertencia[] =>
  nivelesSinMiembro(miembros).map((n) => ({ numeral: '6.6', motivo: `El nivel ${n} no tiene miembro acreditado en la comisión.` }));

const DatosCig = z.object({
  sector: EntidadRef('Ministerio', 'El sector que conforma y lidera la comisión.', ['ministerio', 'pcm']),
  nombre: Texto('Nombre de la comisión', 'Ejemplo: Comisión Intergubernamental de Salud.'),
  norma: Texto('Norma o acto de conformación', 'Número y fecha.'),
  miembros: z.array(MiembroCampos).max(600).default([]).meta({ title: 'Miembros' }),
  adicional: z.string().trim().max(1000).optional().meta({
    title: 'Motivo de una segunda comisión',
    description: 'Solo si el sector ya tiene una comisión conformada.',
    control: 'texto-largo',
  }),
});

/** 7.3.1.a: only the ministry forms its CIG. */
export const conformarCig = acto<Cig | undefined, z.output<typeof DatosCig>, CigHecho>({
  nombre: 'ConformarCig',
  titulo: 'Conformar la Comisión Intergubernamental',
  resumen: 'El ministerio conforma la comisión donde los tres niveles de gobierno deciden por consenso.',
  expediente: 'cig',
  numerales: ['6.6', '7.3.1.a'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosCig,
  puede: (actor, _s, ctx, datos) => conduceSector(actor, datos?.sector ?? actor.sector ?? '', ctx.catalogo),
  decidir: (_s, datos, ctx) => {
    const filas = datos.miembros.map((d, i) => miembroDe(d, ctx.catalogo, `miembros[${i}].entidad`));
    const impedimentos = filas.flatMap((f) => ('impedimento' in f ? [f.impedimento] : []));
    if (impedimentos.length > 0) return { impedimentos };
    const miembros = filas.flatMap((f) => ('miembro' in f ? [f.miembro] : []));
    const advertencias = [...advertenciasDeNiveles(miembros), ...advertenciasDeMandato(miembros, ctx.catalogo)];
    if (datos.adicional) advertencias.push({ numeral: '6.6', motivo: `El sector conforma una comisión adicional: ${datos.adicional}` });
    return { hechos: [{ tipo: 'CigConformada', v: 2, datos: { ...datos, miembros } }], advertencias };
  },
});

/** 7.3.2.a: each government secures its representation; the sector may accredit too. */
export const acreditarMiembro = acto<Cig, MiembroDatos, CigHecho>({
  nombre: 'AcreditarMiembro',
  titulo: 'Acreditar un miembro',
  resumen: 'Da un asiento a una oficina de uno de los tres niveles de gobierno.',
  expediente: 'cig',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: MiembroCampos,
  puede: (actor, s, ctx, datos) =>
    ['gobernador', 'alcalde_provincial', 'alcalde_distrital'].includes(actor.cargo) && (datos === undefined || datos.entidad === actor.entidad)
      ? null
      : conduceSector(actor, s.sector, ctx.catalogo),
  decidir: (s, datos, ctx) => {
    const r = miembroDe(datos, ctx.catalogo, 'entidad');
    if ('impedimento' in r) return { impedimentos: [r.impedimento] };
    const id = `${datos.entidad}/${datos.cargo}`;
    const vigentes = miembrosEl(s, ctx.ocurridoEl);
    if (vigentes.some((x) => x.id === id))
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'entidad',
            motivo: 'Esa oficina ya es miembro de la comisión.',
            remedio: 'Elija otra oficina, o retire primero al miembro.',
          },
        ],
      };
    return {
      hechos: [{ tipo: 'MiembroAcreditado', v: 2, datos: r.miembro }],
      advertencias: [...advertenciasDeNiveles([...vigentes, r.miembro]), ...advertenciasDeMandato([r.miembro], ctx.catalogo)],
    };
  },
});

const DatosRetiro = z.object({
  miembro: Texto('Miembro', 'Entidad y cargo, como figura en la lista de miembros.'),
  motivo: TextoLargo('Motivo'),
});

export const retirarMiembro = acto<Cig, z.output<typeof DatosRetiro>, CigHecho>({
  nombre: 'RetirarMiembro',
  titulo: 'Retirar un miembro',
  resumen: 'Deja constancia de que una oficina deja de integrar la comisión.',
  expediente: 'cig',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'version',
  datos: DatosRetiro,
  puede: (actor, s, ctx, datos) =>
    ['gobernador', 'alcalde_provincial', 'alcalde_distrital'].includes(actor.cargo) && (datos === undefined || datos.miembro.startsWith(`${actor.entidad}/`))
      ? null
      : conduceSector(actor, s.sector, ctx.catalogo),
  decidir: (s, datos, ctx) => {
    const vigentes = miembrosEl(s, ctx.ocurridoEl);
    if (!vigentes.some((x) => x.id === datos.miembro))
      return {
        impedimentos: [
          { numeral: '6.6', campo: 'miembro', motivo: 'No hay un miembro vigente con ese asiento.', remedio: 'Elija uno de la lista de miembros.' },
        ],
      };
    return { hechos: [{ tipo: 'MiembroRetirado', v: 1, datos }], advertencias: advertenciasDeNiveles(vigentes.filter((x) => x.id !== datos.miembro)) };
  },
});

const registrarAcuerdo = efecto({
  nombre: 'RegistrarAcuerdo',
  titulo: 'Adoptar otro acuerdo',
  resumen: 'Deja constancia de un acuerdo de la CIG sobre cualquier otro asunto.',
  numerales: ['6.6'],
  datos: z.object({ titulo: Texto('Asunto'), texto: TextoLargo('Texto del acuerdo') }),
  decidir: (_s: Cig, datos, a) => ({ hechos: [{ tipo: 'AcuerdoRegistrado', v: 1, datos: { ...datos, sesion: a.sesion } } satisfies CigHecho] }),
});

export const cig: Modulo<Cig, CigHecho> = {
  tipo: 'cig',
  nombre: 'Comisión Intergubernamental',
  serie: 'CIG',
  evolve,
  ficha,
  actos: [conformarCig, acreditarMiembro, retirarMiembro, proponerReglamento],
  acuerdos: [reconocerEspacio, adoptarReglamento, registrarAcuerdo],
  unicidad: {
    numeral: '6.6',
    motivo: 'El sector ya tiene una Comisión Intergubernamental conformada.',
    remedio: 'Use la comisión existente o, si corresponde una segunda, indique su motivo en «Motivo de una segunda comisión».',
  },
};
