import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { diasEntre, dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { type EsperaFila, leerBandeja, type PendienteFila } from '../../lecturas/bandeja.ts';
import { creables, direccionDe, EN_SALA } from '../acciones.ts';
import { nombreDeHecho, nombreDeTipo } from '../etiquetas.ts';
import { cuantos, plazo } from '../formato.ts';
import { type DepsDeOficina, oficinaDe } from '../sesion.servidor.ts';
import { Chip, Encabezado, Tabla, Tarjeta, Vacio } from '../ui/piezas.tsx';

/** The session is installed and closed from its room, where the agenda is in sight. */
const DESDE_LA_SALA = ['InstalarSesion', 'CerrarSesion'];

/** Where the button of a pendiente leads, and what it says. */
function botonDe(p: PendienteFila, deps: DepsDeOficina): { texto: string; a: string } {
  const acto = p.acto ? deps.registro.acto(p.acto) : undefined;
  if (acto?.crea) return { texto: acto.titulo, a: `/nuevo/${acto.nombre}?${p.tipo}=${p.expediente}` };
  if (p.tipo === 'sesion' && acto && DESDE_LA_SALA.includes(acto.nombre)) return { texto: 'Entrar a la sala de la sesión', a: `/sesion/${p.expediente}` };
  if (acto && EN_SALA.includes(acto.nombre)) return { texto: acto.titulo, a: `/sesion/${p.expediente}` };
  if (acto?.expediente === p.tipo) return { texto: acto.titulo, a: direccionDe(acto.nombre, p.expediente) };
  return { texto: 'Abrir expediente', a: `/expediente/${p.expediente}` };
}

/** The same thing awaited from many, on one case and for one day, is one row with their names. */
function agrupar(filas: readonly EsperaFila[]): EsperaFila[] {
  const grupos = new Map<string, EsperaFila>();
  for (const f of filas) {
    const clave = [f.expediente, f.que, f.desde, f.vence].join(' ');
    const g = grupos.get(clave);
    grupos.set(clave, g ? { ...g, de: [...new Set([...g.de, ...f.de])] } : f);
  }
  return [...grupos.values()];
}

/** What is due on the same case for the same reason is one card: its form lists which. */
function juntar(filas: readonly PendienteFila[]): (PendienteFila & { veces: number })[] {
  const grupos = new Map<string, PendienteFila & { veces: number }>();
  for (const f of filas) {
    const clave = [f.expediente, f.que, f.vence].join(' ');
    const g = grupos.get(clave);
    grupos.set(clave, g ? { ...g, veces: g.veces + 1 } : { ...f, veces: 1 });
  }
  return [...grupos.values()];
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const hoy = fechaDeLima(deps.ahora());
  const catalogo = deps.catalogo();
  const b = await leerBandeja(deps.db, deps.quien.actor, hoy);
  const nombre = (id: string) => catalogo.entidad(id)?.nombre ?? id;
  const vence = b.mios[0]?.vence;
  return {
    total: b.total,
    proximo: vence ? plazo(vence, hoy).texto : null,
    mios: juntar(b.mios).map((p) => ({ ...p, tipo: nombreDeTipo(p.tipo), plazo: plazo(p.vence, hoy), boton: botonDe(p, deps), desde: dmy(p.desde) })),
    totalEspera: b.totalEspera,
    esperoLeidos: b.espero.length,
    espero: agrupar(b.espero).map((p) => {
      const dias = diasEntre(p.desde, hoy);
      const vencida = p.vence !== null && p.vence < hoy;
      return {
        ...p,
        de: p.de.map(nombre).sort((x, y) => x.localeCompare(y, 'es')),
        desde: dmy(p.desde),
        tono: vencida ? ('ambar' as const) : ('azul' as const),
        estado: vencida ? plazo(p.vence, hoy).texto : p.vence ? `hasta el ${dmy(p.vence)}` : dias <= 0 ? 'desde hoy' : cuantos(dias, 'día', 'días'),
      };
    }),
    recientes: b.recientes.map((r, i) => ({
      clave: i,
      expediente: r.expediente,
      titulo: r.titulo,
      hecho: nombreDeHecho(r.tipo, r.hecho),
      oficina: `${nombreDeCargo(r.cargo)} · ${nombre(r.entidad)}`,
      cuando: dmy(r.ocurridoEl),
    })),
    nuevos: creables(deps).map((a) => ({ texto: a.titulo, a: `/nuevo/${a.nombre}` })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

export default function Bandeja() {
  const { total, proximo, mios, totalEspera, esperoLeidos, espero, recientes, nuevos } = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Mi bandeja"
        bajada={
          total === 0
            ? 'Ningún asunto espera su acto.'
            : `${total === 1 ? '1 asunto espera' : `${total} asuntos esperan`} su acto.${proximo ? ` El más próximo ${proximo}.` : ''}`
        }
      />
      {mios.length === 0 ? (
        <Vacio titulo="No tiene pendientes">
          <p>Cuando un expediente espere algo de su oficina, aparecerá aquí con su plazo y el botón para atenderlo.</p>
          <p>
            <Link to="/expedientes">Ver todos los expedientes</Link>
          </p>
        </Vacio>
      ) : (
        <ul className="asuntos">
          {mios.map((p, i) => (
            <Asunto key={`${p.expediente} ${p.que}`} p={p} principal={i === 0} />
          ))}
        </ul>
      )}
      {nuevos.length > 0 ? (
        <Tarjeta titulo="Iniciar un expediente" id="nuevos">
          <ul className="limpia">
            {nuevos.map((n) => (
              <li key={n.a}>
                <Link to={n.a}>{n.texto}</Link>
              </li>
            ))}
          </ul>
        </Tarjeta>
      ) : null}
      {espero.length > 0 ? <Espero filas={espero} leidos={esperoLeidos} total={totalEspera} /> : null}
      {recientes.length > 0 ? <Recientes filas={recientes} /> : null}
    </>
  );
}

function Asunto({ p, principal }: { p: Datos['mios'][number]; principal: boolean }) {
  return (
    <li className="tarjeta asunto">
      <Chip tono={p.plazo.tono}>{p.plazo.texto}</Chip>
      <h2>
        <Link to={`/expediente/${p.expediente}`}>{p.que}</Link>
        {p.veces > 1 ? <span className="tenue"> ({p.veces} veces)</span> : null}
      </h2>
      <p>
        {p.tipo} · {p.titulo} · {p.codigo}. Desde el {p.desde}, numeral <Link to={`/directiva/${p.numeral}`}>{p.numeral}</Link>.
      </p>
      <Link className="ds-button" to={p.boton.a} data-variant={principal ? undefined : 'secondary'}>
        {p.boton.texto}
      </Link>
    </li>
  );
}

/** Names listed before the fold. */
const NOMBRES = 3;

function De({ nombres }: { nombres: readonly string[] }) {
  if (nombres.length <= NOMBRES) return nombres.join(', ');
  return (
    <details>
      <summary>{cuantos(nombres.length, 'gobierno o entidad', 'gobiernos o entidades')}</summary>
      <ul className="limpia menor">
        {nombres.map((n) => (
          <li key={n}>{n}</li>
        ))}
      </ul>
    </details>
  );
}

function Espero({ filas, leidos, total }: { filas: Datos['espero']; leidos: number; total: number }) {
  return (
    <section className="en-tarjetas">
      <h2 className="encabezado">Espero de otros</h2>
      <Tabla titulo={`Lo que otros deben atender${total > leidos ? `: los ${leidos} más antiguos de ${total}` : ''}`} visible={total > leidos}>
        <thead>
          <tr>
            <th scope="col">Asunto</th>
            <th scope="col">De</th>
            <th scope="col">Desde</th>
            <th scope="col">Estado</th>
          </tr>
        </thead>
        <tbody>
          {filas.map((p) => (
            <tr key={`${p.expediente} ${p.que} ${p.desde}`}>
              <th scope="row">
                <Link to={`/expediente/${p.expediente}`}>{p.que}</Link>
                <span className="tenue menor detalle">{p.titulo}</span>
              </th>
              <td data-etiqueta="De">
                <De nombres={p.de} />
              </td>
              <td data-etiqueta="Desde">{p.desde}</td>
              <td data-etiqueta="Estado">
                <Chip tono={p.tono}>{p.estado}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </section>
  );
}

function Recientes({ filas }: { filas: Datos['recientes'] }) {
  return (
    <Tarjeta titulo="Actos recientes en mis expedientes" id="recientes">
      <ol className="linea-tiempo">
        {filas.map((r) => (
          <li key={r.clave}>
            <span className="cuando">
              {r.cuando} · {r.oficina}
            </span>
            <br />
            {r.hecho}: <Link to={`/expediente/${r.expediente}`}>{r.titulo}</Link>
          </li>
        ))}
      </ol>
    </Tarjeta>
  );
}
