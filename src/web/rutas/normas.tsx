import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { dmy } from '../../kernel/calendario.ts';
import { buscarFunciones } from '../../lecturas/entidades.ts';
import { enPalabras } from '../etiquetas.ts';
import { cuantos } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { administracionDe } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const POR_PAGINA = 50;
const RUTA = '/administracion/normas';
const NIVELES = ['nacional', 'regional', 'provincial', 'distrital', 'local'];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const p = new URL(request.url).searchParams;
  const q = (p.get('q') ?? '').trim().slice(0, 100);
  const norma = (p.get('norma') ?? '').slice(0, 60);
  const nivel = NIVELES.find((n) => n === p.get('nivel')) ?? '';
  const pagina = paginaDe(p);
  const r = await buscarFunciones(deps.db, { q, norma: norma || undefined, nivel: nivel || undefined, pagina, tamano: POR_PAGINA });
  return {
    q,
    norma,
    nivel,
    pagina,
    total: r.total,
    normas: r.normas,
    filas: r.filas.map((f) => ({
      ...f,
      nivel: f.nivel ? enPalabras(f.nivel) : null,
      vigencia: f.vigenteDesde
        ? `desde el ${dmy(f.vigenteDesde)}${f.vigenteHasta ? ` hasta el ${dmy(f.vigenteHasta)}` : ''}`
        : f.vigenteHasta
          ? `hasta el ${dmy(f.vigenteHasta)}`
          : null,
    })),
  };
}

/** Functions that the laws give to each level, as services and processes cite them. */
export default function Normas() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Normas y funciones"
        bajada={cuantos(d.total, 'función', 'funciones')}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Normas y funciones' }]}
      >
        <Link className="ds-button" to="/administracion/importar">
          Importar normas
        </Link>
      </Encabezado>
      <Buscador
        a={RUTA}
        q={d.q}
        pista="Palabras o artículo"
        filtros={[
          {
            nombre: 'norma',
            etiqueta: 'Norma',
            valor: d.norma,
            opciones: [{ valor: '', texto: 'Todas' }, ...d.normas.map((n) => ({ valor: n.id, texto: n.nombre }))],
          },
          {
            nombre: 'nivel',
            etiqueta: 'Nivel',
            valor: d.nivel,
            opciones: [{ valor: '', texto: 'Todos' }, ...NIVELES.map((valor) => ({ valor, texto: enPalabras(valor) }))],
          },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo="Ninguna función coincide">
          <p>Busque con menos palabras, sin tildes, o quite algún filtro.</p>
          <Link to={RUTA}>Quitar los filtros</Link>
        </Vacio>
      ) : (
        <Tabla titulo="Funciones">
          <thead>
            <tr>
              <th scope="col">Clave</th>
              <th scope="col">Función</th>
              <th scope="col">Nivel</th>
              <th scope="col">Vigencia</th>
            </tr>
          </thead>
          <tbody>
            {d.filas.map((f) => (
              <tr key={f.clave}>
                <th scope="row" className="sin-corte">
                  {f.clave}
                </th>
                <td className="ancha">
                  {f.texto}
                  {f.materia ? <span className="tenue menor detalle">{f.materia}</span> : null}
                  {f.textoCompleto ? (
                    <details>
                      <summary aria-label={`Texto de la ley: ${f.clave}`}>Texto de la ley</summary>
                      <p className="parrafo">{f.textoCompleto}</p>
                      <p className="tenue menor">{f.normaNombre}</p>
                    </details>
                  ) : null}
                </td>
                <td>{f.nivel ?? <span className="tenue">—</span>}</td>
                <td>{f.vigencia ?? <span className="tenue">Sin fecha</span>}</td>
              </tr>
            ))}
          </tbody>
        </Tabla>
      )}
      <Paginas
        pagina={d.pagina}
        total={d.total}
        tamano={POR_PAGINA}
        a={(n) => `${RUTA}?${new URLSearchParams({ q: d.q, norma: d.norma, nivel: d.nivel, pagina: String(n) })}`}
      />
    </>
  );
}
