import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const MODELO = idDemo('modelo/cred-09');

/** Goals of the modelo in the operating plan of the regional government: two of four, so that the measure shows a gap. */
export async function vincularConPoi(g: Guion): Promise<void> {
  const anio = Number(g.hace(25).slice(0, 4)) + 1;
  await g.hacer(
    'gr-09/gerente_regional',
    'VincularPoi',
    idDemo('poi/cred-gr-09'),
    {
      modelo: MODELO,
      anio,
      metas: [
        { indicador: 1, meta: '85 % de controles completos (demostración)', actividad: 'AOI-DEMO-01' },
        { indicador: 2, meta: '30 % de anemia (demostración)', actividad: 'AOI-DEMO-02' },
        { indicador: 3, meta: '80 % de familias satisfechas (demostración)', actividad: 'AOI-DEMO-03' },
      ],
      actividades: [
        actividad('AOI-DEMO-01', 'Atención de niñas y niños con CRED completo', 'Niño controlado', 14400, '1200'),
        actividad('AOI-DEMO-02', 'Visitas domiciliarias y suplementación con hierro', 'Visita', 9600, '800'),
        actividad('AOI-DEMO-03', 'Consejería intercultural a familias', 'Familia', 2400, '200'),
      ],
      cadenas: [cadena('AOI-DEMO-01', '2.1', 1_380_000), cadena('AOI-DEMO-01', '2.3', 420_000), cadena('AOI-DEMO-02', '2.3', 264_000)],
    },
    { el: g.hace(18) },
  );
}

const actividad = (codigo: string, nombre: string, unidad: string, anual: number, mes: string) => ({
  codigo,
  nombre: `${nombre} (demostración)`,
  unidad,
  centroCosto: 'Dirección Regional de Salud',
  oei: 'OEI.01',
  aei: 'AEI.01.02',
  ubigeo: '090101',
  prioridad: 'alta',
  anual,
  mensual: Array(12).fill(mes).join(' '),
});

const cadena = (codigo: string, generica: string, pia: number) => ({
  actividad: codigo,
  categoria: '1001 Productos específicos para desarrollo infantil temprano',
  producto: '3033255 Niños con CRED completo según edad',
  obra: 'Brindar a niños el control de crecimiento y desarrollo (demostración)',
  finalidad: 'Finalidad de demostración',
  fuente: '1',
  generica,
  pia,
  mensual: Array(12)
    .fill(pia / 12)
    .join(' '),
});
