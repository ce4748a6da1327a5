export interface CajaDeCadena {
  id: string;
  titulo: string;
  valor: string;
  /** Per cent of the way to the target; null when it cannot be said. */
  avance: number | null;
}

const ANCHO = 236;
const ALTO = 104;
const ENTRE = 46;
const LETRAS = 27;
const TINTA = '#1c2127';
const SUAVE = '#4d5661';

/** A title in at most two lines; the table has it whole. */
function renglones(texto: string): string[] {
  const salida: string[] = [''];
  for (const palabra of texto.split(' ')) {
    const actual = salida.at(-1) ?? '';
    if (actual && actual.length + palabra.length + 1 > LETRAS) {
      if (salida.length === 2) return [salida[0] as string, `${actual.slice(0, LETRAS - 1)}…`];
      salida.push(palabra);
    } else salida[salida.length - 1] = actual ? `${actual} ${palabra}` : palabra;
  }
  return salida;
}

/** Columns of indicators, from what is done to what changes, with how far each is. Plain SVG. */
export function GraficoDeCadena({
  titulo,
  columnas,
  id,
}: {
  titulo: string;
  columnas: readonly { titulo: string; filas: readonly CajaDeCadena[] }[];
  id: string;
}) {
  const llenas = columnas.filter((c) => c.filas.length > 0);
  const mayor = Math.max(1, ...llenas.map((c) => c.filas.length));
  const ancho = llenas.length * ANCHO + (llenas.length - 1) * ENTRE;
  const alto = 30 + mayor * (ALTO + 14);
  const x = (i: number) => i * (ANCHO + ENTRE);
  const y = (i: number, n: number) => 30 + ((mayor - n) * (ALTO + 14)) / 2 + i * (ALTO + 14);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${ancho} ${alto}`}
      role="img"
      aria-labelledby={`${id}-t`}
      className="grafico cadena"
      fontFamily="Arial, sans-serif"
      fontSize="15"
    >
      <title id={`${id}-t`}>{titulo}</title>
      <rect width={ancho} height={alto} fill="#fff" />
      {llenas
        .slice(1)
        .flatMap((c, k) =>
          (llenas[k]?.filas ?? []).flatMap((a, i) =>
            c.filas.map((b, j) => (
              <path
                key={`${a.id} ${b.id}`}
                d={`M${x(k) + ANCHO},${y(i, llenas[k]?.filas.length ?? 1) + ALTO / 2}C${x(k) + ANCHO + 24},${y(i, llenas[k]?.filas.length ?? 1) + ALTO / 2} ${x(k + 1) - 24},${y(j, c.filas.length) + ALTO / 2} ${x(k + 1)},${y(j, c.filas.length) + ALTO / 2}`}
                fill="none"
                stroke="#9aa4b0"
                strokeWidth="1.5"
              />
            )),
          ),
        )}
      {llenas.map((c, k) => (
        <g key={c.titulo}>
          <text x={x(k)} y={18} fill={SUAVE} fontWeight="bold">
            {c.titulo}
          </text>
          {c.filas.map((f, i) => {
            const arriba = y(i, c.filas.length);
            return (
              <g key={f.id} transform={`translate(${x(k)},${arriba})`}>
                <rect width={ANCHO} height={ALTO} rx="6" fill="#f5f7f9" stroke="#7b8591" />
                {renglones(f.titulo).map((r, n) => (
                  <text key={r} x="10" y={22 + n * 18} fill={TINTA}>
                    {r}
                  </text>
                ))}
                <text x="10" y="66" fill={TINTA} fontWeight="bold">
                  {f.valor}
                </text>
                {f.avance === null ? null : <rect x="10" y="78" width={ANCHO - 80} height="12" fill="#d5dae0" />}
                {f.avance === null ? null : (
                  <rect x="10" y="78" width={((ANCHO - 80) * Math.min(100, Math.max(0, f.avance))) / 100} height="12" fill="#1d4b8f" />
                )}
                <text x={f.avance === null ? 10 : ANCHO - 10} y="90" textAnchor={f.avance === null ? 'start' : 'end'} fill={SUAVE}>
                  {f.avance === null ? 'Sin meta o línea de base' : `${Math.round(f.avance)} %`}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
