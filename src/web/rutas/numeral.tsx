import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ambiguedadesDe } from '../../directiva/ambiguedades.ts';
import { EFECTOS } from '../../directiva/efectos.ts';
import { erratasDe } from '../../directiva/erratas.ts';
import { lecturasDe } from '../../directiva/lecturas.ts';
import { NUMERALES, type Numeral } from '../../directiva/numerales.datos.ts';
import { findNumeral, padreDe, SECCIONES, subnumeralesDe } from '../../directiva/numerales.ts';
import { motivoDeOrientacion } from '../../directiva/orientaciones.ts';
import { MODULOS } from '../../registro.ts';
import { cuantos } from '../formato.ts';
import { noExiste } from '../sesion.servidor.ts';
import { quienesPueden, trazado } from '../trazabilidad.servidor.ts';
import { Encabezado, Numerales, Tabla } from '../ui/piezas.tsx';
import { EstadoDeNumeral } from '../ui/trazabilidad.tsx';

const NOMBRE_DE = new Map(MODULOS.map((m) => [m.tipo, m.nombre]));
const ACTOS = new Set(MODULOS.flatMap((m) => m.actos.map((a) => a.nombre)));

/** Actos and effects of agreements that cite it, once each; citations in source and screens apart. */
function reglasDeNumeral(numeral: string) {
  const reglas = trazado().get(numeral)?.reglas ?? [];
  const unicas = [...new Map(reglas.map((r) => [r.donde, r])).values()];
  return {
    actos: unicas
      .filter((r) => ACTOS.has(r.donde))
      .map((r) => ({ nombre: r.donde, titulo: r.titulo, modulo: NOMBRE_DE.get(r.modulo) ?? r.modulo, quienes: quienesPueden(r.donde) })),
    citas: unicas.filter((r) => !ACTOS.has(r.donde)).map((r) => r.donde),
  };
}

const vecino = (n: Numeral | undefined) => n && { numeral: n.numeral, titulo: n.titulo };

export function loader({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const clave = params.numeral ?? '';
  // An address of a part without entry of its own shows the whole.
  const n = findNumeral(clave) ?? findNumeral(padreDe(clave) ?? '');
  if (!n) throw noExiste('La Directiva no tiene ese numeral.', 'Búsquelo en la lista de numerales.');
  const i = NUMERALES.indexOf(n);
  const fila = trazado().get(n.numeral);
  const pruebas = Map.groupBy(fila?.pruebas ?? [], (p) => p.archivo);
  return {
    numeral: n.numeral,
    titulo: n.titulo,
    seccion: SECCIONES[n.seccion],
    resumen: n.resumen,
    parrafos: n.texto.split(/\n+/).filter(Boolean),
    anterior: vecino(NUMERALES[i - 1]),
    siguiente: vecino(NUMERALES[i + 1]),
    estado: fila?.estado ?? 'orientacion',
    nota: fila?.nota ?? motivoDeOrientacion(n.numeral),
    efectos: n.efecto.map((e) => EFECTOS[e]),
    partes: subnumeralesDe(n.numeral).map((s) => ({ numeral: s.numeral, titulo: s.titulo, estado: trazado().get(s.numeral)?.estado })),
    lecturas: lecturasDe(n.numeral).map((l) => ({ clave: l.clave, titulo: l.titulo, lectura: l.lectura, adoptadaPor: l.adoptadaPor })),
    ambiguedades: ambiguedadesDe(n.numeral).map((a) => ({ clave: a.clave, duda: a.duda, resolucion: a.resolucion })),
    erratas: erratasDe(n.numeral).map((e) => ({ dice: e.dice, debeDecir: e.debeDecir, porque: e.porque, remiteA: e.remiteA })),
    ...reglasDeNumeral(n.numeral),
    pruebas: [...pruebas].map(([archivo, lista]) => ({ archivo, titulos: lista.map((p) => p.titulo) })),
    totalPruebas: fila?.pruebas.length ?? 0,
  };
}

type Datos = ReturnType<typeof loader>;

function Vecinos({ d, nombre }: { d: Datos; nombre: string }) {
  return (
    <nav className="vecinos" aria-label={nombre}>
      {d.anterior ? (
        <Link to={`/directiva/${d.anterior.numeral}`} rel="prev">
          ‹ {d.anterior.numeral} · {d.anterior.titulo}
        </Link>
      ) : (
        <span />
      )}
      {d.siguiente ? (
        <Link to={`/directiva/${d.siguiente.numeral}`} rel="next">
          {d.siguiente.numeral} · {d.siguiente.titulo} ›
        </Link>
      ) : null}
    </nav>
  );
}

/** One numeral: its text, how Ayni reads it, what implements it and what proves it. */
export default function PaginaDeNumeral() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo={`${d.numeral} · ${d.titulo}`}
        bajada={
          <>
            <strong>En nuestras palabras.</strong> {d.resumen}
          </>
        }
        migas={[{ texto: 'La Directiva', a: '/directiva' }, { texto: d.seccion, a: `/directiva#s-${d.seccion}` }, { texto: d.numeral }]}
      />
      <Vecinos d={d} nombre="Numerales vecinos" />
      <section className="tarjeta" aria-labelledby="texto">
        <h2 id="texto">Texto de la Directiva</h2>
        {d.parrafos.map((p) => (
          <p className="parrafo-legal" key={p}>
            {p}
          </p>
        ))}
        {d.erratas.map((e) => (
          <div className="aviso ambar" key={e.dice}>
            <strong>Errata.</strong> Dice «{e.dice}»; debe decir «{e.debeDecir}». {e.porque} {e.remiteA.length > 0 ? <Numerales lista={e.remiteA} /> : null}
          </div>
        ))}
        {d.partes.length > 0 ? (
          <ul className="limpia">
            {d.partes.map((p) => (
              <li key={p.numeral}>
                <Link to={`/directiva/${p.numeral}`}>
                  {p.numeral} · {p.titulo}
                </Link>{' '}
                {p.estado ? <EstadoDeNumeral estado={p.estado} /> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section className="tarjeta" aria-labelledby="efecto">
        <h2 id="efecto">Qué hace Ayni con este numeral</h2>
        <p className="bajada">
          <EstadoDeNumeral estado={d.estado} /> {d.nota}
        </p>
        <dl className="datos">
          {d.efectos.map((e) => (
            <div key={e.nombre} className="par">
              <dt>{e.nombre}</dt>
              <dd>{e.explica}</dd>
            </div>
          ))}
        </dl>
      </section>
      {d.lecturas.map((l) => (
        <section className="tarjeta" key={l.clave} aria-labelledby={l.clave}>
          <h2 id={l.clave}>
            Lectura adoptada {l.clave}: {l.titulo}
          </h2>
          <p>{l.lectura}</p>
          <p className="tenue menor">Adoptada por: {l.adoptadaPor}</p>
        </section>
      ))}
      {d.ambiguedades.map((a) => (
        <section className="tarjeta" key={a.clave} aria-labelledby={a.clave}>
          <h2 id={a.clave}>
            Ambigüedad {a.clave}: {a.duda}
          </h2>
          <p>
            <strong>Resolución adoptada.</strong> {a.resolucion}
          </p>
        </section>
      ))}
      <Actos d={d} />
      <Pruebas d={d} />
      <Vecinos d={d} nombre="Seguir leyendo" />
    </>
  );
}

function Actos({ d }: { d: Datos }) {
  return (
    <section className="tarjeta" aria-labelledby="actos">
      <h2 id="actos">Actos que lo cumplen y quién puede realizarlos</h2>
      {d.actos.length === 0 ? <p className="tenue">Ningún acto lo cita.</p> : null}
      {d.actos.length > 0 ? (
        <Tabla titulo="Actos que cumplen el numeral">
          <thead>
            <tr>
              <th scope="col">Acto</th>
              <th scope="col">Expediente</th>
              <th scope="col">Pueden realizarlo</th>
            </tr>
          </thead>
          <tbody>
            {d.actos.map((a) => (
              <tr key={a.nombre}>
                <th scope="row">{a.titulo}</th>
                <td>{a.modulo}</td>
                <td>
                  {a.quienes.length === 0 ? <span className="tenue">Según el estado del expediente</span> : null}
                  {a.quienes.map((q) => (
                    <p key={q.nivel}>
                      <strong>{q.nivel}:</strong> {q.oficinas.join(', ')}.
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </Tabla>
      ) : null}
      {d.citas.length > 0 ? (
        <details className="menor">
          <summary>
            {cuantos(d.citas.length, 'archivo del código lo cita', 'archivos del código lo citan')} en impedimentos, advertencias u obligaciones
          </summary>
          <ul>
            {d.citas.map((c) => (
              <li key={c}>
                <code>{c}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Pruebas({ d }: { d: Datos }) {
  return (
    <section className="tarjeta" aria-labelledby="pruebas">
      <h2 id="pruebas">Pruebas que lo demuestran</h2>
      {d.totalPruebas === 0 ? (
        <p className="tenue">Ninguna prueba lo cita.</p>
      ) : (
        <p className="tenue">
          {cuantos(d.totalPruebas, 'prueba lleva', 'pruebas llevan')} el numeral en su título o en el rechazo que esperan. Se ejecutan con cada cambio de Ayni.
        </p>
      )}
      {d.pruebas.map((p) => (
        <details key={p.archivo} open={d.totalPruebas <= 12}>
          <summary>
            <code>{p.archivo}</code> ({p.titulos.length})
          </summary>
          <ul>
            {p.titulos.map((t) => (
              <li key={t}>{t}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
