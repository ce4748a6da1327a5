import type { Servicio, ServicioHecho } from './servicio.ts';

export const SITUACIONES: Readonly<Record<Servicio['situacion'], string>> = {
  identificado: 'Identificado',
  elegible: 'Elegible',
  no_elegible: 'No elegible',
};

export const HECHOS: Readonly<Record<ServicioHecho['tipo'], string>> = {
  ServicioIdentificado: 'Servicio público identificado',
  ServicioCorregido: 'Datos del servicio corregidos',
  ServicioDeclaradoElegible: 'Servicio declarado elegible',
  ServicioDeclaradoNoElegible: 'Servicio declarado no elegible',
};
