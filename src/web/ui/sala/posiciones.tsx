import { POSTURAS, type Postura } from '../../../directiva/consenso.ts';
import { dmy } from '../../../kernel/calendario.ts';
import { CAUSAS } from '../../../modules/sesion/sesion.etiquetas.ts';
import { NIVEL } from '../../contenido/cig.ts';
import type { Tono } from '../../etiquetas.ts';
import { type AsuntoMostrado, type NivelMostrado, ORDEN_DE_POSTURAS, type PosicionMostrada } from '../../sala/vivo.ts';
import { Chip } from '../piezas.tsx';
import { Enviar, FormularioDeSala, useSala } from './formulario.tsx';

const TONO: Readonly<Record<Postura, Tono>> = { acuerdo: 'verde', acuerdo_con_reserva: 'azul', se_aparta: 'gris', objecion: 'ambar' };
const VISIBLES = 8;

/** Positions by level. There is no count: the commission acts by consensus (6.6). */
export function Posiciones({ a }: { a: AsuntoMostrado }) {
  return (
    <>
      <h3>Posiciones por nivel de gobierno</h3>
      <div className="niveles">
        {a.niveles.map((n) => (
          <DeNivel key={n.nivel} n={n} />
        ))}
      </div>
      {a.anteriores.length > 0 ? (
        <details className="bloque">
          <summary>Posiciones anteriores y objeciones retiradas</summary>
          <ul className="limpia menor">
            {a.anteriores.map((x, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever appended.
              <li key={i}>
                {x.quien}: {POSTURAS[x.posicion.postura]}
                {x.posicion.motivo ? `, «${x.posicion.motivo}»` : ''}, {dmy(x.posicion.el)}.{' '}
                <span className="tenue">{x.causa ? `${CAUSAS[x.causa]}${x.razon ? `: «${x.razon}»` : ''}${x.hasta ? `, ${dmy(x.hasta)}` : ''}.` : ''}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function DeNivel({ n }: { n: NivelMostrado }) {
  const acreditado = n.posiciones.length + n.sin.length > 0;
  return (
    <div className="nivel">
      <h4>{NIVEL[n.nivel]}</h4>
      {acreditado ? null : <Chip tono="ambar">Sin miembro acreditado</Chip>}
      {ORDEN_DE_POSTURAS.map((postura) => (
        <DePostura key={postura} postura={postura} lista={n.posiciones.filter((p) => p.postura === postura)} />
      ))}
      {n.sin.length > 0 ? (
        <details className="menor tenue" open={n.sin.length < 4}>
          <summary>Sin posición</summary>
          <ul className="limpia">
            {n.sin.map((x) => (
              <li key={x}>{x}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function DePostura({ postura, lista }: { postura: Postura; lista: readonly PosicionMostrada[] }) {
  if (lista.length === 0) return null;
  const todas = postura === 'objecion' || lista.length <= VISIBLES;
  const items = (xs: readonly PosicionMostrada[]) => (
    <ul className="limpia menor">
      {xs.map((p) => (
        <li key={p.id}>
          {p.nombre}
          {p.motivo ? <span className="parrafo">: «{p.motivo}»</span> : ''}
          {p.anterior ? <span className="tenue"> (sobre el texto anterior)</span> : null}
          {p.porOtra ? <span className="tenue"> (registrada por otra oficina de la entidad)</span> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="postura">
      <Chip tono={TONO[postura]}>{POSTURAS[postura]}</Chip>
      {todas ? (
        items(lista)
      ) : (
        <>
          {items(lista.slice(0, VISIBLES))}
          <details className="menor">
            <summary>Ver los demás</summary>
            {items(lista.slice(VISIBLES))}
          </details>
        </>
      )}
    </div>
  );
}

const AYUDA: Readonly<Record<Postura, string>> = {
  acuerdo: 'Adhiere al texto.',
  acuerdo_con_reserva: 'Adhiere y deja constancia de una reserva.',
  se_aparta: 'No adhiere, y no impide que la comisión acuerde.',
  objecion: 'Impide el acuerdo mientras se mantenga. Diga qué la resolvería.',
};

/** Positions whose reasons help the others; none is required (R2). */
const PIDE_MOTIVO: ReadonlySet<Postura> = new Set<Postura>(['objecion', 'acuerdo_con_reserva']);

/** Own position: taken, changed, or an objection withdrawn. */
export function PosicionPropia({ a }: { a: AsuntoMostrado }) {
  const { d, abierta } = useSala();
  const { silla } = d.yo;
  if (silla?.calidad !== 'miembro' || !abierta || a.situacion !== 'por_tratar') return null;
  const mia = a.niveles.flatMap((n) => n.posiciones).find((p) => p.id === silla.id);
  const porExplicar = mia && !mia.motivo && PIDE_MOTIVO.has(mia.postura) ? mia.postura : undefined;
  return (
    <div className="mi-posicion">
      <h3>Su posición</h3>
      {mia ? (
        <p>
          <Chip tono={TONO[mia.postura]}>{POSTURAS[mia.postura]}</Chip> {mia.motivo ? `«${mia.motivo}» ` : ''}
          {mia.anterior ? <span className="tenue">La fijó sobre el texto anterior; sigue en pie.</span> : null}
        </p>
      ) : (
        <p className="tenue">Aún no fija posición sobre este texto. El silencio no es adhesión.</p>
      )}
      {mia?.postura === 'objecion' ? (
        <FormularioDeSala acto="RetirarObjecion" asunto={a.n}>
          {(v) => (
            <div className="campo">
              <label htmlFor={`razon-${a.n}`}>Por qué la retira (opcional)</label>
              <input className="ds-input" id={`razon-${a.n}`} name="razon" defaultValue={String(v.razon ?? '')} />
              <Enviar texto="Retirar la objeción" secundario chico />
            </div>
          )}
        </FormularioDeSala>
      ) : null}
      <FormularioDeSala acto="FijarPosicion" asunto={a.n} oculto={{ texto: a.texto.n }}>
        {(v) => (
          <>
            <fieldset className="plano posturas">
              <legend>{porExplicar ? 'Agregar el motivo o cambiar su posición' : mia ? 'Cambiar su posición' : 'Fijar posición'}</legend>
              {(Object.keys(POSTURAS) as Postura[]).map((p) => (
                <label key={p} className="casilla">
                  <input type="radio" name="postura" value={p} required defaultChecked={(v.postura ?? porExplicar) === p} />
                  <span>
                    <strong>{POSTURAS[p]}.</strong> <span className="tenue menor">{AYUDA[p]}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <div className="campo">
              <label htmlFor={`motivo-${a.n}`}>
                Motivo <span className="tenue menor">(opcional)</span>
              </label>
              <p className="ayuda" id={`ayuda-${a.n}`}>
                En una objeción o una reserva, diga qué la resolvería: los demás miembros lo leen al buscar el consenso. Sin motivo también cuenta.
              </p>
              <textarea
                className="ds-input"
                id={`motivo-${a.n}`}
                name="motivo"
                rows={2}
                maxLength={4000}
                aria-describedby={`ayuda-${a.n}`}
                defaultValue={String(v.motivo ?? '')}
              />
            </div>
            <Enviar texto="Registrar posición" />
          </>
        )}
      </FormularioDeSala>
    </div>
  );
}
