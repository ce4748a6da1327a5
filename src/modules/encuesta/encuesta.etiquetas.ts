import type { Encuesta, EncuestaHecho, FichaTecnica } from './encuesta.ts';

export const SITUACIONES: Readonly<Record<Encuesta['situacion'], string>> = { vigente: 'Vigente', retirada: 'Retirada' };

export const HECHOS: Readonly<Record<EncuestaHecho['tipo'], string>> = {
  EncuestaRegistrada: 'Encuesta registrada',
  EncuestaRetirada: 'Encuesta retirada',
};

export const DISENOS: Readonly<Record<FichaTecnica['diseno'], string>> = {
  aleatorio: 'Aleatorio simple',
  estratificado: 'Estratificado',
  conglomerados: 'Por conglomerados',
  polietapico: 'En varias etapas',
  no_probabilistico: 'No probabilístico (cuotas, conveniencia)',
};
export const MEDIDAS: Readonly<Record<FichaTecnica['medida'], string>> = {
  proporcion: 'Porcentaje de personas',
  media: 'Promedio de una escala',
};
export const CONFIANZAS: Readonly<Record<FichaTecnica['confianza'], string>> = { '90': '90 %', '95': '95 %', '99': '99 %' };
