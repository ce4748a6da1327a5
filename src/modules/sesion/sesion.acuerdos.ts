import { z } from 'zod';
import { valorarConsenso } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { type Acto, type ActoCualquiera, type Acuerdo, acto, type Contexto, type EfectoCualquiera, esRechazo, type HechoPara } from '../../kernel/acto.ts';
import type { Hecho } from '../../kernel/tipos.ts';
import { asuntoAbierto, miembrosVigentes, nombreDeMiembro, siNoInstalada } from './sesion.actos.ts';
import { posicionesDe, type Sesion, type SesionHecho } from './sesion.ts';

const NumeroDeAsunto = z.coerce
  .number({ error: 'Indique el asunto.' })
  .int()
  .min(1)
  .max(500)
  .meta({ title: 'Asunto', description: 'Número en la agenda.', control: 'asunto' });

const rol = (n: number): string => `asunto-${n}`;

const acuerdoDe = (s: Sesion, n: number, ctx: Contexto, nivelesAusentes: readonly string[]): Acuerdo => ({
  cig: s.cig,
  sesion: ctx.id,
  asunto: n,
  nombreSesion: s.nombre,
  nivelesAusentes,
});

/**
 * Turns what an agreement does to an expediente into an acto of the session. The consensus of 6.6 (R2) is checked here,
 * once for all; there is no vote. The item and its expediente change in one transaction.
 */
export function actoDeAcuerdo(tipo: string, efecto: EfectoCualquiera): ActoCualquiera {
  const datos = z.object({ asunto: NumeroDeAsunto }).extend((efecto.datos as unknown as z.ZodObject).shape);
  const definicion: Acto<Sesion, { asunto: number } & Record<string, unknown>, Hecho> = {
    nombre: efecto.nombre,
    titulo: efecto.titulo,
    resumen: efecto.resumen,
    expediente: 'sesion',
    numerales: [...new Set(['6.6', ...efecto.numerales])],
    concurrencia: 'version',
    datos: datos as unknown as Acto<Sesion, { asunto: number } & Record<string, unknown>>['datos'],
    escribe: (d) => [rol(d.asunto)],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: (s) =>
      siNoInstalada(s).length > 0
        ? siNoInstalada(s)
        : s.asuntos.some((a) => a.tipo === efecto.nombre && a.situacion === 'por_tratar')
          ? []
          : [{ numeral: '6.6', motivo: `La agenda no tiene por tratar «${efecto.titulo}».`, remedio: 'Incluya antes el asunto en la agenda.' }],
    decidir: (s, { asunto: n, ...detalle }, ctx) => {
      const abierto = asuntoAbierto(s, n);
      if ('impedimentos' in abierto) return abierto;
      const { asunto } = abierto;
      const objeto = ctx.leidos[rol(n)];
      if (asunto.tipo !== efecto.nombre || objeto?.tipo !== tipo)
        return {
          impedimentos: [
            { numeral: '6.6', campo: 'asunto', motivo: `El asunto ${n} trata de otra decisión.`, remedio: 'Elija el asunto que corresponde en la agenda.' },
          ],
        };

      const posiciones = posicionesDe(s, asunto, miembrosVigentes(ctx), nombreDeMiembro(ctx));
      const consenso = valorarConsenso(posiciones);
      if (efecto.sinConsenso) {
        if (!posiciones.some((p) => p.postura === 'objecion'))
          return { impedimentos: [{ numeral: '6.6', motivo: 'No hay objeciones en pie.', remedio: 'Adopte el acuerdo por consenso.' }] };
      } else if (consenso.impedimentos.length > 0) return { impedimentos: consenso.impedimentos };

      const ctxObjeto: Contexto = { ...ctx, id: objeto.id };
      const impedimentos = efecto.impide?.(objeto.estado, ctxObjeto) ?? [];
      if (impedimentos.length > 0) return { impedimentos };
      const acuerdo = acuerdoDe(s, n, ctx, consenso.ausentes);
      const decision = efecto.decidir(objeto.estado, detalle, acuerdo, ctxObjeto);
      if (esRechazo(decision)) return decision;
      const adoptado: SesionHecho = {
        tipo: 'AcuerdoAdoptado',
        v: 1,
        datos: { asunto: n, resultado: efecto.sinConsenso ? 'sin_consenso' : consenso.resultado, ausentes: consenso.ausentes, datos: detalle },
      };
      return {
        hechos: [adoptado, ...decision.hechos.map((h) => ({ ...h, en: rol(n) }))],
        advertencias: [...(efecto.sinConsenso ? [] : consenso.advertencias), ...(decision.advertencias ?? [])],
      };
    },
  };
  return definicion;
}

/** Closing defers what was not decided, and tells the expedientes that wait for it (R6). */
export function cerrarSesionCon(efectos: readonly EfectoCualquiera[]): ActoCualquiera {
  const porNombre = new Map(efectos.map((e) => [e.nombre, e]));
  return acto<Sesion, Record<string, never>, Hecho>({
    nombre: 'CerrarSesion',
    titulo: 'Cerrar la sesión',
    resumen: 'Cierra la sesión; los asuntos sin resolver quedan diferidos.',
    expediente: 'sesion',
    numerales: ['6.6'],
    concurrencia: 'version',
    datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
    escribe: () => ['asunto-*'],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: (s) => siNoInstalada(s),
    decidir: (s, _d, ctx) => {
      const abiertos = s.asuntos.filter((a) => a.situacion === 'por_tratar');
      const avisos: HechoPara[] = abiertos.flatMap((a) => {
        const objeto = ctx.leidos[rol(a.n)];
        const hechos = objeto ? porNombre.get(a.tipo)?.sinAcuerdo?.(objeto.estado, acuerdoDe(s, a.n, ctx, []), { ...ctx, id: objeto.id }) : undefined;
        return (hechos ?? []).map((h) => ({ ...h, en: rol(a.n) }));
      });
      const sinAsistencia = miembrosVigentes(ctx).filter((m) => m.calidad === 'miembro' && !s.asistencia[m.id]);
      return {
        hechos: [{ tipo: 'SesionCerrada', v: 1, datos: { diferidos: abiertos.map((a) => a.n) } }, ...avisos],
        advertencias: [
          ...abiertos.map((a) => ({ numeral: '6.6', motivo: `Queda diferido el asunto ${a.n}: ${a.titulo}.` })),
          ...(sinAsistencia.length > 0 ? [{ numeral: '7.3.2.a', motivo: `${sinAsistencia.length} miembros no registraron asistencia.` }] : []),
        ],
      };
    },
  });
}
