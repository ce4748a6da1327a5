import { Link } from 'react-router';
import { nombreDeCargo } from '../../../directiva/cargos.ts';
import { dmy } from '../../../kernel/calendario.ts';
import { compromisosDe } from '../../../modules/sesion/sesion.ts';
import type { AsuntoMostrado } from '../../sala/vivo.ts';
import { useSala } from './formulario.tsx';

/** What the item asks of offices. The secretariat notes it here; each becomes a follow-up when the session closes. */
export function Compromisos({ a }: { a: AsuntoMostrado }) {
  const { d, abierta, vivo } = useSala();
  const lista = compromisosDe(a.asunto);
  const anota = d.yo.conduce && abierta && vivo.situacion === 'instalado' && !a.informativo && (a.situacion === 'por_tratar' || a.situacion === 'acordado');
  if (lista.length === 0 && !anota) return null;
  const sigue = a.situacion === 'acordado' && vivo.situacion === 'cerrado';
  return (
    <section aria-labelledby={`compromisos-${a.n}`}>
      <h3 id={`compromisos-${a.n}`}>Compromisos</h3>
      {lista.length > 0 ? (
        <ul className="limpia menor">
          {lista.map((c) => (
            <li key={c.n}>
              <strong>{c.titulo}</strong> · {nombreDeCargo(c.responsable.cargo)}, {d.sala.entidades[c.responsable.entidad] ?? c.responsable.entidad} · hasta el{' '}
              {dmy(c.vence)}. Se cumple cuando: {c.cumplimiento.replace(/\.$/, '')}.
              {anota && a.asunto.compromisos?.length ? (
                <>
                  {' '}
                  <Link to={`/expediente/${d.id}/acto/RetirarCompromiso?asunto=${a.n}&compromiso=${c.n}`} aria-label={`Quitar: ${c.titulo}`}>
                    Quitar
                  </Link>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="tenue menor">Si el acuerdo pide algo a una oficina, anótelo: al cerrar la sesión se abre su seguimiento.</p>
      )}
      {sigue ? <p className="menor">Su seguimiento está en los acuerdos de la comisión.</p> : null}
      {anota ? (
        <p className="menor">
          <Link to={`/expediente/${d.id}/acto/AnotarCompromiso?asunto=${a.n}`} aria-label={`Anotar un compromiso del asunto ${a.n}`}>
            Anotar un compromiso
          </Link>
        </p>
      ) : null}
    </section>
  );
}
