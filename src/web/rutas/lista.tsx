import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ESTADOS } from '../../directiva/etapas.ts';
import { fechaDeLima } from '../../kernel/calendario.ts';
import { listarExpedientes, ORDENES, type Orden, POR_PAGINA } from '../../lecturas/lista.ts';
import { creables } from '../acciones.ts';
import { nombreDeSituacion, nombreDeTipo, TIPOS, tonoDeSituacion } from '../etiquetas.ts';
import { cuantos, fechaHora, plazo } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const POR_RUTA: Readonly<Record<string, { tipo?: string; vacio: string }>> = {
  '/expedientes': { vacio: 'Aún no hay expedientes. El primero suele ser un servicio público que su sector identifica (6.2).' },
  '/servicios': {
    tipo: 'servicio',
    vacio: 'Identifique el primer servicio público; después se comprueba si cumple las tres condiciones para llevar Modelos Específicos (6.5).',
  },
  '/planes': { tipo: 'plan', vacio: 'El sector propone el plan a su Comisión Intergubernamental, con los servicios priorizados en cada territorio (8.6).' },
  '/ettis': { tipo: 'etti', vacio: 'Hay un ETTI por comisión y territorio departamental: el sector lo propone y la CIG lo reconoce (8.9).' },
  '/modelos': { tipo: 'modelo', vacio: 'El Modelo Específico nace al abrir el diagnóstico, con el plan aprobado y el ETTI reconocido (8.9, 8.18).' },
  '/instrumentos': {
    tipo: 'instrumento',
    vacio: 'Además del modelo, el ETTI puede formular guías, protocolos de atención o directivas y elevarlos a la CIG por separado (8.13).',
  },
  '/espacios': {
    tipo: 'espacio',
    vacio: 'Los gobiernos regionales y locales generan espacios territoriales para discutir los modelos con instituciones y sociedad civil (7.3.2.c).',
  },
  '/sesiones': { tipo: 'sesion', vacio: 'Convoque una sesión de la Comisión Intergubernamental para tratar planes, equipos y modelos (6.6).' },
  '/reportes': { tipo: 'reporte', vacio: 'Reporte las cifras desde la página de un indicador, en su tabla o con un archivo (8.17).' },
  '/cig': { tipo: 'cig', vacio: 'El ministerio conforma la Comisión Intergubernamental de su sector (6.6, 7.3.1.a).' },
  '/documentos': {
    tipo: 'documento',
    vacio: 'Un documento oficial sale de su expediente: abra, por ejemplo, una sesión y emita su acta para que la firmen.',
  },
  '/administracion/oficinas': { tipo: 'designacion', vacio: 'Designe la primera oficina: quién la ejerce, en qué entidad y desde cuándo (5.1).' },
};

const etapas = (de: (clave: string) => boolean) => ESTADOS.filter((e) => de(e.clave)).map((e) => ({ valor: e.clave, texto: e.nombre }));

/** States of the process in which a plan or a modelo may stand. */
const ETAPAS: Readonly<Record<string, { valor: string; texto: string }[]>> = {
  plan: etapas((c) => c === 'E3' || c === 'E4'),
  modelo: etapas((c) => !/^(E[1-4]|X[12])$/.test(c)),
};

const NOMBRE_DE_ORDEN: Readonly<Record<Orden, string>> = {
  reciente: 'Actividad reciente',
  titulo: 'Título',
  codigo: 'Número',
  situacion: 'Situación',
  plazo: 'Plazo más próximo',
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const url = new URL(request.url);
  const ruta = url.pathname.replace(/\.data$/, '').replace(/\/$/, '');
  const { tipo: deRuta, vacio } = POR_RUTA[ruta] ?? { vacio: '' };
  const p = url.searchParams;
  const dado = (n: string) => p.get(n)?.trim().slice(0, 100) || undefined;
  const tipo = deRuta ?? dado('tipo');
  const pagina = paginaDe(p);
  const orden = Object.hasOwn(ORDENES, dado('orden') ?? 'reciente') ? ((dado('orden') ?? 'reciente') as Orden) : 'reciente';
  const filtro = {
    q: dado('q'),
    entidad: dado('entidad'),
    territorio: dado('territorio'),
    situacion: dado('situacion'),
    etapa: dado('etapa'),
    relacionado: /^[0-9a-f-]{36}$/.test(dado('relacionado') ?? '') ? dado('relacionado') : undefined,
  };
  const { total, filas, situaciones } = await listarExpedientes(deps.db, { ...filtro, tipos: tipo ? [tipo] : undefined, orden, pagina });
  const hoy = fechaDeLima(deps.ahora());
  const catalogo = deps.catalogo();
  return {
    ruta,
    deRuta: deRuta !== undefined,
    tipo,
    titulo: tipo ? (TIPOS[tipo]?.plural ?? nombreDeTipo(tipo)) : 'Expedientes',
    vacio,
    filtro,
    orden,
    pagina,
    total,
    consulta: [...p.entries()].filter(([k]) => k !== 'pagina'),
    tipos: Object.entries(TIPOS)
      .filter(([k]) => k !== 'catalogo' && k !== 'designacion')
      .map(([k, t]) => ({ valor: k, texto: t.nombre })),
    situaciones: situaciones.map((s) => ({ valor: s, texto: tipo ? nombreDeSituacion(tipo, s) : nombreDeSituacion('', s) })),
    etapas: ETAPAS[tipo ?? ''] ?? [],
    territorios: catalogo.departamentales().map((t) => ({ valor: t.id, texto: t.nombre })),
    filas: filas.map((f) => ({
      ...f,
      tipoNombre: nombreDeTipo(f.tipo),
      situacion: nombreDeSituacion(f.tipo, f.situacion),
      tono: tonoDeSituacion(f.situacion),
      actualizado: fechaHora(f.actualizadoEn),
      plazo: f.pendientes > 0 ? plazo(f.vence, hoy) : null,
    })),
    nuevos: creables(deps, tipo).map((a) => ({ texto: a.titulo, a: `/nuevo/${a.nombre}` })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

export default function Lista() {
  const d = useLoaderData<typeof loader>();
  const filtrada = Object.values(d.filtro).some(Boolean) || (!d.deRuta && d.tipo !== undefined);
  const nuevos = d.tipo ? d.nuevos : [];
  return (
    <>
      <Encabezado titulo={d.titulo} bajada={cuantos(d.total, 'expediente', 'expedientes')}>
        {nuevos.map((n) => (
          <Link key={n.a} className="ds-button" to={n.a}>
            {n.texto}
          </Link>
        ))}
      </Encabezado>
      <Filtros d={d} />
      {d.filas.length === 0 ? (
        <Vacio titulo={filtrada ? 'Ningún expediente coincide' : 'Todavía no hay ninguno'}>
          <p>{filtrada ? 'Quite algún filtro o busque con menos palabras.' : d.vacio}</p>
          {filtrada ? <Link to={d.ruta}>Quitar los filtros</Link> : null}
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${d.ruta}?${new URLSearchParams([...d.consulta, ['pagina', String(n)]])}`} />
    </>
  );
}

function Seleccion({
  nombre,
  etiqueta,
  valor,
  opciones,
}: {
  nombre: string;
  etiqueta: string;
  valor: string | undefined;
  opciones: readonly { valor: string; texto: string }[];
}) {
  return (
    <div className="campo ds-field">
      <label htmlFor={nombre}>{etiqueta}</label>
      <select className="ds-input" id={nombre} name={nombre} defaultValue={valor ?? ''}>
        <option value="">Todos</option>
        {opciones.map((o) => (
          <option key={o.valor} value={o.valor}>
            {o.texto}
          </option>
        ))}
      </select>
    </div>
  );
}

function Filtros({ d }: { d: Datos }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Router's `search` landmark by role works in every browser of today.
    <form method="get" action={d.ruta} className="filtros" role="search">
      <div className="campo ds-field">
        <label htmlFor="q">Buscar</label>
        <input className="ds-input" id="q" name="q" type="search" defaultValue={d.filtro.q} placeholder="Título o número" />
      </div>
      {d.deRuta ? null : <Seleccion nombre="tipo" etiqueta="Clase" valor={d.tipo} opciones={d.tipos} />}
      {d.situaciones.length > 1 || d.filtro.situacion ? (
        <Seleccion nombre="situacion" etiqueta="Situación" valor={d.filtro.situacion} opciones={d.situaciones} />
      ) : null}
      {d.etapas.length > 0 ? <Seleccion nombre="etapa" etiqueta="Etapa del proceso" valor={d.filtro.etapa} opciones={d.etapas} /> : null}
      {d.tipo === undefined || d.tipo === 'modelo' || d.tipo === 'espacio' || d.tipo === 'instrumento' || d.tipo === 'etti' ? (
        <Seleccion nombre="territorio" etiqueta="Territorio" valor={d.filtro.territorio} opciones={d.territorios} />
      ) : null}
      <div className="campo ds-field">
        <label htmlFor="orden">Ordenar por</label>
        <select className="ds-input" id="orden" name="orden" defaultValue={d.orden}>
          {Object.entries(NOMBRE_DE_ORDEN).map(([k, t]) => (
            <option key={k} value={k}>
              {t}
            </option>
          ))}
        </select>
      </div>
      {d.filtro.entidad ? <input type="hidden" name="entidad" value={d.filtro.entidad} /> : null}
      {d.filtro.relacionado ? <input type="hidden" name="relacionado" value={d.filtro.relacionado} /> : null}
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Buscar
        </button>
      </div>
    </form>
  );
}

function Filas({ d }: { d: Datos }) {
  return (
    <div className="en-tarjetas">
      <Tabla titulo={d.titulo}>
        <thead>
          <tr>
            <th scope="col">Expediente</th>
            <th scope="col">Situación</th>
            <th scope="col">Entidad</th>
            <th scope="col">Pendiente</th>
            <th scope="col" className="num">
              Último acto
            </th>
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.id}>
              <th scope="row">
                <Link to={`/expediente/${f.id}`}>{f.titulo}</Link>
                <span className="tenue menor detalle">
                  {[d.tipo ? null : f.tipoNombre, f.territorioNombre, f.codigo, f.demo ? 'demostración' : null].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td data-etiqueta="Situación">
                <Chip tono={f.tono}>{f.situacion}</Chip>
              </td>
              <td data-etiqueta="Entidad">{f.entidadNombre}</td>
              <td data-etiqueta="Pendiente">{f.plazo ? <Chip tono={f.plazo.tono}>{f.plazo.texto}</Chip> : <span className="tenue">—</span>}</td>
              <td className="num" data-etiqueta="Último acto">
                {f.actualizado}
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </div>
  );
}
