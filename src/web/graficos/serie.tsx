import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { cifra } from '../formato.ts';

export interface PuntoDeLinea {
  /** Place of the period in the axis. */
  x: number;
  y: number | null;
  /** Margin of error of a figure that comes from a sample. */
  margen?: number;
}

export interface LineaDeSerie {
  nombre: string;
  puntos: readonly PuntoDeLinea[];
  /** Trend towards the period of the target. */
  proyeccion: readonly PuntoDeLinea[] | null;
}

export interface DatosDeSerie {
  titulo: string;
  unidad: string;
  decimales: number;
  /** Names of every period of the axis, without holes. */
  periodos: readonly string[];
  lineas: readonly LineaDeSerie[];
  base: PuntoDeLinea | null;
  metas: readonly PuntoDeLinea[];
  /** Periods from which the method is another and values do not compare. */
  rupturas: readonly number[];
}

const W = 640;
const H = 330;
const M = { arriba: 34, derecha: 18, abajo: 44, izquierda: 74 };
const TINTA = '#1c2127';
const SUAVE = '#4d5661';
const LINEAS = [
  { color: '#1d4b8f', trazo: undefined, punto: 'circulo' },
  { color: '#9b1c2e', trazo: '9 5', punto: 'cuadro' },
  { color: '#1b6b45', trazo: '3 4', punto: 'rombo' },
  { color: '#8a5a00', trazo: '12 4 3 4', punto: 'circulo' },
  { color: '#5b2a86', trazo: '6 3', punto: 'cuadro' },
] as const;

/** A line crosses a break of method only as a gap. */
function tramos(puntos: readonly PuntoDeLinea[], rupturas: readonly number[]): PuntoDeLinea[][] {
  const salida: PuntoDeLinea[][] = [[]];
  for (const p of puntos) {
    if (rupturas.includes(p.x)) salida.push([]);
    salida.at(-1)?.push(p);
  }
  return salida;
}

/** Lines over periods, with baseline, targets and breaks of method. Plain SVG: it reads the same outside the page. */
export function GraficoDeSerie({ d, id }: { d: DatosDeSerie; id: string }) {
  const valores = [...d.lineas.flatMap((l) => [...l.puntos, ...(l.proyeccion ?? [])]), ...d.metas, ...(d.base ? [d.base] : [])].flatMap((p) =>
    p.y === null ? [] : [p.y - (p.margen ?? 0), p.y + (p.margen ?? 0)],
  );
  const menor = Math.min(0, ...valores);
  const mayor = Math.max(menor + 1e-9, ...valores);
  const y = scaleLinear([menor, mayor], [H - M.abajo, M.arriba]).nice(5);
  const x = scaleLinear([0, Math.max(1, d.periodos.length - 1)], [M.izquierda + 10, W - M.derecha - 12]);
  const marcas = y.ticks(5);
  const decimales = Math.max(0, ...marcas.map((m) => (String(Number(m.toPrecision(10))).split('.')[1] ?? '').length));
  const cada = Math.max(1, Math.ceil(d.periodos.length / 8));
  const camino = line<PuntoDeLinea>()
    .defined((p) => p.y !== null)
    .x((p) => Math.round(x(p.x) * 10) / 10)
    .y((p) => Math.round(y(p.y ?? 0) * 10) / 10);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${W} ${H}`}
      role="img"
      aria-labelledby={`${id}-t`}
      className="grafico"
      fontFamily="Arial, sans-serif"
      fontSize="15"
    >
      <title id={`${id}-t`}>{d.titulo}</title>
      <rect width={W} height={H} fill="#fff" />
      <text x={M.izquierda} y={18} fill={SUAVE} fontSize="14">
        {d.unidad}
      </text>
      {marcas.map((m) => (
        <g key={m}>
          <line x1={M.izquierda} x2={W - M.derecha} y1={y(m)} y2={y(m)} stroke={m === 0 ? '#7b8591' : '#d5dae0'} />
          <text x={M.izquierda - 8} y={y(m) + 5} textAnchor="end" fill={SUAVE}>
            {cifra(m, decimales)}
          </text>
        </g>
      ))}
      {d.periodos.map((p, i) =>
        i % cada === 0 || i === d.periodos.length - 1 ? (
          <text key={p} x={x(i)} y={H - M.abajo + 24} textAnchor="middle" fill={SUAVE}>
            {p}
          </text>
        ) : null,
      )}
      {d.rupturas.map((r) => (
        <g key={r}>
          <line x1={x(r - 0.5)} x2={x(r - 0.5)} y1={M.arriba - 4} y2={H - M.abajo} stroke={TINTA} strokeDasharray="4 4" />
          <text x={x(r - 0.5)} y={M.arriba - 8} textAnchor={r > d.periodos.length / 2 ? 'end' : 'start'} fill={TINTA} fontSize="13">
            cambio de método
          </text>
        </g>
      ))}
      {d.lineas.map((l, i) => {
        const estilo = LINEAS[i % LINEAS.length] as (typeof LINEAS)[number];
        return (
          <g key={l.nombre} stroke={estilo.color} fill="none" strokeWidth="2.5">
            {tramos(l.puntos, d.rupturas).map((t) => (
              <path key={t[0]?.x ?? 'vacio'} d={camino(t) ?? ''} strokeDasharray={estilo.trazo} />
            ))}
            {l.proyeccion ? <path d={camino([...l.proyeccion]) ?? ''} strokeDasharray="2 5" strokeWidth="2" /> : null}
            {l.puntos.map((p) =>
              p.y === null || p.margen === undefined ? null : (
                <path key={p.x} d={`M${x(p.x) - 6},${y(p.y - p.margen)}h12m-6,0V${y(p.y + p.margen)}m-6,0h12`} strokeWidth="1.5" />
              ),
            )}
            {l.puntos.map((p) => (p.y === null ? null : <Punto key={p.x} forma={estilo.punto} x={x(p.x)} y={y(p.y)} color={estilo.color} />))}
          </g>
        );
      })}
      {d.metas.map((m) => (m.y === null ? null : <path key={m.x} d={`M${x(m.x) - 11},${y(m.y)}h22`} stroke={TINTA} strokeWidth="4" />))}
      {d.base?.y === null || d.base === null ? null : (
        <path d={`M${x(d.base.x)},${y(d.base.y) - 8}l8,8 -8,8 -8,-8z`} fill="#fff" stroke={TINTA} strokeWidth="2.5" />
      )}
    </svg>
  );
}

function Punto({ forma, x, y, color }: { forma: (typeof LINEAS)[number]['punto']; x: number; y: number; color: string }) {
  if (forma === 'cuadro') return <rect x={x - 4} y={y - 4} width="8" height="8" fill={color} />;
  if (forma === 'rombo') return <path d={`M${x},${y - 6}l6,6 -6,6 -6,-6z`} fill={color} />;
  return <circle cx={x} cy={y} r="4.5" fill={color} />;
}

/** What each sign of the chart means. */
export function LeyendaDeSerie({ d }: { d: DatosDeSerie }) {
  return (
    <ul className="leyenda">
      {d.lineas.map((l, i) => {
        const e = LINEAS[i % LINEAS.length] as (typeof LINEAS)[number];
        return (
          <li key={l.nombre}>
            <svg width="34" height="14" aria-hidden="true">
              <path d="M0,7h34" stroke={e.color} strokeWidth="2.5" strokeDasharray={e.trazo} />
              <Punto forma={e.punto} x={17} y={7} color={e.color} />
            </svg>
            {l.nombre}
          </li>
        );
      })}
      {d.base ? (
        <li>
          <svg width="20" height="18" aria-hidden="true">
            <path d="M10,1l8,8 -8,8 -8,-8z" fill="#fff" stroke={TINTA} strokeWidth="2.5" />
          </svg>
          Línea de base
        </li>
      ) : null}
      {d.lineas.some((l) => l.puntos.some((p) => p.margen !== undefined)) ? (
        <li>
          <svg width="18" height="18" aria-hidden="true">
            <path d="M3,1h12m-6,0V17m-6,0h12" stroke={TINTA} strokeWidth="1.5" fill="none" />
          </svg>
          Margen de error
        </li>
      ) : null}
      {d.lineas.some((l) => l.proyeccion) ? (
        <li>
          <svg width="34" height="14" aria-hidden="true">
            <path d="M0,7h34" stroke={TINTA} strokeWidth="2" strokeDasharray="2 5" />
          </svg>
          Tendencia, si todo sigue igual
        </li>
      ) : null}
      {d.metas.length > 0 ? (
        <li>
          <svg width="24" height="14" aria-hidden="true">
            <path d="M1,7h22" stroke={TINTA} strokeWidth="4" />
          </svg>
          Meta
        </li>
      ) : null}
    </ul>
  );
}
