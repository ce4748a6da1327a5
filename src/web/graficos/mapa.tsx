export interface FormaDelMapa {
  id: string;
  d: string;
  /** «Huancavelica: 85,2 %». */
  texto: string;
  /** Class of the legend, from 0; −1 = no figure. */
  clase: number;
}

export interface DatosDelMapa {
  titulo: string;
  ancho: number;
  alto: number;
  formas: readonly FormaDelMapa[];
  /** Range of each class, in words, and how many are in it. */
  clases: readonly { texto: string; n: number }[];
  sinCifra: number;
}

/** From light to dark: they tell apart in grey too. */
const TONOS = ['#dbe7f6', '#a9c6ea', '#6c9bd6', '#3468b0', '#173a73'] as const;
const tono = (clase: number, clases: number): string => TONOS[clases <= 1 ? 2 : Math.round((clase * (TONOS.length - 1)) / (clases - 1))] ?? '#fff';

/** Map by classes. Plain SVG: it reads the same outside the page. */
export function GraficoDeMapa({ d, id }: { d: DatosDelMapa; id: string }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`-4 -4 ${d.ancho + 8} ${d.alto + 8}`}
      role="img"
      aria-labelledby={`${id}-t`}
      className="grafico mapa"
      strokeLinejoin="round"
    >
      <title id={`${id}-t`}>{d.titulo}</title>
      <defs>
        <pattern id={`${id}-p`} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="14" height="14" fill="#fff" />
          <path d="M0,0v14" stroke="#7b8591" strokeWidth="4" />
        </pattern>
      </defs>
      <g stroke="#4d5661" strokeWidth="2" fillRule="evenodd">
        {d.formas.map((f) => (
          <path key={f.id} d={f.d} fill={f.clase < 0 ? `url(#${id}-p)` : tono(f.clase, d.clases.length)}>
            <title>{f.texto}</title>
          </path>
        ))}
      </g>
    </svg>
  );
}

export function LeyendaDeMapa({ d }: { d: DatosDelMapa }) {
  return (
    <ul className="leyenda columna">
      {d.clases.map((c, i) => (
        <li key={c.texto}>
          <svg width="22" height="16" aria-hidden="true">
            <rect x="1" y="1" width="20" height="14" fill={tono(i, d.clases.length)} stroke="#4d5661" />
          </svg>
          {c.texto} <span className="tenue">({c.n})</span>
        </li>
      ))}
      {d.sinCifra > 0 ? (
        <li>
          <svg width="22" height="16" aria-hidden="true">
            <rect x="1" y="1" width="20" height="14" fill="#fff" stroke="#4d5661" />
            <path d="M4,15L14,1M11,15L20,3" stroke="#7b8591" strokeWidth="2" />
          </svg>
          Sin cifra <span className="tenue">({d.sinCifra})</span>
        </li>
      ) : null}
    </ul>
  );
}
