import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { dmy } from '../../kernel/calendario.ts';
import { buscarTerritorios } from '../../lecturas/entidades.ts';
import { enPalabras } from '../etiquetas.ts';
import { cuantos, numero } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { administracionDe } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const POR_PAGINA = 50;
const RUTA = '/administracion/territorio';
const TIPOS = ['departamento', 'ambito', 'provincia', 'distrito'];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const p = new URL(request.url).searchParams;
  const q = (p.get('q') ?? '').trim().slice(0, 100);
  const tipo = TIPOS.find((t) => t === p.get('tipo')) ?? '';
  const pagina = paginaDe(p);
  const { total, filas } = await buscarTerritorios(deps.db, { q, tipo: tipo || undefined, pagina, tamano: POR_PAGINA });
  const codigos = (f: (typeof filas)[number], emisor: string) =>
    f.codigos.filter((c) => c.emisor === emisor).map((c) => (c.vigente ? c.codigo : `${c.codigo} (anterior)`));
  return {
    q,
    tipo,
    pagina,
    total,
    filas: filas.map((f) => ({
      id: f.id,
      nombre: f.nombre,
      tipo: enPalabras(f.tipo).replace('Ambito', 'Ámbito'),
      dentroDe: f.dentroDe,
      capital: f.capital,
      poblacion: f.poblacion === null ? null : numero(f.poblacion),
      hasta: f.vigenteHasta ? dmy(f.vigenteHasta) : null,
      inei: codigos(f, 'INEI'),
      reniec: codigos(f, 'RENIEC'),
    })),
  };
}

/** Territories with the code that each issuer gives them. */
export default function Territorio() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Territorio"
        bajada={cuantos(d.total, 'territorio', 'territorios')}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Territorio' }]}
      >
        <Link className="ds-button" to="/administracion/importar">
          Importar territorio
        </Link>
      </Encabezado>
      <Buscador
        a={RUTA}
        q={d.q}
        pista="Nombre o código"
        filtros={[
          {
            nombre: 'tipo',
            etiqueta: 'Tipo',
            valor: d.tipo,
            opciones: [{ valor: '', texto: 'Todos' }, ...TIPOS.map((valor) => ({ valor, texto: enPalabras(valor).replace('Ambito', 'Ámbito') }))],
          },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo="Ningún territorio coincide">
          <p>Busque por una parte del nombre, sin tildes, o por el código completo del INEI o del RENIEC.</p>
          <Link to={RUTA}>Quitar los filtros</Link>
        </Vacio>
      ) : (
        <Tabla titulo="Territorios">
          <thead>
            <tr>
              <th scope="col">Territorio</th>
              <th scope="col">Tipo</th>
              <th scope="col">Capital</th>
              <th scope="col" className="num">
                Población
              </th>
              <th scope="col" className="num">
                INEI
              </th>
              <th scope="col" className="num">
                RENIEC
              </th>
            </tr>
          </thead>
          <tbody>
            {d.filas.map((f) => (
              <tr key={f.id}>
                <th scope="row">
                  {f.nombre}
                  <span className="tenue menor detalle">{[f.dentroDe, f.hasta ? `vigente hasta el ${f.hasta}` : null].filter(Boolean).join(' · ')}</span>
                </th>
                <td>{f.tipo}</td>
                <td>{f.capital ?? <span className="tenue">—</span>}</td>
                <td className="num">{f.poblacion ?? <span className="tenue">—</span>}</td>
                <td className="num">{f.inei.length > 0 ? f.inei.join(', ') : <span className="tenue">—</span>}</td>
                <td className="num">{f.reniec.length > 0 ? f.reniec.join(', ') : <span className="tenue">—</span>}</td>
              </tr>
            ))}
          </tbody>
        </Tabla>
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${RUTA}?${new URLSearchParams({ q: d.q, tipo: d.tipo, pagina: String(n) })}`} />
    </>
  );
}
