import { CAJA, CAJAS, type CajaDibujada, FLECHAS, LIENZO, VIAS } from '../flujograma.ts';

/** How many cases stand on a box, in words, and the list that shows them. */
export interface Cuenta {
  texto: string;
  casos: number;
  /** Undefined when there is nobody to show, or nothing to list. */
  a?: string;
}

/** Cases by box; undefined for who did not sign in. */
export type Cuentas = Readonly<Record<string, Cuenta>> | undefined;

function Contenido({ c, cuenta }: { c: CajaDibujada; cuenta: Cuenta | undefined }) {
  return (
    <g className={`caja ${c.via} ${cuenta && cuenta.casos > 0 ? 'con-casos' : ''}`}>
      <rect x={c.x} y={c.y} width={CAJA.ancho} height={CAJA.alto} rx={8} />
      <text x={c.x + 12} y={c.y + 21}>
        {c.lineas.map((linea, i) => (
          <tspan key={linea} x={c.x + 12} dy={i === 0 ? 0 : 17}>
            {`${linea} `}
          </tspan>
        ))}
      </text>
      {cuenta ? (
        <text x={c.x + 12} y={c.y + CAJA.alto - 12} className={cuenta.casos > 0 ? 'cuenta' : 'cuenta cero'}>
          {cuenta.texto}
        </text>
      ) : null}
    </g>
  );
}

/** The state machine as a drawing, each box a link to its cases; on a phone the list replaces it. */
export function Dibujo({ cuentas }: { cuentas: Cuentas }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the heading names it; a title would show as a tooltip over every box.
    <svg viewBox={`0 0 ${LIENZO.ancho} ${LIENZO.alto}`} className="flujo" aria-labelledby="flujo-titulo" aria-describedby="flujo-nota">
      <defs>
        <marker id="punta" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 L10 5 L0 10 z" fill="#4d5661" />
        </marker>
      </defs>
      {VIAS.map((v) => (
        <text key={v.titulo} x={v.x} y={v.y} className="via">
          {v.titulo}
        </text>
      ))}
      {FLECHAS.map((f) => (
        <g key={f.d}>
          <path d={f.d} className={f.vuelta ? 'flecha vuelta' : 'flecha'} markerEnd="url(#punta)" />
          {f.nota ? (
            <text x={f.nota.x} y={f.nota.y} className="nota">
              {f.nota.texto}
            </text>
          ) : null}
        </g>
      ))}
      {CAJAS.map((c) => {
        const cuenta = cuentas?.[c.clave];
        return cuenta?.a ? (
          <a key={c.clave} href={cuenta.a} aria-label={`${c.lineas.join(' ')}: ${cuenta.texto}`}>
            <Contenido c={c} cuenta={cuenta} />
          </a>
        ) : (
          <Contenido key={c.clave} c={c} cuenta={cuenta} />
        );
      })}
    </svg>
  );
}
