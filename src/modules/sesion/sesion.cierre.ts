import { z } from 'zod';
import { TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { type ActoCualquiera, acto, type Contexto, type EfectoCualquiera, esRechazo } from '../../kernel/acto.ts';
import type { Hecho, Impedimento } from '../../kernel/tipos.ts';
import type { AsuntoPendiente, CigHecho, Miembro } from '../cig/cig.ts';
import { acuerdoDe, avisosSinAcuerdo, enmiendaPorSecciones, rol } from './sesion.acuerdos.ts';
import { seguimientosDe } from './sesion.compromisos.ts';
import {
  asientoDe,
  asuntoAbierto,
  asuntoPorDecidir,
  horaDe,
  miembrosVigentes,
  NumeroDeAsunto,
  siNoInstalada,
  siNoRecibe,
  soloMiembros,
} from './sesion.comun.ts';
import { textoSuperado, VersionDeTexto } from './sesion.posiciones.ts';
import { type Asunto, compromisosDe, type Sesion, type SesionHecho, textoVigente } from './sesion.ts';

const porNombreDe = (efectos: readonly EfectoCualquiera[]) => new Map(efectos.map((e) => [e.nombre, e]));

const DatosEnmienda = z.object({
  asunto: NumeroDeAsunto,
  texto: VersionDeTexto,
  seccion: z
    .string()
    .trim()
    .max(60)
    .optional()
    .meta({ title: 'Sección del paquete elevado', description: 'Vacío: enmienda el texto del acuerdo.', control: 'seccion' }),
  dice: TextoOpcional('Dice', 'Texto exacto de la sección. Vacío para agregar, o cuando enmienda el texto del acuerdo.'),
  debeDecir: TextoLargo('Debe decir', 'Para el texto del acuerdo, escríbalo completo: se muestra qué se agrega y qué se quita.'),
  motivo: TextoOpcional('Motivo', 'Por ejemplo, la objeción que atiende.', 4000),
});
type DatosEnmienda = z.output<typeof DatosEnmienda>;

/** Tries the amendment on the package as the agreement would: what would be refused then is refused now. */
function problemasDeSeccion(efecto: EfectoCualquiera | undefined, s: Sesion, a: Asunto, d: DatosEnmienda, ctx: Contexto): Impedimento[] {
  const no = (campo: string, motivo: string, remedio: string): Impedimento[] => [{ numeral: '6.6', campo, motivo, remedio }];
  const objeto = ctx.leidos[rol(a.n)];
  if (!efecto || !objeto || !enmiendaPorSecciones(efecto))
    return no('seccion', 'Ese asunto no se enmienda por secciones.', 'Deje vacía la sección y escriba completo el texto del acuerdo.');
  const hechas = (a.enmiendas ?? []).filter((e) => e.situacion === 'incorporada' && e.seccion !== undefined);
  const enmiendas = [...hechas, d].map(({ seccion, dice, debeDecir }) => ({ seccion, dice: dice || undefined, debeDecir }));
  const leido = (efecto.datos as unknown as z.ZodType).safeParse({ enmiendas });
  if (!leido.success) return no('seccion', 'El paquete no tiene esa sección.', 'Elija una sección de la lista.');
  const ctxObjeto = { ...ctx, id: objeto.id };
  const previos = efecto.impide?.(objeto.estado, ctxObjeto) ?? [];
  if (previos.length > 0) return [...previos];
  const r = efecto.decidir(objeto.estado, leido.data, acuerdoDe(s, a.n, ctx, []), ctxObjeto);
  return esRechazo(r) ? r.impedimentos.map((i) => ({ ...i, campo: i.campo?.split('.').at(-1) })) : [];
}

/** R1: any member proposes another text, written on the one under discussion. */
export function proponerEnmiendaCon(efectos: readonly EfectoCualquiera[]): ActoCualquiera {
  const porNombre = porNombreDe(efectos);
  return acto<Sesion, DatosEnmienda, SesionHecho>({
    nombre: 'ProponerEnmienda',
    titulo: 'Proponer una enmienda',
    resumen: 'El miembro propone otro texto para el acuerdo, o para una sección del paquete elevado.',
    expediente: 'sesion',
    numerales: ['6.6', '8.13'],
    concurrencia: 'conmuta',
    datos: DatosEnmienda,
    puede: (actor, _s, ctx) => soloMiembros(actor, ctx),
    impide: siNoRecibe,
    decidir: (s, datos, ctx) => {
      const abierto = asuntoPorDecidir(s, datos.asunto);
      if ('impedimentos' in abierto) return abierto;
      const vigente = textoVigente(abierto.asunto);
      if (datos.texto !== undefined && datos.texto !== vigente.n) return textoSuperado(vigente.n, 'Su enmienda no se registró.');
      const m = asientoDe(ctx.actor, ctx.decididoPor, miembrosVigentes(ctx)) as Miembro;
      const base = { asunto: datos.asunto, miembro: m.id, base: vigente.n, debeDecir: datos.debeDecir, motivo: datos.motivo || undefined };
      if (datos.seccion) {
        const impedimentos = problemasDeSeccion(porNombre.get(abierto.asunto.tipo), s, abierto.asunto, datos, ctx);
        if (impedimentos.length > 0) return { impedimentos };
        return { hechos: [{ tipo: 'EnmiendaPropuesta', v: 1, datos: { ...base, seccion: datos.seccion, dice: datos.dice ?? '' } }] };
      }
      if (datos.debeDecir === vigente.texto)
        return {
          impedimentos: [
            { numeral: '6.6', campo: 'debeDecir', motivo: 'La enmienda no cambia el texto.', remedio: 'Escriba el texto como usted propone que quede.' },
          ],
        };
      return { hechos: [{ tipo: 'EnmiendaPropuesta', v: 1, datos: { ...base, dice: vigente.texto } }] };
    },
  });
}

const DatosDiferir = z.object({ asunto: NumeroDeAsunto, motivo: TextoLargo('Motivo', 'Qué falta para tratarlo.', 4000) });

/** Deferred by the commission: it comes back in the agenda of the next session. */
export function diferirAsuntoCon(efectos: readonly EfectoCualquiera[]): ActoCualquiera {
  const porNombre = porNombreDe(efectos);
  return acto<Sesion, z.output<typeof DatosDiferir>, Hecho>({
    nombre: 'DiferirAsunto',
    titulo: 'Diferir un asunto',
    resumen: 'Deja el asunto para otra sesión, que lo retoma al convocarse.',
    expediente: 'sesion',
    numerales: ['6.6'],
    concurrencia: 'version',
    datos: DatosDiferir,
    escribe: (d) => [rol(d.asunto)],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: siNoInstalada,
    decidir: (s, datos, ctx) => {
      const abierto = asuntoAbierto(s, datos.asunto);
      if ('impedimentos' in abierto) return abierto;
      return { hechos: [{ tipo: 'AsuntoDiferido', v: 1, datos }, ...avisosSinAcuerdo(porNombre, s, abierto.asunto, ctx)] };
    },
  });
}

/** What the commission keeps of a session: its agreements, and the items that come back. */
function celebrada(s: Sesion, ctx: Contexto, seguimientos: ReturnType<typeof seguimientosDe>): CigHecho {
  const de = { sesion: ctx.id, nombreSesion: s.nombre };
  const acuerdos = s.asuntos.flatMap((a) => {
    if (!a.acuerdo) return [];
    const { n: asunto, tipo, titulo } = a;
    const [c] = compromisosDe(a);
    const responsable = c?.responsable.entidad ?? a.responsable;
    const { cumplimiento, vence } = c ?? a;
    const seguimiento = seguimientos.get(asunto)?.ids[0];
    return [{ ...de, asunto, tipo, titulo, resultado: a.acuerdo.resultado, responsable, cumplimiento, vence, ...(seguimiento ? { seguimiento } : {}) }];
  });
  const porTratar = s.asuntos
    .filter((a) => (a.situacion === 'por_tratar' || a.situacion === 'diferido') && a.tipo !== 'SeguimientoDeAcuerdos')
    .map((a): AsuntoPendiente => {
      const { n: asunto, tipo, titulo, objeto, referencia } = a;
      return { ...de, asunto, tipo, titulo, objeto, referencia, propuesta: textoVigente(a).texto || undefined };
    });
  return { tipo: 'SesionCelebrada', v: 1, datos: { acuerdos, porTratar } };
}

/** Closing defers what was not decided, and tells the expedientes that wait for it (R6). */
export function cerrarSesionCon(efectos: readonly EfectoCualquiera[]): ActoCualquiera {
  const porNombre = porNombreDe(efectos);
  return acto<Sesion, Record<string, never>, Hecho>({
    nombre: 'CerrarSesion',
    titulo: 'Cerrar la sesión',
    resumen: 'Cierra la sesión; los asuntos sin resolver quedan diferidos y se abre el seguimiento de los compromisos anotados.',
    expediente: 'sesion',
    numerales: ['6.6'],
    concurrencia: 'version',
    datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
    escribe: () => ['cig', 'asunto-*'],
    abre: ['acuerdo'],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: (s) => siNoInstalada(s),
    decidir: (s, _d, ctx) => {
      const abiertos = s.asuntos.filter((a) => a.situacion === 'por_tratar');
      const seguimientos = seguimientosDe(s, ctx);
      const sinOficina = s.asuntos.filter((a) => a.situacion === 'acordado' && a.responsable && !seguimientos.get(a.n)?.ids.length);
      const sinAsistencia = s.modalidad === 'circulacion' ? [] : miembrosVigentes(ctx).filter((m) => m.calidad === 'miembro' && !s.asistencia[m.id]);
      return {
        hechos: [
          { tipo: 'SesionCerrada', v: 2, datos: { diferidos: abiertos.map((a) => a.n), hora: horaDe(ctx) || undefined } },
          ...abiertos.flatMap((a) => avisosSinAcuerdo(porNombre, s, a, ctx)),
          { ...celebrada(s, ctx, seguimientos), en: 'cig' },
          ...[...seguimientos.values()].flatMap((x) => x.hechos),
        ],
        advertencias: [
          ...abiertos.map((a) => ({ numeral: '6.6', motivo: `Queda diferido el asunto ${a.n}: ${a.titulo}.` })),
          ...sinOficina.map((a) => ({
            numeral: '6.6',
            motivo: `El acuerdo ${a.n} nombra responsable sin su oficina, lo que cuenta como cumplido y su fecha: abra su seguimiento desde la comisión.`,
          })),
          ...(sinAsistencia.length > 0 ? [{ numeral: '7.3.2.a', motivo: `${sinAsistencia.length} miembros no registraron asistencia.` }] : []),
        ],
      };
    },
  });
}
