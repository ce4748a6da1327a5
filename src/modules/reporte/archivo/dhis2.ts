import { type Periodicidad, type Periodo, partesDe } from '../../../directiva/periodos.ts';

/** `202107`, `2021Q3`, `2021S1` or `2021`, as DHIS2 writes them. */
function periodoDhis2(p: Periodicidad, periodo: Periodo): string {
  const { anio, parte } = partesDe(p, periodo);
  if (p === 'mensual') return `${anio}${String(parte).padStart(2, '0')}`;
  if (p === 'trimestral') return `${anio}Q${parte}`;
  return p === 'semestral' ? `${anio}S${parte}` : String(anio);
}

/** Figures of one period as a DHIS2 data value set, by INEI code; what has no figure is not in it. */
export function conjuntoDhis2(o: {
  elemento: string;
  periodicidad: Periodicidad;
  periodo: Periodo;
  categoria: string;
  valores: readonly { territorio: string; valor: number }[];
}): string {
  const comun = { dataElement: o.elemento, period: periodoDhis2(o.periodicidad, o.periodo), ...(o.categoria ? { categoryOptionCombo: o.categoria } : {}) };
  return JSON.stringify({
    orgUnitIdScheme: 'CODE',
    dataElementIdScheme: 'CODE',
    ...(o.categoria ? { categoryOptionComboIdScheme: 'NAME' } : {}),
    dataValues: o.valores.map(({ territorio, valor }) => ({ ...comun, orgUnit: territorio, value: String(valor) })),
  });
}
