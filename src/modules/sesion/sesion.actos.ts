import type { ActoCualquiera, Modulo } from '../../kernel/acto.ts';
import { anotarCompromiso, retirarCompromiso } from './sesion.compromisos.ts';
import { convocarSesion, incluirAsunto, invitarASesion, moverAsunto } from './sesion.convocatoria.ts';
import { darPorTratado, instalarSesion, ponerEnDebate, registrarAsistencia, registrarSalida } from './sesion.desarrollo.ts';
import { evolve } from './sesion.evolve.ts';
import { abrirRonda, comentarAsunto, fijarPosicion, incorporarEnmienda, retirarEnmienda, retirarObjecion } from './sesion.posiciones.ts';
import { ficha, type Sesion, type SesionHecho } from './sesion.ts';

/** In the order in which a session needs them. The agreements, deferring and closing come from `sesion.acuerdos.ts`. */
const actos: readonly ActoCualquiera[] = [
  convocarSesion,
  incluirAsunto,
  moverAsunto,
  invitarASesion,
  instalarSesion,
  registrarAsistencia,
  registrarSalida,
  ponerEnDebate,
  fijarPosicion,
  retirarObjecion,
  comentarAsunto,
  incorporarEnmienda,
  retirarEnmienda,
  abrirRonda,
  darPorTratado,
  anotarCompromiso,
  retirarCompromiso,
];

export const sesion: Modulo<Sesion, SesionHecho> = {
  tipo: 'sesion',
  nombre: 'Sesión de la CIG',
  serie: 'SES',
  evolve,
  ficha,
  actos,
  unicidad: { numeral: '6.6', motivo: 'Ya existe una sesión con ese número.', remedio: 'Vuelva a convocarla: recibirá el número siguiente.' },
};
