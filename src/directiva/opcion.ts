import { z } from 'zod';

/** Choice among keys whose labels a person reads: forms show `etiquetas`. */
export function Opcion<const T extends Readonly<Record<string, string>>>(title: string, etiquetas: T, description = '') {
  const valores = Object.keys(etiquetas) as [keyof T & string, ...(keyof T & string)[]];
  return z.enum(valores, { error: 'Elija una opción.' }).meta({ title, description, control: 'opcion', etiquetas });
}
