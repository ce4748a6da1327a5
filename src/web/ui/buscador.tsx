export interface FiltroDeLista {
  nombre: string;
  etiqueta: string;
  valor: string;
  opciones: readonly { valor: string; texto: string }[];
}

interface Props {
  a: string;
  q: string;
  pista: string;
  filtros: readonly FiltroDeLista[];
}

/** Search of a list, by address: works without scripts and can be shared. The first option of each filter is «no filter». */
export function Buscador({ a, q, pista, filtros }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the `search` landmark by role works in every browser of today.
    <form method="get" action={a} className="filtros" role="search">
      <div className="campo ds-field">
        <label htmlFor="q">Buscar</label>
        <input className="ds-input" id="q" name="q" type="search" defaultValue={q} placeholder={pista} />
      </div>
      {filtros.map((f) => (
        <div key={f.nombre} className="campo ds-field">
          <label htmlFor={f.nombre}>{f.etiqueta}</label>
          <select className="ds-input" id={f.nombre} name={f.nombre} defaultValue={f.valor}>
            {f.opciones.map((o) => (
              <option key={o.valor} value={o.valor}>
                {o.texto}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Buscar
        </button>
      </div>
    </form>
  );
}
