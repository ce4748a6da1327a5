import { SMTPServer } from 'smtp-server';

export interface Recibido {
  para: string[];
  /** As it travelled, headers included. */
  crudo: string;
}

export interface ServidorDeCorreo {
  url: string;
  puerto: number;
  recibidos: Recibido[];
  /** Answer to a recipient: an error code refuses it. */
  responder: (para: string) => number | undefined;
  cerrar(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it accepts. */
export async function abrirServidorDeCorreo(puerto = 0): Promise<ServidorDeCorreo> {
  const casa: Pick<ServidorDeCorreo, 'recibidos' | 'responder'> = { recibidos: [], responder: () => undefined };
  const servidor = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _s, listo) => {
      const codigo = casa.responder(address);
      listo(codigo ? Object.assign(new Error(`No se acepta ${address}`), { responseCode: codigo }) : null);
    },
    onData: (flujo, sesion, listo) => {
      let crudo = '';
      flujo.setEncoding('utf8');
      flujo.on('data', (t: string) => {
        crudo += t;
      });
      flujo.on('end', () => {
        casa.recibidos.push({ para: sesion.envelope.rcptTo.map((r) => r.address), crudo });
        listo();
      });
    },
  });
  await new Promise<void>((listo, fallo) => {
    servidor.on('error', fallo);
    servidor.listen(puerto, '127.0.0.1', listo);
  });
  const direccion = servidor.server.address();
  const abierto = typeof direccion === 'object' && direccion ? direccion.port : puerto;
  return Object.assign(casa, {
    url: `smtp://127.0.0.1:${abierto}`,
    puerto: abierto,
    cerrar: () => new Promise<void>((listo) => servidor.close(() => listo())),
  });
}
