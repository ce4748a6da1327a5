import { z } from 'zod';
import { Texto } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { CANALES, type Canal, contraElConsenso, PROPONENTES, REGLAS_POR_DEFECTO, type Reglas, vigenteEl } from '../../directiva/reglamento.ts';
import { acto, efecto } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import type { Cig, CigHecho } from './cig.ts';

const Cuenta = (title: string, porDefecto: number, maximo: number, description = '') =>
  z.coerce
    .number({ error: 'Indique un número.' })
    .int('Indique un número entero.')
    .min(0, 'Indique cero o más.')
    .max(maximo, `Indique ${maximo} o menos.`)
    .default(porDefecto)
    .meta({ title, description });

const SIN = 'Cero: la comisión no lo fija.';
const D = REGLAS_POR_DEFECTO;

/** Every field is a parameter of the commission, never the law: the Directive sets no quorum, no term and no vote. */
export const CamposDeReglamento = z.object({
  quorum: z
    .object({
      total: Cuenta('Miembros presentes, en total', D.quorum.total, 5000, SIN),
      nacional: Cuenta('Del Gobierno Nacional', D.quorum.nacional, 5000),
      regional: Cuenta('De los Gobiernos Regionales', D.quorum.regional, 5000),
      local: Cuenta('De los Gobiernos Locales', D.quorum.local, 5000),
    })
    .prefault({})
    .meta({ title: 'Quórum para sesionar', description: 'Parámetro de la comisión. Si falta, se advierte y consta; no impide sesionar.' }),
  rondas: Cuenta('Rondas de concertación', D.rondas, 20, 'Las que deben realizarse antes de dejar constancia de que no hay consenso.'),
  diasDeRonda: Cuenta('Días de cada ronda', D.diasDeRonda, 365, 'Días calendario para objetar o retirar. Cero: dentro de la misma sesión.'),
  suplentes: Opcion('Suplentes', { si: 'Se admiten suplentes acreditados', no: 'No se admiten suplentes' }).default('si'),
  canales: z
    .array(z.enum(Object.keys(CANALES) as [Canal, ...Canal[]]))
    .min(1, 'Elija al menos un canal.')
    .default([...D.canales])
    .meta({ title: 'Canales para sesionar', etiquetas: CANALES }),
  periodicidad: Cuenta('Días entre sesiones ordinarias', D.periodicidad, 1000, SIN),
  diasDeConvocatoria: Cuenta('Días de anticipación de la convocatoria', D.diasDeConvocatoria, 365, SIN),
  correcciones: z
    .object({
      dias: Cuenta('Días para proponer correcciones al acta', D.correcciones.dias, 365),
      proponen: Opcion('Quiénes las proponen', PROPONENTES).default(D.correcciones.proponen),
    })
    .prefault({})
    .meta({ title: 'Correcciones al acta' }),
  plazos: z
    .array(z.object({ asunto: Texto('Para qué'), dias: Cuenta('Días calendario', 0, 3650) }))
    .max(30)
    .default([])
    .meta({ title: 'Otros plazos que la comisión se fija', control: 'lista' }),
  disposiciones: z
    .array(Texto('Disposición', '', 2000))
    .max(60)
    .default([])
    .meta({
      title: 'Otras pautas y procedimientos',
      description: 'Una por línea. La comisión decide por consenso: una regla de mayoría o de voto no se admite.',
    }),
});

type DatosDeReglamento = z.output<typeof CamposDeReglamento>;

const reglasDe = (d: DatosDeReglamento): Reglas => ({ ...d, suplentes: d.suplentes === 'si' });

/** R17: what fills a gap is admitted; what replaces consensus is not. */
export function contradicciones(d: Pick<DatosDeReglamento, 'disposiciones' | 'plazos'>): Impedimento[] {
  const textos = [...d.disposiciones.map((t) => ['disposiciones', t] as const), ...d.plazos.map((p) => ['plazos', p.asunto] as const)];
  return textos.flatMap(([campo, texto]) => {
    const palabras = contraElConsenso(texto);
    if (!palabras) return [];
    const motivo = `La disposición «${texto}» reemplaza el consenso («${palabras}»): la comisión actúa de manera concertada y por consenso, y lo complementario solo llena vacíos.`;
    return ['6.6', '9.7'].map((numeral) => ({
      numeral,
      campo,
      motivo,
      remedio: 'Retírela o redáctela sin voto, mayoría ni silencio: puede fijar rondas, plazos y cómo se atiende una objeción.',
    }));
  });
}

/** 6.6 ¶2: the ministry or any member may propose; only the CIG adopts, in a session. */
export const proponerReglamento = acto<Cig, DatosDeReglamento, CigHecho>({
  nombre: 'ProponerReglamento',
  titulo: 'Proponer el reglamento de la comisión',
  resumen: 'Propone pautas, procedimientos y protocolos. Rigen cuando la comisión los adopta por consenso en una sesión.',
  expediente: 'cig',
  numerales: ['6.6', '9.7'],
  concurrencia: 'conmuta',
  datos: CamposDeReglamento as unknown as z.ZodType<DatosDeReglamento>,
  puede: (actor, s, ctx) =>
    s.miembros.some((m) => m.calidad === 'miembro' && m.entidad === actor.entidad && m.cargo === actor.cargo && vigenteEl(m, ctx.ocurridoEl))
      ? null
      : conduceSector(actor, s.sector, ctx.catalogo),
  decidir: (_s, datos) => {
    const impedimentos = contradicciones(datos);
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'ReglamentoPropuesto', v: 1, datos: { reglas: reglasDe(datos) } }] };
  },
});

const DatosAdopcion = z.object({
  propuesta: z.coerce
    .number({ error: 'Indique la propuesta.' })
    .int()
    .min(1)
    .meta({ title: 'Propuesta', description: 'Número de la propuesta sobre la que se fijaron posiciones.' }),
});

export const adoptarReglamento = efecto<Cig, z.output<typeof DatosAdopcion>, CigHecho>({
  nombre: 'AdoptarReglamento',
  titulo: 'Adoptar el reglamento de la comisión',
  resumen: 'La comisión adopta por consenso sus pautas, procedimientos y protocolos; rigen desde la fecha del acuerdo.',
  numerales: ['6.6', '9.7'],
  datos: DatosAdopcion,
  impide: (s) =>
    s.propuestas?.length
      ? []
      : [{ numeral: '6.6', motivo: 'No hay una propuesta de reglamento.', remedio: 'Un miembro o el sector debe proponerlo en el expediente de la comisión.' }],
  decidir: (s, { propuesta }, a) => {
    const p = s.propuestas?.find((x) => x.n === propuesta);
    if (!p)
      return {
        impedimentos: [{ numeral: '6.6', campo: 'propuesta', motivo: `No existe la propuesta ${propuesta}.`, remedio: 'Indique el número de una propuesta.' }],
      };
    return {
      hechos: [{ tipo: 'ReglamentoAdoptado', v: 1, datos: { propuesta, reglas: p.reglas, sesion: a.sesion, nombreSesion: a.nombreSesion } } satisfies CigHecho],
    };
  },
});
