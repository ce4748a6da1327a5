import { z } from 'zod';
import { EntidadRef, ExpedienteRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { OficinaResponsable, problemasDeResponsable } from '../../directiva/responsable.ts';
import { acto, type Contexto, type HechoPara } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import { idDeHuella } from '../../kernel/identidad.ts';
import type { Id, Impedimento } from '../../kernel/tipos.ts';
import type { AcuerdoHecho } from '../acuerdo/acuerdo.ts';
import { miembrosVigentes, NumeroDeAsunto, siNoInstalada } from './sesion.comun.ts';
import { type Asunto, type Compromiso, compromisosDe, esInformativo, type Sesion, type SesionHecho } from './sesion.ts';

/** Items that may still leave something to do: agreed, or about to be. */
function conCompromisos(s: Sesion, n: number): { asunto: Asunto } | { impedimentos: Impedimento[] } {
  const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo, remedio }] });
  const asunto = s.asuntos.find((a) => a.n === n);
  if (!asunto) return no(`La agenda no tiene un asunto ${n}.`, 'Elija un asunto de la agenda.');
  if (esInformativo(asunto) || (asunto.situacion !== 'por_tratar' && asunto.situacion !== 'acordado'))
    return no('Ese asunto no lleva a un acuerdo que cumplir.', 'Elija un asunto acordado o por acordar.');
  return { asunto };
}

const DatosCompromiso = z.object({
  asunto: NumeroDeAsunto,
  titulo: Texto('Qué se debe hacer'),
  responsable: EntidadRef('Entidad responsable'),
  cargo: OficinaResponsable(),
  cumplimiento: TextoLargo('Se considera cumplido cuando…', 'Un resultado que otra persona pueda comprobar.', 2000),
  vence: FechaCampo('Fecha para cumplirlo'),
  sobre: ExpedienteRef('Expediente relacionado', '', 'El plan, equipo, modelo o indicador que avanza con esto.').optional(),
});

/** 6.6, 8.18: what an agreement asks of somebody. Noted in the session, printed in the acta, followed up from its closing. */
export const anotarCompromiso = acto<Sesion, z.output<typeof DatosCompromiso>, SesionHecho>({
  nombre: 'AnotarCompromiso',
  titulo: 'Anotar un compromiso',
  resumen: 'Anota qué pide el acuerdo, qué oficina responde, qué cuenta como cumplido y hasta cuándo; su seguimiento se abre al cerrar la sesión.',
  expediente: 'sesion',
  numerales: ['6.6', '8.18'],
  concurrencia: 'conmuta',
  datos: DatosCompromiso,
  refs: (d) => ({ sobre: d.sobre }),
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siNoInstalada,
  decidir: (s, { responsable: entidad, cargo, ...datos }, ctx) => {
    const abierto = conCompromisos(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    const responsable = { entidad, cargo };
    const impedimentos = problemasDeResponsable(responsable, ctx);
    if (impedimentos.length > 0) return { impedimentos };
    const miembro = entidad === s.sector || miembrosVigentes(ctx).some((m) => m.entidad === entidad);
    return {
      hechos: [{ tipo: 'CompromisoAnotado', v: 1, datos: { ...datos, responsable } }],
      advertencias: [
        ...(datos.vence < ctx.ocurridoEl ? [{ numeral: '6.6', motivo: `La fecha para cumplirlo (${dmy(datos.vence)}) ya pasó: nace vencido.` }] : []),
        ...(miembro
          ? []
          : [{ numeral: '7.3.2.a', motivo: `${ctx.catalogo.entidad(entidad)?.nombre ?? entidad} no tiene un miembro acreditado en la comisión.` }]),
      ],
    };
  },
});

const DatosRetiro = z.object({
  asunto: NumeroDeAsunto,
  compromiso: z.coerce.number({ error: 'Elija el compromiso.' }).int().min(1).meta({ title: 'Compromiso', description: 'Su número en el asunto.' }),
});

/** While the session is open its secretariat mends what it noted. */
export const retirarCompromiso = acto<Sesion, z.output<typeof DatosRetiro>, SesionHecho>({
  nombre: 'RetirarCompromiso',
  titulo: 'Quitar un compromiso anotado',
  resumen: 'Quita un compromiso que se anotó por error, antes de que la sesión se cierre.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosRetiro,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) =>
    siNoInstalada(s).length > 0
      ? siNoInstalada(s)
      : s.asuntos.some((a) => a.compromisos?.length)
        ? []
        : [{ numeral: '6.6', motivo: 'La sesión no tiene compromisos anotados.', remedio: 'Anote antes el compromiso.' }],
  decidir: (s, datos) =>
    s.asuntos.find((a) => a.n === datos.asunto)?.compromisos?.some((c) => c.n === datos.compromiso)
      ? { hechos: [{ tipo: 'CompromisoRetirado', v: 1, datos }] }
      : { impedimentos: [{ numeral: '6.6', campo: 'compromiso', motivo: 'Ese asunto no tiene ese compromiso.', remedio: 'Elija uno de la lista.' }] },
});

/** The follow-up of a commitment, as an expediente of its own: with the office, whoever holds it, until it is done. */
function abrir(s: Sesion, a: Asunto, c: Compromiso, id: Id, ctx: Contexto): HechoPara<AcuerdoHecho> {
  const { titulo, responsable, cumplimiento, vence, sobre } = c;
  const miembros = miembrosVigentes(ctx).map((m) => m.entidad);
  return {
    abre: { tipo: 'acuerdo', id },
    tipo: 'CompromisoRegistrado',
    v: 1,
    datos: {
      cig: s.cig,
      nombreCig: s.nombreCig,
      sector: s.sector,
      sesion: ctx.id,
      nombreSesion: s.nombre,
      asunto: a.n,
      titulo,
      responsable,
      cumplimiento,
      vence,
      sobre,
      participantes: [...new Set([s.sector, responsable.entidad, ...miembros])],
    },
  };
}

/** Follow-ups that open when the session closes, by item: only of what was agreed by consensus (6.6). */
export function seguimientosDe(s: Sesion, ctx: Contexto): Map<number, { ids: Id[]; hechos: HechoPara<AcuerdoHecho>[] }> {
  const abiertos = new Map<number, { ids: Id[]; hechos: HechoPara<AcuerdoHecho>[] }>();
  for (const a of s.asuntos.filter((x) => x.situacion === 'acordado')) {
    const compromisos = compromisosDe(a);
    const ids = compromisos.map((c) => idDeHuella(ctx.huella(`seguimiento ${ctx.id} ${a.n} ${c.n} ${ctx.ahora}`)));
    abiertos.set(a.n, { ids, hechos: compromisos.map((c, i) => abrir(s, a, c, ids[i] as Id, ctx)) });
  }
  return abiertos;
}
