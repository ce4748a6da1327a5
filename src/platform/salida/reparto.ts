import type { Db } from '../base.ts';
import { dirigir, enviar } from './cola.ts';
import type { Correo } from './correo.ts';
import type { Redaccion } from './tablas.ts';

export interface Reparto {
  /** Addresses and sends what is due now; waits for the round under way. */
  ronda(): Promise<void>;
  cerrar(): Promise<void>;
}

interface Opciones {
  db: Db;
  /** Absent: messages are addressed and wait in sight of the administration. */
  correo?: Correo;
  redaccion: Redaccion;
  ahora: () => Date;
  fallo: (e: Error) => void;
  /** Milliseconds between rounds. */
  cada?: number;
}

/** Delivers the outbox while the house is open. Any number of processes may do so at once. */
export function abrirReparto({ db, correo, redaccion, ahora, fallo, cada = 15_000 }: Opciones): Reparto {
  let curso: Promise<void> | undefined;
  const ronda = () => {
    curso ??= (async () => {
      await dirigir(db, redaccion, ahora());
      if (correo) await enviar(db, correo, redaccion, ahora);
    })()
      .catch(fallo)
      .finally(() => {
        curso = undefined;
      });
    return curso;
  };
  const reloj = setInterval(() => void ronda(), cada);
  reloj.unref();
  return {
    ronda,
    cerrar: async () => {
      clearInterval(reloj);
      await curso;
      correo?.cerrar();
    },
  };
}
