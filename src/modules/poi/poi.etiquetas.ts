import type { ActividadPoi, PoiHecho, VinculacionPoi } from './poi.ts';

export const SITUACIONES: Readonly<Record<VinculacionPoi['situacion'], string>> = { vigente: 'Vigente', retirada: 'Retirada' };

export const HECHOS: Readonly<Record<PoiHecho['tipo'], string>> = {
  VinculacionPoiRegistrada: 'Metas vinculadas al POI',
  VinculacionPoiCorregida: 'Vinculación con el POI corregida',
  VinculacionPoiRetirada: 'Vinculación con el POI retirada',
};

export const PRIORIDADES: Readonly<Record<ActividadPoi['prioridad'], string>> = { muy_alta: 'Muy alta', alta: 'Alta', media: 'Media', baja: 'Baja' };

export const FUENTES: Readonly<Record<string, string>> = {
  '1': '1 Recursos ordinarios',
  '2': '2 Recursos directamente recaudados',
  '3': '3 Recursos por operaciones oficiales de crédito',
  '4': '4 Donaciones y transferencias',
  '5': '5 Recursos determinados',
};

export const GENERICAS: Readonly<Record<string, string>> = {
  '2.1': '2.1 Personal y obligaciones sociales',
  '2.2': '2.2 Pensiones y otras prestaciones sociales',
  '2.3': '2.3 Bienes y servicios',
  '2.4': '2.4 Donaciones y transferencias',
  '2.5': '2.5 Otros gastos',
  '2.6': '2.6 Adquisición de activos no financieros',
};
