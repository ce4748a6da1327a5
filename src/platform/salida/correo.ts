import { createTransport } from 'nodemailer';
import type { Mensaje } from './tablas.ts';

/** What became of an attempt: accepted with the reply of the server, to be tried again, or refused for good. */
export type Intento = { ok: true; respuesta: string } | { ok: false; definitivo: boolean; motivo: string };

export interface Correo {
  enviar(para: string, id: string, m: Mensaje): Promise<Intento>;
  cerrar(): void;
}

/** Shorter than the time for which a message is taken. */
const ESPERA = 20_000;

/** Mail through an SMTP server. The identity of the message is stable: a receiver recognises a repetition. */
export function abrirCorreo({ url, remitente }: { url: string; remitente: string }): Correo {
  const transporte = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: ESPERA, greetingTimeout: ESPERA, socketTimeout: ESPERA });
  const dominio = remitente.replace(/>?$/, '').split('@')[1] || 'ayni';
  return {
    enviar: async (para, id, m) => {
      try {
        const r = await transporte.sendMail({
          from: remitente,
          to: para,
          subject: m.asunto,
          text: m.texto,
          html: m.html,
          messageId: `<${id}@${dominio}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'es-PE' },
          icalEvent: m.calendario && { method: 'PUBLISH', filename: m.calendario.nombre, content: m.calendario.contenido },
        });
        return { ok: true, respuesta: r.response };
      } catch (e) {
        return fallo(e as Error & { code?: string; responseCode?: number; response?: string });
      }
    },
    cerrar: () => transporte.close(),
  };
}

/** A 5xx on the address or the message is final; a server that is down, that asks to wait (4xx) or that refuses our access is not. */
function fallo(e: Error & { code?: string; responseCode?: number; response?: string }): Intento {
  const definitivo = (e.responseCode ?? 0) >= 500 && (e.code === 'EENVELOPE' || e.code === 'EMESSAGE');
  const codigo = e.responseCode ?? e.code ?? '';
  return { ok: false, definitivo, motivo: sinDirecciones(`${codigo} ${e.response ?? e.message}`).slice(0, 500) };
}

/** Servers repeat the address in their answers: it is not kept. */
export const sinDirecciones = (texto: string): string => texto.replace(/[^\s<>,;:"]+@[^\s<>,;:"]+/g, '(dirección)').trim();
