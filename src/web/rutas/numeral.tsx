import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { erratasDe } from '../../directiva/erratas.ts';
import { lecturasDe } from '../../directiva/lecturas.ts';
import { findNumeral, padreDe, subnumeralesDe } from '../../directiva/numerales.ts';
import { reglasDe } from '../../directiva/trazabilidad.ts';
import { MODULOS } from '../../registro.ts';
import { noExiste } from '../sesion.servidor.ts';
import { Encabezado } from '../ui/piezas.tsx';

export function loader({ params }: LoaderFunctionArgs) {
  const clave = params.numeral ?? '';
  // 8.10.i is a part of 8.10: an address of a part shows the whole when it has no entry of its own.
  const n = findNumeral(clave) ?? findNumeral(padreDe(clave) ?? '');
  if (!n) throw noExiste('La Directiva no tiene ese numeral.', 'Búsquelo en la lista de numerales.');
  const vistos = new Set<string>();
  const nombreDe = new Map(MODULOS.map((m) => [m.tipo, m.nombre]));
  return {
    numeral: n.numeral,
    titulo: n.titulo,
    resumen: n.resumen,
    parrafos: n.texto.split(/\n+/).filter(Boolean),
    partes: subnumeralesDe(n.numeral).map((s) => ({ numeral: s.numeral, titulo: s.titulo })),
    lecturas: lecturasDe(n.numeral).map((l) => ({ clave: l.clave, titulo: l.titulo, lectura: l.lectura, adoptadaPor: l.adoptadaPor })),
    erratas: erratasDe(n.numeral).map((e) => ({ dice: e.dice, debeDecir: e.debeDecir, porque: e.porque })),
    actos: reglasDe(MODULOS)
      .filter((r) => r.numeral === n.numeral && !vistos.has(r.donde) && vistos.add(r.donde))
      .map((r) => ({ nombre: r.donde, titulo: r.titulo, modulo: nombreDe.get(r.modulo) ?? r.modulo })),
  };
}

/** One numeral: its text, how Ayni reads it and what implements it. */
export default function Numeral() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo={`${d.numeral} · ${d.titulo}`} bajada={d.resumen} migas={[{ texto: 'La Directiva', a: '/directiva' }, { texto: d.numeral }]} />
      <section className="tarjeta" aria-labelledby="texto">
        <h2 id="texto">Texto de la Directiva</h2>
        {d.parrafos.map((p) => (
          <p key={p}>{p}</p>
        ))}
        {d.erratas.map((e) => (
          <p key={e.dice}>
            <strong>Errata.</strong> Dice «{e.dice}»; debe decir «{e.debeDecir}». {e.porque}
          </p>
        ))}
        {d.partes.length > 0 ? (
          <ul>
            {d.partes.map((p) => (
              <li key={p.numeral}>
                <Link to={`/directiva/${p.numeral}`}>
                  {p.numeral} · {p.titulo}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {d.lecturas.map((l) => (
        <section className="tarjeta" key={l.clave} aria-labelledby={l.clave}>
          <h2 id={l.clave}>
            Lectura {l.clave}: {l.titulo}
          </h2>
          <p>{l.lectura}</p>
          <p className="tenue menor">Adoptada por: {l.adoptadaPor}</p>
        </section>
      ))}
      <section className="tarjeta" aria-labelledby="actos">
        <h2 id="actos">Actos de Ayni que lo cumplen</h2>
        {d.actos.length === 0 ? <p className="tenue">Ningún acto lo cita todavía.</p> : null}
        <ul>
          {d.actos.map((a) => (
            <li key={a.nombre}>
              {a.titulo} <span className="tenue">· {a.modulo}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
