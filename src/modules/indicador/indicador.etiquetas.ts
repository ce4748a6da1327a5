import type { Definicion, Indicador, IndicadorHecho } from './indicador.ts';

export const SITUACIONES: Readonly<Record<Indicador['situacion'], string>> = { borrador: 'Borrador', acordado: 'Acordado', retirado: 'Retirado' };

export const HECHOS: Readonly<Record<IndicadorHecho['tipo'], string>> = {
  IndicadorDefinido: 'Indicador definido',
  IndicadorVersionado: 'Método del indicador cambiado',
  IndicadorAdoptado: 'Indicador recogido en un acuerdo',
  LineaBaseFijada: 'Línea de base fijada',
  MetasFijadas: 'Metas fijadas',
  PeriodoAbierto: 'Periodo abierto al reporte',
  PeriodoCerrado: 'Periodo cerrado',
  PeriodoPublicado: 'Periodo publicado',
  IndicadorDejado: 'Indicador retirado',
};

export const DIMENSIONES: Readonly<Record<Definicion['dimension'], string>> = {
  cobertura: 'Cobertura',
  calidad: 'Calidad',
  satisfaccion: 'Satisfacción de la ciudadanía',
  costo: 'Costo',
  otra: 'Otra',
};
export const CLASES: Readonly<Record<Definicion['clase'], string>> = { resultado: 'Resultado', producto: 'Producto', proceso: 'Proceso' };
export const AGREGACIONES: Readonly<Record<Definicion['agregacion'], string>> = {
  suma: 'Suma de los territorios',
  conteo: 'Conteo',
  razon: 'Razón de sumas (numerador entre denominador)',
  media_ponderada: 'Promedio ponderado',
  promedio: 'Promedio simple de quienes reportan',
  ultimo: 'Existencia al final del periodo',
};
export const SENTIDOS: Readonly<Record<Definicion['sentido'], string>> = { mayor_mejor: 'Mejor cuanto mayor', menor_mejor: 'Mejor cuanto menor' };
export const CAPTURAS: Readonly<Record<Definicion['captura'], string>> = {
  distrito: 'Distrito',
  provincia: 'Provincia',
  departamento: 'Departamento',
  pais: 'País',
};
export const CRITERIOS = {
  simplicidad: 'Simplicidad',
  confiabilidad: 'Confiabilidad',
  validez: 'Validez',
  costoRazonable: 'Costo razonable de recojo',
} as const;
