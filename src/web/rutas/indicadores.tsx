import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nombreDePeriodo } from '../../directiva/periodos.ts';
import { reservasDe } from '../../lecturas/cifras.ts';
import { listarIndicadores } from '../../lecturas/indicadores.ts';
import { CAPTURAS, DIMENSIONES } from '../../modules/indicador/indicador.etiquetas.ts';
import { valorDe } from '../../platform/cifras/celda.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { creables } from '../acciones.ts';
import { depsDe } from '../contexto.ts';
import { nombreDeSituacion, tonoDeSituacion } from '../etiquetas.ts';
import { cifra, cuantos } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import type { DepsDeOficina } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const RUTA = '/indicadores';
const POR_PAGINA = 50;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  const p = new URL(request.url).searchParams;
  const dado = (n: string) => (p.get(n) ?? '').trim().slice(0, 100);
  const filtro = {
    q: dado('q'),
    sector: dado('sector'),
    servicio: UUID.test(dado('servicio')) ? dado('servicio') : '',
    dimension: dado('dimension') in DIMENSIONES ? dado('dimension') : '',
  };
  const pagina = paginaDe(p);
  const r = await listarIndicadores(deps.db, { ...filtro, soloPublicado: deps.quien === null, pagina, tamano: POR_PAGINA });
  const ocultas = new Set<string>();
  for (const { id, estado, ultimo } of r.filas)
    if (ultimo?.reserva) {
      const posiciones = await posicionesDeCatalogo(deps.db, deps.catalogo());
      if ((await reservasDe(deps.db, id, estado, posiciones, [ultimo.periodo])).get(ultimo.periodo)?.oculto('pais', 0, '')) ocultas.add(id);
    }
  return {
    filtro,
    pagina,
    total: r.total,
    publico: deps.quien === null,
    sectores: r.sectores,
    servicios: r.servicios,
    nuevo: deps.quien ? (creables(deps as DepsDeOficina, 'indicador')[0]?.titulo ?? null) : null,
    filas: r.filas.map((f) => {
      const { ultimo: u, estado: s } = f;
      const valor = u ? valorDe(s.agregacion, Number(u.num), Number(u.den), s.factor) : Number.NaN;
      return {
        id: f.id,
        titulo: f.titulo,
        detalle: [f.servicioNombre, f.sectorNombre, f.codigo, f.demo ? 'demostración' : ''].filter(Boolean).join(' · '),
        dimension: DIMENSIONES[s.dimension],
        captura: CAPTURAS[s.captura],
        situacion: nombreDeSituacion('indicador', f.situacion),
        tono: tonoDeSituacion(f.situacion),
        valor: ocultas.has(f.id) ? 'reservado' : u && Number.isFinite(valor) ? cifra(valor, s.decimales) : null,
        unidad: ocultas.has(f.id) ? '' : s.unidad,
        periodo: u ? nombreDePeriodo(s.periodicidad, u.periodo) : null,
        sinPublicar: u !== null && s.periodos[u.periodo]?.situacion !== 'publicado',
      };
    }),
  };
}

/** Indicators of the services, with the last national figure of each. */
export default function Indicadores() {
  const d = useLoaderData<typeof loader>();
  const filtrada = Object.values(d.filtro).some(Boolean);
  const opciones = (todas: string, lista: readonly { valor: string; texto: string }[]) => [{ valor: '', texto: todas }, ...lista];
  return (
    <>
      <Encabezado titulo="Indicadores" bajada={`${cuantos(d.total, 'indicador', 'indicadores')}${d.publico ? ' con periodos publicados' : ''}`}>
        {d.nuevo ? (
          <Link className="ds-button" to="/nuevo/DefinirIndicador" reloadDocument>
            {d.nuevo}
          </Link>
        ) : null}
      </Encabezado>
      <Buscador
        a={RUTA}
        q={d.filtro.q}
        pista="Nombre o número"
        filtros={[
          { nombre: 'sector', etiqueta: 'Sector', valor: d.filtro.sector, opciones: opciones('Todos', d.sectores) },
          { nombre: 'servicio', etiqueta: 'Servicio', valor: d.filtro.servicio, opciones: opciones('Todos', d.servicios) },
          {
            nombre: 'dimension',
            etiqueta: 'Qué mide',
            valor: d.filtro.dimension,
            opciones: opciones(
              'Todo',
              Object.entries(DIMENSIONES).map(([valor, texto]) => ({ valor, texto })),
            ),
          },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo={filtrada ? 'Ningún indicador coincide' : 'Todavía no hay ninguno'}>
          {filtrada ? (
            <>
              <p>Quite algún filtro o busque con menos palabras.</p>
              <Link to={RUTA}>Quitar los filtros</Link>
            </>
          ) : (
            <p>
              {d.publico
                ? 'Aquí aparecerán los indicadores cuando un sector publique sus primeras cifras.'
                : 'El sector define los indicadores de cada servicio, con su línea de base y sus metas (8.17 a 8.19).'}
            </p>
          )}
        </Vacio>
      ) : (
        <Tabla titulo="Indicadores">
          <thead>
            <tr>
              <th scope="col">Indicador</th>
              <th scope="col">Qué mide</th>
              <th scope="col">Se recoge por</th>
              {d.publico ? null : <th scope="col">Situación</th>}
              <th scope="col" className="num">
                Último valor nacional
              </th>
            </tr>
          </thead>
          <tbody>
            {d.filas.map((f) => (
              <tr key={f.id}>
                <th scope="row">
                  <Link to={`/indicadores/${f.id}`}>{f.titulo}</Link>
                  <span className="tenue menor detalle">{f.detalle}</span>
                </th>
                <td>{f.dimension}</td>
                <td>{f.captura}</td>
                {d.publico ? null : (
                  <td>
                    <Chip tono={f.tono}>{f.situacion}</Chip>
                  </td>
                )}
                <td className="num">
                  {f.valor ?? <span className="tenue">sin cifras</span>}
                  {f.valor ? (
                    <span className="tenue menor detalle">
                      {f.unidad}, {f.periodo}
                      {f.sinPublicar ? ' · sin publicar' : ''}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Tabla>
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${RUTA}?${new URLSearchParams({ ...d.filtro, pagina: String(n) })}`} />
    </>
  );
}
