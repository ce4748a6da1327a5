import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { buscarEntidades } from '../../lecturas/entidades.ts';
import { CATALOGO_ID } from '../../modules/catalogo/catalogo.ts';
import { nombreDeValor } from '../etiquetas.ts';
import { cuantos } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { administracionDe } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const POR_PAGINA = 50;
const RUTA = '/administracion/entidades';
const TIPOS = [
  'ministerio',
  'pcm',
  'secretaria_pcm',
  'adscrito',
  'gobierno_regional',
  'municipalidad_provincial',
  'municipalidad_distrital',
  'asociacion',
  'otro',
];
const NIVELES = [
  { valor: '', texto: 'Todos' },
  { valor: 'nacional', texto: 'Nacional' },
  { valor: 'regional', texto: 'Regional' },
  { valor: 'provincial', texto: 'Provincial' },
  { valor: 'distrital', texto: 'Distrital' },
];
const ESTADOS = [
  { valor: 'vigentes', texto: 'Vigentes' },
  { valor: 'terminadas', texto: 'Terminadas' },
  { valor: 'todas', texto: 'Todas' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const p = new URL(request.url).searchParams;
  const dado = (n: string, admitidos: readonly string[]) => admitidos.find((v) => v === p.get(n)) ?? '';
  const filtro = {
    q: (p.get('q') ?? '').trim().slice(0, 100),
    tipo: dado('tipo', TIPOS),
    nivel: dado(
      'nivel',
      NIVELES.map((n) => n.valor),
    ),
    estado: dado('estado', ['vigentes', 'terminadas', 'todas']) || 'vigentes',
    nombre: dado('nombre', ['por_confirmar']),
  };
  const pagina = paginaDe(p);
  const hoy = fechaDeLima(deps.ahora());
  const { total, filas } = await buscarEntidades(deps.db, {
    q: filtro.q,
    tipo: filtro.tipo || undefined,
    nivel: filtro.nivel || undefined,
    estado: filtro.estado === 'todas' ? undefined : (filtro.estado as 'vigentes' | 'terminadas'),
    porConfirmar: filtro.nombre === 'por_confirmar',
    hoy,
    pagina,
    tamano: POR_PAGINA,
  });
  return {
    filtro,
    pagina,
    total,
    tipos: TIPOS.map((valor) => ({ valor, texto: nombreDeValor(valor) })),
    filas: filas.map((f) => ({
      ...f,
      tipo: nombreDeValor(f.tipo),
      vigente: !f.vigenteHasta || f.vigenteHasta >= hoy,
      hasta: f.vigenteHasta ? dmy(f.vigenteHasta) : null,
    })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** Entities of the catalogue, to find and to open. */
export default function Entidades() {
  const d = useLoaderData<typeof loader>();
  const { filtro: f } = d;
  return (
    <>
      <Encabezado
        titulo="Entidades"
        bajada={cuantos(d.total, 'entidad', 'entidades')}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Entidades' }]}
      >
        <Link className="ds-button" to={`/expediente/${CATALOGO_ID}/acto/RegistrarEntidad`}>
          Registrar una entidad
        </Link>
      </Encabezado>
      <Buscador
        a={RUTA}
        q={f.q}
        pista="Nombre o sigla"
        filtros={[
          { nombre: 'tipo', etiqueta: 'Tipo', valor: f.tipo, opciones: [{ valor: '', texto: 'Todos' }, ...d.tipos] },
          { nombre: 'nivel', etiqueta: 'Nivel', valor: f.nivel, opciones: NIVELES },
          { nombre: 'estado', etiqueta: 'Estado', valor: f.estado, opciones: ESTADOS },
          {
            nombre: 'nombre',
            etiqueta: 'Nombres',
            valor: f.nombre,
            opciones: [
              { valor: '', texto: 'Todos' },
              { valor: 'por_confirmar', texto: 'Por confirmar' },
            ],
          },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo="Ninguna entidad coincide">
          <p>Busque con menos palabras o quite algún filtro. No hace falta escribir tildes.</p>
          <Link to={RUTA}>Quitar los filtros</Link>
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${RUTA}?${new URLSearchParams({ ...f, pagina: String(n) })}`} />
    </>
  );
}

function Filas({ d }: { d: Datos }) {
  return (
    <Tabla titulo="Entidades">
      <thead>
        <tr>
          <th scope="col">Entidad</th>
          <th scope="col">Tipo</th>
          <th scope="col">Vigencia</th>
          <th scope="col">Nombres</th>
        </tr>
      </thead>
      <tbody>
        {d.filas.map((f) => (
          <tr key={f.id}>
            <th scope="row">
              <Link to={`${RUTA}/${f.id}`}>{f.nombre}</Link>
              <span className="tenue menor detalle">{[f.sigla, f.territorio].filter(Boolean).join(' · ')}</span>
            </th>
            <td>{f.tipo}</td>
            <td>
              <Chip tono={f.vigente ? 'verde' : 'gris'}>{f.vigente ? 'Vigente' : 'Terminada'}</Chip>
              {f.hasta ? (
                <span className="tenue menor detalle">
                  hasta el {f.hasta}
                  {f.sucesora ? (
                    <>
                      ; le sucede <Link to={`${RUTA}/${f.sucesora.id}`}>{f.sucesora.nombre}</Link>
                    </>
                  ) : null}
                </span>
              ) : null}
            </td>
            <td>
              {f.nombrePorConfirmar ? <Chip tono="ambar">Nombre por confirmar</Chip> : null}{' '}
              {f.organosPorConfirmar > 0 ? <Chip tono="ambar">{cuantos(f.organosPorConfirmar, 'órgano por confirmar', 'órganos por confirmar')}</Chip> : null}
              {f.nombrePorConfirmar || f.organosPorConfirmar > 0 ? null : <span className="tenue">Confirmados</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}
