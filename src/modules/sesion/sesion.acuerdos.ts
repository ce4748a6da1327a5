import { z } from 'zod';
import { TextoLargo } from '../../directiva/campos.ts';
import { type Consenso, valorarConsenso } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { type Acto, type ActoCualquiera, type Acuerdo, acto, type Contexto, type EfectoCualquiera, esRechazo, type HechoPara } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Advertencia, Hecho, Impedimento } from '../../kernel/tipos.ts';
import { ASUNTOS } from './sesion.asuntos.ts';
import { asuntoPorDecidir, horaDe, miembrosVigentes, NumeroDeAsunto, nombreDeMiembro, reglasDe, siNoInstalada, vencida } from './sesion.comun.ts';
import { advertenciasDeQuorum } from './sesion.desarrollo.ts';
import { type Asunto, asientosDe, cigDe, posicionesDe, rondaDe, type Sesion, type SesionHecho, textoVigente } from './sesion.ts';

export const rol = (n: number): string => `asunto-${n}`;

export const acuerdoDe = (s: Sesion, n: number, ctx: Contexto, nivelesAusentes: readonly string[]): Acuerdo => ({
  cig: s.cig,
  sesion: ctx.id,
  asunto: n,
  nombreSesion: s.nombre,
  nivelesAusentes,
});

/** Consensus on an item, with the names of its members. */
function consensoDe(s: Sesion, a: Asunto, ctx: Contexto): Consenso & { objeciones: number } {
  const posiciones = posicionesDe(s, a, asientosDe(a, cigDe(ctx.leidos).miembros, ctx.ocurridoEl), nombreDeMiembro(ctx));
  return { ...valorarConsenso(posiciones), objeciones: posiciones.filter((p) => p.postura === 'objecion').length };
}

/** No consensus is declared over objections that stand, and after the rounds of the commission's own protocol (X3). */
export function siFaltanRondas(a: Asunto, objeciones: number, ctx: Contexto): Impedimento[] {
  if (objeciones === 0) return [{ numeral: '6.6', motivo: 'No hay objeciones en pie.', remedio: 'Adopte el acuerdo por consenso.' }];
  const { rondas } = reglasDe(ctx);
  const { n } = rondaDe(a);
  if (n >= rondas) return [];
  return [
    {
      numeral: '6.6',
      campo: 'asunto',
      motivo: `El protocolo de la comisión prevé ${rondas} rondas de concertación y el asunto va por la ${n} (parámetro de la comisión).`,
      remedio: 'Abra la ronda siguiente, incorpore una enmienda que atienda la objeción o difiera el asunto.',
    },
  ];
}

/** A round still open, or a circulation in which members can still answer. */
function advertenciasDePlazo(s: Sesion, a: Asunto, ctx: Contexto): Advertencia[] {
  const { n, cierra } = rondaDe(a);
  const faltan = miembrosVigentes(ctx).filter((m) => m.calidad === 'miembro' && !a.posiciones[m.id]);
  return [
    ...(cierra && cierra > ctx.ocurridoEl ? [{ numeral: '6.6', motivo: `La ronda ${n} cierra el ${dmy(cierra)} (parámetro de la comisión).` }] : []),
    ...(s.cierre && !vencida(s, ctx.ahora) && faltan.length > 0
      ? [{ numeral: '6.6', motivo: `La circulación cierra el ${dmy(s.cierre.fecha)} y aún pueden responder ${faltan.length} miembros.` }]
      : []),
  ];
}

type Detalle = Record<string, unknown>;

const incorporadas = (a: Asunto) => (a.enmiendas ?? []).filter((e) => e.situacion === 'incorporada');

/** True when the agreement receives amendments to the package section by section. */
export const enmiendaPorSecciones = (efecto: EfectoCualquiera | undefined): boolean =>
  (efecto?.datos as unknown as z.ZodObject | undefined)?.shape?.enmiendas instanceof z.ZodDefault;

/** R1: what was amended in session is what is agreed. What nobody took position on is told apart. */
export function conEnmiendas(a: Asunto, detalle: Detalle, efecto: EfectoCualquiera): { detalle: Detalle; advertencias: Advertencia[] } {
  const campos = (efecto.datos as unknown as z.ZodObject).shape ?? {};
  const hechas = incorporadas(a);
  if (!('enmiendas' in campos)) return { detalle, advertencias: [] };
  if (!enmiendaPorSecciones(efecto)) {
    const enmendado = hechas.length > 0 ? textoVigente(a).texto : undefined;
    return { detalle: { ...detalle, enmiendas: detalle.enmiendas ?? enmendado }, advertencias: [] };
  }
  const deSeccion = hechas.filter((e) => e.seccion !== undefined).map(({ seccion, dice, debeDecir }) => ({ seccion, dice: dice || undefined, debeDecir }));
  const clave = (e: Detalle) => JSON.stringify([e.seccion, e.dice ?? '', e.debeDecir]);
  const conocidas = new Set(deSeccion.map(clave));
  const otras = (detalle.enmiendas as Detalle[]).filter((e) => !conocidas.has(clave(e)));
  return {
    detalle: { ...detalle, enmiendas: [...deSeccion, ...otras] },
    advertencias:
      otras.length > 0
        ? [{ numeral: '6.6', motivo: 'El acuerdo lleva enmiendas que no pasaron por la ronda del asunto: las posiciones se fijaron sobre el texto anterior.' }]
        : [],
  };
}

/** Items on which an agreement can be adopted: its own, or for no consensus any on an expediente of its kind. */
const correspondeA = (a: Asunto, tipo: string, efecto: EfectoCualquiera): boolean =>
  a.tipo === efecto.nombre || (efecto.sinConsenso === true && ASUNTOS[a.tipo as keyof typeof ASUNTOS]?.expediente === tipo);

/**
 * Turns what an agreement does to an expediente into an acto of the session. The consensus of 6.6 (R2) is checked here,
 * once for all; there is no vote. The item and its expediente change in one transaction.
 */
export function actoDeAcuerdo(tipo: string, efecto: EfectoCualquiera): ActoCualquiera {
  const datos = z.object({ asunto: NumeroDeAsunto }).extend((efecto.datos as unknown as z.ZodObject).shape);
  const definicion: Acto<Sesion, { asunto: number } & Detalle, Hecho> = {
    nombre: efecto.nombre,
    titulo: efecto.titulo,
    resumen: efecto.resumen,
    expediente: 'sesion',
    numerales: [...new Set(['6.6', ...efecto.numerales])],
    concurrencia: 'version',
    datos: datos as unknown as Acto<Sesion, { asunto: number } & Detalle>['datos'],
    refs: efecto.refs,
    escribe: (d) => [rol(d.asunto), ...(efecto.escribe?.(d) ?? [])],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: (s) =>
      siNoInstalada(s).length > 0
        ? siNoInstalada(s)
        : s.asuntos.some((a) => a.situacion === 'por_tratar' && correspondeA(a, tipo, efecto))
          ? []
          : [{ numeral: '6.6', motivo: `La agenda no tiene por tratar «${efecto.titulo}».`, remedio: 'Incluya antes el asunto en la agenda.' }],
    decidir: (s, { asunto: n, ...pedido }, ctx) => {
      const abierto = asuntoPorDecidir(s, n);
      if ('impedimentos' in abierto) return abierto;
      const { asunto } = abierto;
      const objeto = ctx.leidos[rol(n)];
      if (!correspondeA(asunto, tipo, efecto) || objeto?.tipo !== tipo)
        return {
          impedimentos: [
            { numeral: '6.6', campo: 'asunto', motivo: `El asunto ${n} trata de otra decisión.`, remedio: 'Elija el asunto que corresponde en la agenda.' },
          ],
        };
      if (asunto.referencia !== undefined && 'propuesta' in pedido && pedido.propuesta !== asunto.referencia)
        return {
          impedimentos: [
            {
              numeral: '6.6',
              campo: 'propuesta',
              motivo: `Las posiciones se fijaron sobre la propuesta ${asunto.referencia}.`,
              remedio: 'Indique esa propuesta, o incluya en la agenda la otra.',
            },
          ],
        };

      const consenso = consensoDe(s, asunto, ctx);
      const impide = efecto.sinConsenso ? siFaltanRondas(asunto, consenso.objeciones, ctx) : consenso.impedimentos;
      if (impide.length > 0) return { impedimentos: impide };

      const ctxObjeto: Contexto = { ...ctx, id: objeto.id };
      const impedimentos = efecto.impide?.(objeto.estado, ctxObjeto) ?? [];
      if (impedimentos.length > 0) return { impedimentos };
      const acuerdo = acuerdoDe(s, n, ctx, consenso.ausentes);
      const { detalle, advertencias } = conEnmiendas(asunto, pedido, efecto);
      const decision = efecto.decidir(objeto.estado, detalle, acuerdo, ctxObjeto);
      if (esRechazo(decision)) return decision;
      const hechas = incorporadas(asunto).map((e) => e.n);
      const adoptado: SesionHecho = {
        tipo: 'AcuerdoAdoptado',
        v: 2,
        datos: {
          asunto: n,
          resultado: efecto.sinConsenso ? 'sin_consenso' : consenso.resultado,
          ausentes: consenso.ausentes,
          datos: detalle,
          texto: textoVigente(asunto).texto || undefined,
          enmiendas: hechas.length > 0 ? hechas : undefined,
          hora: horaDe(ctx) || undefined,
        },
      };
      return {
        hechos: [adoptado, ...decision.hechos.map((h) => ({ ...h, en: h.en ?? rol(n) }))],
        advertencias: [
          ...(efecto.sinConsenso ? [] : consenso.advertencias),
          ...advertenciasDeQuorum(s, ctx),
          ...advertenciasDePlazo(s, asunto, ctx),
          ...advertencias,
          ...(decision.advertencias ?? []),
        ],
      };
    },
  };
  return definicion;
}

/** Hechos for the expediente that waited for an item left undecided (R6). */
export function avisosSinAcuerdo(porNombre: ReadonlyMap<string, EfectoCualquiera>, s: Sesion, a: Asunto, ctx: Contexto): HechoPara[] {
  const objeto = ctx.leidos[rol(a.n)];
  const hechos = objeto ? porNombre.get(a.tipo)?.sinAcuerdo?.(objeto.estado, acuerdoDe(s, a.n, ctx, []), { ...ctx, id: objeto.id }) : undefined;
  return (hechos ?? []).map((h) => ({ ...h, en: rol(a.n) }));
}

const DatosSinConsenso = z.object({
  asunto: NumeroDeAsunto,
  motivo: TextoLargo('Motivo', 'Objeciones que se mantienen y rondas de concertación realizadas.', 10_000),
});

/** X3 for the items that have no declaration of their own: recorded, never resolved by majority (6.6). */
export function dejarSinConsensoCon(efectos: readonly EfectoCualquiera[]): ActoCualquiera {
  const porNombre = new Map(efectos.map((e) => [e.nombre, e]));
  return acto<Sesion, z.output<typeof DatosSinConsenso>, Hecho>({
    nombre: 'DejarSinConsenso',
    titulo: 'Dejar constancia de que un asunto no alcanzó consenso',
    resumen: 'Cierra el asunto sin acuerdo después de las rondas de la comisión. Las objeciones quedan adjuntas.',
    expediente: 'sesion',
    numerales: ['6.6'],
    concurrencia: 'version',
    datos: DatosSinConsenso,
    escribe: (d) => [rol(d.asunto)],
    puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
    impide: siNoInstalada,
    decidir: (s, datos, ctx) => {
      const abierto = asuntoPorDecidir(s, datos.asunto);
      if ('impedimentos' in abierto) return abierto;
      const { asunto } = abierto;
      if (ASUNTOS[asunto.tipo as keyof typeof ASUNTOS]?.expediente === 'modelo')
        return {
          impedimentos: [
            {
              numeral: '6.6',
              campo: 'asunto',
              motivo: 'Sin consenso sobre un modelo, la comisión decide también a dónde vuelve.',
              remedio: 'Use «Dejar constancia de que no hay consenso» del modelo.',
            },
          ],
        };
      const { objeciones, ausentes } = consensoDe(s, asunto, ctx);
      const impedimentos = siFaltanRondas(asunto, objeciones, ctx);
      if (impedimentos.length > 0) return { impedimentos };
      const hora = horaDe(ctx) || undefined;
      const declarado: SesionHecho = {
        tipo: 'AcuerdoAdoptado',
        v: 2,
        datos: { asunto: asunto.n, resultado: 'sin_consenso', ausentes, datos: { motivo: datos.motivo }, hora },
      };
      return { hechos: [declarado, ...avisosSinAcuerdo(porNombre, s, asunto, ctx)], advertencias: advertenciasDePlazo(s, asunto, ctx) };
    },
  });
}
