import type { ClaseDeSalida, EstadoDeSalida } from '../platform/salida/tablas.ts';
import type { Tono } from './etiquetas.ts';

export const CLASES: Readonly<Record<ClaseDeSalida, string>> = {
  convocatoria: 'Convocatoria',
  recordatorio: 'Acuerdo por vencer',
  vencido: 'Acuerdo vencido',
  raiz: 'Raíz del registro',
};

export const ESTADOS_DE_CORREO: Readonly<Record<EstadoDeSalida, { texto: string; tono: Tono }>> = {
  por_dirigir: { texto: 'Por dirigir', tono: 'azul' },
  dirigido: { texto: 'Dirigido', tono: 'gris' },
  pendiente: { texto: 'Por enviar', tono: 'azul' },
  enviado: { texto: 'Aceptado por el servidor', tono: 'verde' },
  descartado: { texto: 'No se envió', tono: 'ambar' },
  muerto: { texto: 'Falló', tono: 'rojo' },
};
