import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { momentoPoi, ventanaPoi } from '../../directiva/poi.ts';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { leerModelosConPoi } from '../../lecturas/poi.ts';
import { aniosDePoiEn, coberturaPoi } from '../../modules/modelo/modelo.poi.ts';
import { creables } from '../acciones.ts';
import { cuantos } from '../formato.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const RUTA = '/poi';
const POR_PAGINA = 50;

const MOMENTOS = { por_abrir: 'aún no se formula', en_formulacion: 'se formula hasta el', aprobado: 'debió aprobarse hasta el' } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const p = new URL(request.url).searchParams;
  const hoy = fechaDeLima(deps.ahora());
  const modelos = await leerModelosConPoi(deps.db);
  const anios = [...new Set(modelos.flatMap((m) => aniosDePoiEn(m.estado, hoy)))].sort((a, b) => b - a);
  const anio = Number(p.get('anio')) || anios[0] || Number(hoy.slice(0, 4)) + 1;
  const estado = p.get('estado') ?? '';
  const q = (p.get('q') ?? '').trim().toLocaleLowerCase('es');
  const catalogo = deps.catalogo();
  const todas = modelos.flatMap((m) => coberturaPoi(m.estado, anio).map((c) => ({ ...c, m, nombre: catalogo.entidad(c.entidad)?.nombre ?? c.entidad })));
  const filas = todas
    .filter((f) => !q || `${f.m.titulo} ${f.nombre}`.toLocaleLowerCase('es').includes(q))
    .filter((f) => !estado || (estado === 'falta') === !f.vinculacion)
    .sort((a, b) => Number(Boolean(a.vinculacion)) - Number(Boolean(b.vinculacion)) || a.con - b.con);
  const pagina = Math.min(Math.max(1, Math.trunc(Number(p.get('pagina'))) || 1), Math.max(1, Math.ceil(filas.length / POR_PAGINA)));
  const momento = momentoPoi(anio, hoy);
  return {
    anio,
    q: p.get('q') ?? '',
    estado,
    anios: [...new Set([anio, ...anios])].sort((a, b) => b - a).map((a) => ({ valor: String(a), texto: `POI ${a}` })),
    plazo: momento === 'por_abrir' ? MOMENTOS.por_abrir : `${MOMENTOS[momento]} ${dmy(ventanaPoi(anio).aprueba)}`,
    vinculadas: todas.filter((f) => f.vinculacion).length,
    todas: todas.length,
    total: filas.length,
    pagina,
    consulta: [...p.entries()].filter(([k]) => k !== 'pagina'),
    nuevo: creables(deps, 'poi')[0]?.titulo,
    filas: filas.slice((pagina - 1) * POR_PAGINA, pagina * POR_PAGINA).map((f) => ({
      clave: `${f.m.id}/${f.entidad}`,
      modelo: f.m.id,
      titulo: f.m.titulo,
      nota: [f.m.codigo, f.m.estado.nombreTerritorio, f.m.demo ? 'demostración' : null].filter(Boolean).join(' · '),
      entidad: f.nombre,
      metas: f.porcentaje === undefined ? 'sin indicadores' : `${f.con} de ${f.total} (${f.porcentaje} %)`,
      vinculacion: f.vinculacion,
      completa: f.con === f.total,
    })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** Who has linked the goals of each modelo with its operating plan, and who has not: a notice, never a gate (9.5). */
export default function Poi() {
  const d = useLoaderData<typeof loader>();
  const filtrada = Boolean(d.q || d.estado);
  return (
    <>
      <Encabezado
        titulo="Metas en los planes operativos"
        bajada={`POI ${d.anio}: ${d.vinculadas} de ${cuantos(d.todas, 'vinculación esperada', 'vinculaciones esperadas')}. Este POI ${d.plazo}. La falta se advierte y no impide nada (9.5).`}
      >
        {d.nuevo ? (
          <Link className="ds-button" to={`/nuevo/VincularPoi?anio=${d.anio}`}>
            {d.nuevo}
          </Link>
        ) : null}
      </Encabezado>
      <Buscador
        a={RUTA}
        q={d.q}
        pista="Modelo o entidad"
        filtros={[
          { nombre: 'anio', etiqueta: 'Año', valor: String(d.anio), opciones: d.anios },
          {
            nombre: 'estado',
            etiqueta: 'Estado',
            valor: d.estado,
            opciones: [
              { valor: '', texto: 'Todos' },
              { valor: 'falta', texto: 'Sin vincular' },
              { valor: 'vinculada', texto: 'Vinculadas' },
            ],
          },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo={filtrada ? 'Ninguna vinculación coincide' : `Nada que vincular con el POI ${d.anio}`}>
          <p>
            {filtrada
              ? 'Quite algún filtro o busque con menos palabras.'
              : 'La obligación nace con la Resolución Ministerial de un modelo, desde el siguiente plan operativo que se formule.'}
          </p>
          {filtrada ? <Link to={RUTA}>Quitar los filtros</Link> : <Link to="/modelos">Ver los modelos</Link>}
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${RUTA}?${new URLSearchParams([...d.consulta, ['pagina', String(n)]])}`} />
    </>
  );
}

function Filas({ d }: { d: Datos }) {
  return (
    <div className="en-tarjetas">
      <Tabla titulo={`Vinculación con el POI ${d.anio}`}>
        <thead>
          <tr>
            <th scope="col">Modelo</th>
            <th scope="col">Entidad</th>
            <th scope="col">Metas con actividad y presupuesto</th>
            <th scope="col">Estado</th>
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.clave}>
              <th scope="row">
                <Link to={`/expediente/${f.modelo}#s-poi`}>{f.titulo}</Link>
                <span className="tenue menor detalle">{f.nota}</span>
              </th>
              <td data-etiqueta="Entidad">{f.entidad}</td>
              <td data-etiqueta="Metas">{f.metas}</td>
              <td data-etiqueta="Estado">
                {f.vinculacion ? (
                  <>
                    <Chip tono={f.completa ? 'verde' : 'ambar'}>{f.completa ? 'Completa' : 'Parcial'}</Chip>{' '}
                    <Link to={`/expediente/${f.vinculacion}`} aria-label={`Ver la vinculación de ${f.entidad} con ${f.titulo}`}>
                      Ver
                    </Link>
                  </>
                ) : (
                  <Chip tono="ambar">Sin vincular</Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </div>
  );
}
