import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ESTADOS, TRANSICIONES, type Via } from '../../directiva/etapas.ts';
import { findNumeral } from '../../directiva/numerales.ts';
import { leerParadas, type Parada } from '../../lecturas/flujograma.ts';
import { depsDe } from '../contexto.ts';
import { cuantos } from '../formato.ts';
import { type Cuentas, Dibujo } from '../ui/flujograma.tsx';
import { Chip, Encabezado, Numerales, Tabla } from '../ui/piezas.tsx';

const UNIDAD: Readonly<Record<string, [uno: string, varios: string]>> = {
  servicio: ['servicio', 'servicios'],
  linea: ['línea de plan', 'líneas de plan'],
  modelo: ['modelo', 'modelos'],
};

/** What is counted on a state, and the list of it. */
function destino(clave: string): { unidad: string; lista: string; filtro: [string, string] } {
  if (clave === 'E1') return { unidad: 'servicio', lista: '/servicios', filtro: ['situacion', 'identificado'] };
  if (clave === 'E2') return { unidad: 'servicio', lista: '/servicios', filtro: ['situacion', 'elegible'] };
  if (clave === 'X1') return { unidad: 'servicio', lista: '/servicios', filtro: ['situacion', 'no_elegible'] };
  if (clave === 'E3' || clave === 'E4') return { unidad: 'linea', lista: '/planes', filtro: ['etapa', clave] };
  return { unidad: 'modelo', lista: '/modelos', filtro: ['etapa', clave] };
}

function enlace(lista: string, filtro: [string, string], entidad: string | undefined): string {
  return `${lista}?${new URLSearchParams([filtro, ...(entidad ? [['entidad', entidad] as [string, string]] : [])])}`;
}

/** Words and link of every box. */
export function cuentasDe(paradas: readonly Parada[], entidad: string | undefined): NonNullable<Cuentas> {
  const casos = new Map(paradas.map((p) => [p.clave, p.casos]));
  const instalados = casos.get('etti:instalado') ?? 0;
  const ettis = paradas.filter((p) => p.clave.startsWith('etti:')).reduce((n, p) => n + p.casos, 0);
  return {
    ...Object.fromEntries(
      ESTADOS.map(({ clave }) => {
        const n = casos.get(clave) ?? 0;
        const { unidad, lista, filtro } = destino(clave);
        const [uno, varios] = UNIDAD[unidad] as [string, string];
        return [clave, { casos: n, texto: n === 0 ? 'ninguno' : cuantos(n, uno, varios), a: n > 0 ? enlace(lista, filtro, entidad) : undefined }];
      }),
    ),
    etti: { casos: instalados, texto: `${instalados} de ${ettis}`, a: ettis > 0 ? `/ettis${entidad ? `?entidad=${entidad}` : ''}` : undefined },
  };
}

const NOMBRE = new Map<string, string>(ESTADOS.map((e) => [e.clave, e.nombre]));
const nombres = (claves: readonly string[], vacio: string) => claves.map((c) => NOMBRE.get(c) ?? c).join('; ') || vacio;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  const catalogo = deps.catalogo();
  const pedida = new URL(request.url).searchParams.get('entidad') ?? '';
  const entidad = catalogo.entidad(pedida)?.id;
  const ministerios = catalogo.entidades().filter((e) => e.tipo === 'ministerio' || e.tipo === 'pcm');
  return {
    entidad,
    cuentas: deps.quien ? cuentasDe(await leerParadas(deps.db, entidad), entidad) : undefined,
    sectores: ministerios.map((e) => ({ id: e.id, nombre: e.nombre })).sort((a, b) => a.nombre.localeCompare(b.nombre, 'es')),
    vias: (
      [
        ['principal', 'Vía principal'],
        ['mejora', 'Mejora, en paralelo'],
        ['salida', 'Salidas'],
      ] as [Via, string][]
    ).map(([via, titulo]) => ({
      titulo,
      estados: ESTADOS.filter((e) => e.via === via).map((e) => ({ clave: e.clave, nombre: e.nombre, numerales: e.numerales.filter((n) => findNumeral(n)) })),
    })),
    transiciones: TRANSICIONES.map((t) => ({
      clave: t.clave,
      titulo: t.titulo,
      de: nombres(t.de, '—'),
      a: nombres(t.a, '—'),
      quien: t.quien,
      exige: t.exige,
      numerales: t.numerales,
      puedeImpedir: t.puedeImpedir,
    })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** The living flowchart: the process as read from VI–IX, with the cases that stand on each stage. */
export default function Flujograma() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Flujograma vivo del proceso"
        bajada="Cómo avanza un servicio hasta tener su Modelo Específico en marcha, y cuántos casos hay hoy en cada etapa."
        migas={[{ texto: 'La Directiva', a: '/directiva' }, { texto: 'Flujograma' }]}
      />
      <div className="aviso azul" id="flujo-nota">
        <strong>Interpretación.</strong> El texto disponible del <Link to="/directiva/Anexo">Anexo</Link> conserva el título «Flujograma del Proceso» sin su
        figura. Este se construyó a partir de los numerales VI a IX.
      </div>
      {d.cuentas ? <Filtro d={d} /> : null}
      <section className="tarjeta" aria-labelledby="flujo-titulo">
        <h2 id="flujo-titulo">El proceso</h2>
        {d.cuentas ? null : (
          <p className="tenue">
            Para ver los casos de cada etapa, <Link to="/ingresar?volver=%2Fdirectiva%2Fflujograma">ingrese con su oficina</Link>.
          </p>
        )}
        <Dibujo cuentas={d.cuentas} />
        <Lista d={d} />
        <p className="tenue menor">
          Borde continuo: etapa. Borde discontinuo: salida del proceso. Fondo verde: mejora, que corre en paralelo. Flecha discontinua: vuelta, salida u
          apertura en paralelo. Una línea de plan es un servicio priorizado en un territorio que aún no abre su diagnóstico.
        </p>
      </section>
      <section className="tarjeta" aria-labelledby="pasos">
        <h2 id="pasos">Los pasos, uno por uno</h2>
        <Transiciones d={d} />
      </section>
    </>
  );
}

function Filtro({ d }: { d: Datos }) {
  return (
    <Form method="get" className="filtros">
      <div className="campo ds-field">
        <label htmlFor="entidad">Sector</label>
        <select className="ds-input" id="entidad" name="entidad" defaultValue={d.entidad ?? ''}>
          <option value="">Todos los sectores</option>
          {d.sectores.map((s) => (
            <option key={s.id} value={s.id}>
              {s.nombre}
            </option>
          ))}
        </select>
      </div>
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Ver
        </button>
      </div>
    </Form>
  );
}

function Lista({ d }: { d: Datos }) {
  return (
    <div className="flujo-lista">
      {d.vias.map((v) => (
        <section key={v.titulo}>
          <h3>{v.titulo}</h3>
          <ol>
            {v.estados.map((e) => (
              <li key={e.clave}>
                {e.nombre} <Cuantos cuenta={d.cuentas?.[e.clave]} />
                <br />
                <span className="tenue menor">
                  <Numerales lista={e.numerales} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p>
        ETTI instalados <Cuantos cuenta={d.cuentas?.etti} />
      </p>
    </div>
  );
}

function Cuantos({ cuenta }: { cuenta: NonNullable<Cuentas>[string] | undefined }) {
  if (!cuenta) return null;
  return cuenta.a ? (
    <Link to={cuenta.a}>
      <Chip tono="azul">{cuenta.texto}</Chip>
    </Link>
  ) : (
    <span className="tenue menor">{cuenta.texto}</span>
  );
}

function Transiciones({ d }: { d: Datos }) {
  return (
    <Tabla titulo="Pasos del proceso: de dónde a dónde, quién, qué se exige">
      <thead>
        <tr>
          <th scope="col">Paso</th>
          <th scope="col">Desde</th>
          <th scope="col">Hasta</th>
          <th scope="col">Quién</th>
          <th scope="col">Qué se exige o advierte</th>
          <th scope="col">Numerales</th>
        </tr>
      </thead>
      <tbody>
        {d.transiciones.map((t) => (
          <tr key={t.clave}>
            <th scope="row">{t.titulo}</th>
            <td>{t.de}</td>
            <td>{t.a}</td>
            <td>{t.quien}</td>
            <td>
              {t.exige}. <span className="tenue">{t.puedeImpedir ? 'Puede impedirse.' : 'Nunca se impide.'}</span>
            </td>
            <td>
              {t.numerales.map((n) => (
                <Link key={n} to={`/directiva/${n}`} className="suelto">
                  {n}
                </Link>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}
