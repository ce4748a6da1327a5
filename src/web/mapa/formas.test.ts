import { expect, it } from 'vitest';
import { DEPARTAMENTALES, dibujoNacional } from './formas.servidor.ts';

/** A city inside each departmental territory, apart from its borders. */
const CIUDADES: Readonly<Record<string, readonly [string, number, number]>> = {
  '01': ['Chachapoyas', -77.87, -6.23],
  '02': ['Huaraz', -77.53, -9.53],
  '03': ['Abancay', -72.88, -13.63],
  '04': ['Arequipa', -71.54, -16.4],
  '05': ['Ayacucho', -74.22, -13.16],
  '06': ['Cajamarca', -78.5, -7.16],
  '07': ['Callao', -77.13, -12.03],
  '08': ['Cusco', -71.98, -13.52],
  '09': ['Huancavelica', -74.97, -12.79],
  '10': ['Huánuco', -76.24, -9.93],
  '11': ['Ica', -75.73, -14.07],
  '12': ['Huancayo', -75.2, -12.07],
  '13': ['Trujillo', -79.0, -8.11],
  '14': ['Chiclayo', -79.84, -6.77],
  '15M': ['Lima', -77.0, -12.08],
  '15P': ['Canta', -76.62, -11.47],
  '16': ['Iquitos', -73.25, -3.75],
  '17': ['Puerto Maldonado', -69.2, -12.6],
  '18': ['Moquegua', -70.93, -17.19],
  '19': ['Cerro de Pasco', -76.26, -10.68],
  '20': ['Piura', -80.63, -5.19],
  '21': ['Puno', -70.1, -15.84],
  '22': ['Moyobamba', -76.97, -6.03],
  '23': ['Tacna', -70.25, -18.01],
  '24': ['Tumbes', -80.45, -3.57],
  '25': ['Pucallpa', -74.55, -8.38],
};

/** Even–odd test on the plane, whatever the direction of the rings. */
function dentro(x: number, y: number, anillos: readonly (readonly number[][])[]): boolean {
  let si = false;
  for (const a of anillos)
    for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
      const [xi = 0, yi = 0] = a[i] as number[];
      const [xj = 0, yj = 0] = a[j] as number[];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) si = !si;
    }
  return si;
}

it('8.17 cada forma del mapa es la de su código INEI: contiene a su ciudad y a ninguna otra', () => {
  expect(DEPARTAMENTALES.map((f) => f.id).sort()).toEqual(Object.keys(CIUDADES).sort());
  for (const f of DEPARTAMENTALES) {
    const g = f.geometry;
    const anillos = (g.type === 'Polygon' ? g.coordinates : g.coordinates.flat()) as number[][][];
    const contenidas = Object.entries(CIUDADES).flatMap(([id, [, x, y]]) => (dentro(x, y, anillos) ? [id] : []));
    expect(contenidas, `forma ${f.id}`).toEqual([f.id]);
  }
});

it('8.17 el mapa nacional cabe en su marco y pesa poco', () => {
  const d = dibujoNacional();
  expect(d.formas).toHaveLength(26);
  expect(d.alto).toBeLessThanOrEqual(1300);
  expect(JSON.stringify(d).length).toBeLessThan(60_000);
});
