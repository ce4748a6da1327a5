import { z } from 'zod';
import { Texto, TextoLargo } from '../../directiva/campos.ts';
import { esOficinaDe } from '../../directiva/permisos.ts';
import { PROPONENTES, REGLAS_POR_DEFECTO, type Reglas, reglasEl, vigenteEl } from '../../directiva/reglamento.ts';
import { acto, type Contexto, type Permiso } from '../../kernel/acto.ts';
import { dmy, masDias } from '../../kernel/calendario.ts';
import type { Actor, Impedimento } from '../../kernel/tipos.ts';
import type { Cig } from '../cig/cig.ts';
import type { Sesion } from '../sesion/sesion.ts';
import { conAlgunaFirma, type DocumentoHecho, type DocumentoOficial, EMITEN } from './documento.ts';

/** Rules of the commission on the day the acta was issued; the defaults without rulebook (R2). */
function reglasDe(s: DocumentoOficial, ctx: Contexto): Reglas['correcciones'] {
  const cig = ctx.leidos.cig?.tipo === 'cig' ? (ctx.leidos.cig.estado as Cig) : undefined;
  return (cig ? reglasEl(cig.reglamentos, s.desde) : REGLAS_POR_DEFECTO).correcciones;
}

/** Members whom the rulebook lets propose: those who attended, or all the accredited ones (6.6 ¶2). */
function propone(actor: Actor, s: DocumentoOficial, ctx: Contexto): Permiso {
  const sesion = ctx.leidos.origen?.tipo === 'sesion' ? (ctx.leidos.origen.estado as Sesion) : undefined;
  const cig = ctx.leidos.cig?.tipo === 'cig' ? (ctx.leidos.cig.estado as Cig) : undefined;
  if (!sesion || !cig)
    return s.firmantes.some((f) => f.entidad === actor.entidad && f.cargo === actor.cargo)
      ? null
      : { numeral: '6.6', motivo: 'Las correcciones las proponen las oficinas que firman el documento.', remedio: 'Comuníquelo a una de ellas.' };
  const { proponen } = reglasDe(s, ctx);
  const asiento = cig.miembros.find(
    (m) => m.entidad === actor.entidad && (m.cargo === actor.cargo || m.suplente === actor.cargo) && vigenteEl(m, sesion.fecha) && m.calidad === 'miembro',
  );
  if (asiento && (proponen === 'miembros' || sesion.asistencia[asiento.id])) return null;
  return {
    numeral: '6.6',
    motivo: `Según las reglas de la comisión, proponen correcciones: ${PROPONENTES[proponen].toLowerCase()}.`,
    remedio: asiento ? 'Comuníquelo a quien asistió, o trátelo en la siguiente sesión.' : 'Comuníquelo al sector, o solicite acreditarse como miembro.',
  };
}

function siYaNoSeCorrige(s: DocumentoOficial, ctx: Contexto): Impedimento[] {
  if (s.situacion === 'anulado')
    return [{ numeral: '5.1', motivo: 'El documento está anulado.', remedio: 'Proponga la corrección en el documento que lo reemplaza.' }];
  // A change to signed bytes would void the signatures: the text is closed by the first one.
  if (conAlgunaFirma(s))
    return [
      {
        numeral: '5.1',
        motivo: 'El documento ya tiene al menos una firma, y cualquier cambio del texto la invalidaría.',
        remedio: 'La entidad que lo emitió puede emitir un documento nuevo que lo reemplace, con la corrección.',
      },
    ];
  const { dias } = reglasDe(s, ctx);
  const hasta = masDias(s.desde, dias);
  if (s.cig && dias > 0 && ctx.ocurridoEl > hasta)
    return [
      {
        numeral: '6.6',
        motivo: `El plazo de la comisión para proponer correcciones venció el ${dmy(hasta)} (${dias} días desde la emisión).`,
        remedio: 'Trate la corrección en la siguiente sesión de la comisión.',
      },
    ];
  return [];
}

const DatosCorreccion = z.object({
  donde: Texto('Parte del documento', 'Por ejemplo, «Asunto 2, tercer párrafo».'),
  propuesta: TextoLargo('Corrección que propone', 'Qué dice y qué debe decir.', 4000),
});

export const proponerCorreccion = acto<DocumentoOficial, z.output<typeof DatosCorreccion>, DocumentoHecho>({
  nombre: 'ProponerCorreccion',
  titulo: 'Proponer una corrección',
  resumen: 'Señala lo que debe corregirse antes de que el documento tenga su primera firma.',
  expediente: 'documento',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosCorreccion,
  puede: propone,
  impide: siYaNoSeCorrige,
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'CorreccionPropuesta', v: 1, datos }] }),
});

const DatosResolucion = z.object({
  correccion: z.coerce
    .number({ error: 'Indique el número de la corrección.' })
    .int()
    .min(1)
    .max(500)
    .meta({ title: 'Corrección', description: 'Número en la lista de correcciones.', control: 'numero' }),
  resultado: z
    .enum(['aceptada', 'no_aceptada'], 'Elija el resultado.')
    .meta({ title: 'Resultado', etiquetas: { aceptada: 'Se acepta', no_aceptada: 'No se acepta' } }),
  respuesta: TextoLargo('Respuesta', '', 4000),
});

export const resolverCorreccion = acto<DocumentoOficial, z.output<typeof DatosResolucion>, DocumentoHecho>({
  nombre: 'ResolverCorreccion',
  titulo: 'Resolver una corrección propuesta',
  resumen: 'Responde una corrección. Si se acepta, corrija el expediente y emita un documento que reemplace a este.',
  expediente: 'documento',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosResolucion,
  puede: (actor, s, ctx) => esOficinaDe(actor, s.entidad, EMITEN, ctx.catalogo, '6.6'),
  impide: (s) =>
    s.correcciones.some((c) => !c.resuelta) ? [] : [{ numeral: '6.6', motivo: 'No hay correcciones por resolver.', remedio: 'No necesita hacer nada más.' }],
  decidir: (s, datos) => {
    const c = s.correcciones.find((x) => x.n === datos.correccion);
    if (!c || c.resuelta)
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'correccion',
            motivo: c ? 'Esa corrección ya fue resuelta.' : `No hay una corrección ${datos.correccion}.`,
            remedio: 'Elija una de las que faltan.',
          },
        ],
      };
    return {
      hechos: [{ tipo: 'CorreccionResuelta', v: 1, datos }],
      advertencias:
        datos.resultado === 'aceptada'
          ? [{ numeral: '6.6', motivo: 'El texto emitido no cambia: para que la corrección conste, emita un documento que reemplace a este.' }]
          : [],
    };
  },
});
