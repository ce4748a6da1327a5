import { nombreDeCargo } from '../directiva/cargos.ts';
import { CANALES } from '../directiva/reglamento.ts';
import { diasEntre, dmy } from '../kernel/calendario.ts';
import type { Catalogo, Fecha, Id } from '../kernel/tipos.ts';
import { type Compromiso, vencido } from '../modules/acuerdo/acuerdo.ts';
import type { Mensaje } from '../platform/salida/tablas.ts';
import { agendaDe, calendarioDe, cierreDe, type SesionLeida } from './convocatoria.ts';

const PIE = 'Este mensaje lo envía Ayni a la oficina que usted ejerce. No lo responda: actúe desde el enlace.';

const escapar = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Parrafo = string | { lista: readonly string[] };

/** The same words as plain text and as simple HTML. */
function armar(asunto: string, parrafos: readonly Parrafo[], enlace: { texto: string; a: string }): Pick<Mensaje, 'asunto' | 'texto' | 'html'> {
  const texto = [...parrafos.map((p) => (typeof p === 'string' ? p : p.lista.map((l) => `- ${l}`).join('\n'))), `${enlace.texto}: ${enlace.a}`, PIE];
  const html = parrafos.map((p) => (typeof p === 'string' ? `<p>${escapar(p)}</p>` : `<ul>${p.lista.map((l) => `<li>${escapar(l)}</li>`).join('')}</ul>`));
  return {
    asunto: asunto.replace(/\s+/g, ' ').slice(0, 200),
    texto: `${texto.join('\n\n')}\n`,
    html: `<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><title>${escapar(asunto)}</title></head><body>${html.join('')}<p><a href="${escapar(enlace.a)}">${escapar(enlace.texto)}</a></p><p><small>${PIE}</small></p></body></html>`,
  };
}

/** 7.3.1.a: date, place and agenda to each member, with its calendar file. */
export function cartaDeConvocatoria(s: SesionLeida, direccion: string, actualizada: string): Mensaje {
  const e = s.estado;
  const enlace = `${direccion}/sesion/${s.id}`;
  const agenda = agendaDe(e);
  return {
    ...armar(
      `Convocatoria: ${e.nombre} de ${e.nombreCig}, ${dmy(e.fecha)}`,
      [
        `Se convoca a su oficina a la ${e.nombre} de ${e.nombreCig}.`,
        {
          lista: [
            `Fecha y hora: ${dmy(e.fecha)}, ${e.hora} (hora de Lima)`,
            `Modalidad: ${CANALES[e.modalidad]}`,
            ...(e.lugar ? [`Lugar o enlace: ${e.lugar}`] : []),
            ...(cierreDe(e) ? [cierreDe(e)] : []),
          ],
        },
        ...(agenda.length > 0 ? ['Agenda:', { lista: agenda }] : ['La agenda se completa en Ayni.']),
        'La comisión actúa por consenso: su asistencia y su posición cuentan (numerales 6.6 y 7.3.2.a de la Directiva N° 001-2016-PCM/SD).',
      ],
      { texto: 'Abrir la sesión', a: enlace },
    ),
    calendario: { nombre: `sesion-${s.codigo}.ics`, contenido: calendarioDe(s, enlace, actualizada) },
  };
}

/** Seven days before, and when overdue: to the office that answers, whoever holds it. */
export function cartaDeAcuerdo(id: Id, c: Compromiso, hoy: Fecha, catalogo: Catalogo, direccion: string): Mensaje {
  const oficina = `${nombreDeCargo(c.responsable.cargo)} de ${catalogo.entidad(c.responsable.entidad)?.nombre ?? c.responsable.entidad}`;
  const dias = diasEntre(hoy, c.vence);
  const tarde = vencido(c, hoy);
  const cuando = tarde ? `venció el ${dmy(c.vence)}` : dias === 0 ? `vence hoy, ${dmy(c.vence)}` : `vence el ${dmy(c.vence)}`;
  return armar(
    `${tarde ? 'Acuerdo vencido' : 'Acuerdo por vencer'}: ${c.titulo}`,
    [
      `El acuerdo «${c.titulo}», de ${c.nombreCig}, ${cuando}.`,
      {
        lista: [
          `Responde: ${oficina}`,
          `Se considera cumplido cuando: ${c.cumplimiento}`,
          c.nombreSesion ? `Se acordó en: ${c.nombreSesion}` : 'Lo registró quien conduce la comisión',
        ],
      },
      tarde
        ? 'Si ya se cumplió, presente la evidencia. Si no, informe el avance: quien conduce la comisión puede reprogramarlo con su motivo.'
        : 'Presente la evidencia cuando lo cumpla, o informe el avance.',
    ],
    { texto: 'Abrir el acuerdo', a: `${direccion}/expediente/${id}` },
  );
}

/** Root over all heads: kept outside this installation, it shows later what was deleted or altered. */
export function cartaDeRaiz(raiz: { fecha: Fecha; huella: string; expedientes: number }, direccion: string): Mensaje {
  return armar(
    `Raíz del registro del ${dmy(raiz.fecha)}`,
    [
      `Raíz del registro de Ayni del ${dmy(raiz.fecha)}, sobre ${raiz.expedientes} expedientes:`,
      raiz.huella,
      'Conserve este mensaje fuera de la plataforma. Si alguien borrara o alterara lo registrado hasta ese día, la verificación no daría esta raíz.',
    ],
    { texto: 'Abrir Ayni', a: direccion },
  );
}
