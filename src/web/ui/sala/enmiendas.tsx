import { dmy } from '../../../kernel/calendario.ts';
import { ENMIENDA } from '../../../modules/sesion/sesion.etiquetas.ts';
import { cambiosEntre } from '../../cambios.ts';
import type { AsuntoMostrado } from '../../sala/vivo.ts';
import { Chip } from '../piezas.tsx';
import { Trozos } from '../vista.tsx';
import { Boton, Enviar, FormularioDeSala, useSala } from './formulario.tsx';

/** Amendments with what they add and take away, and the form to propose another on the text in view. */
export function Enmiendas({ a }: { a: AsuntoMostrado }) {
  const { d, abierta } = useSala();
  const propone = abierta && a.situacion === 'por_tratar' && d.yo.silla?.calidad === 'miembro';
  if (a.enmiendas.length === 0 && !propone) return null;
  return (
    <>
      <h3>Enmiendas</h3>
      {a.enmiendas.length === 0 ? <p className="tenue">Nadie propuso una enmienda.</p> : null}
      {a.enmiendas.map((e) => (
        <article key={e.n} className="enmienda" aria-label={`Enmienda ${e.n}`}>
          <p>
            <strong>Enmienda {e.n}.</strong> {e.quien}, {dmy(e.el)}{' '}
            <Chip tono={e.situacion === 'propuesta' ? 'azul' : e.situacion === 'incorporada' ? 'verde' : 'gris'}>{ENMIENDA[e.situacion]}</Chip>
          </p>
          <p className="menor tenue">
            {e.seccion ? `Sección: ${d.secciones[a.tipo]?.find((s) => s.valor === e.seccion)?.nombre ?? e.seccion}. ` : `Sobre el texto ${e.base}. `}
            {e.motivo ?? ''}
          </p>
          <blockquote>
            <Trozos lista={cambiosEntre(e.dice, e.debeDecir)} />
          </blockquote>
          {e.situacion === 'propuesta' && abierta ? (
            <div className="botones">
              {d.yo.conduce ? <Boton acto="IncorporarEnmienda" asunto={a.n} oculto={{ enmienda: e.n }} texto="Incorporar al texto" conVersion /> : null}
              {d.yo.silla?.id === e.miembro ? <Boton acto="RetirarEnmienda" asunto={a.n} oculto={{ enmienda: e.n }} texto="Retirar mi enmienda" /> : null}
            </div>
          ) : null}
        </article>
      ))}
      {propone ? <Proponer a={a} /> : null}
    </>
  );
}

function Proponer({ a }: { a: AsuntoMostrado }) {
  const { d, devuelta } = useSala();
  const secciones = d.secciones[a.tipo];
  const porSecciones = secciones !== undefined;
  const fallida = devuelta?.acto === 'ProponerEnmienda' && devuelta.asunto === String(a.n);
  return (
    <details className="bloque" open={fallida}>
      <summary>Proponer una enmienda</summary>
      <FormularioDeSala acto="ProponerEnmienda" asunto={a.n} oculto={{ texto: a.texto.n }}>
        {(v) => (
          <>
            {porSecciones ? (
              <>
                <div className="campo">
                  <label htmlFor={`seccion-${a.n}`}>Qué enmienda</label>
                  <select className="ds-input" id={`seccion-${a.n}`} name="seccion" defaultValue={String(v.seccion ?? '')}>
                    <option value="">El texto del acuerdo</option>
                    {secciones.map((s) => (
                      <option key={s.valor} value={s.valor}>
                        Paquete elevado: {s.nombre}
                      </option>
                    ))}
                  </select>
                </div>
                <div className="campo">
                  <label htmlFor={`dice-${a.n}`}>Dice</label>
                  <p className="ayuda">Solo para el paquete: el texto exacto de la sección. Vacío para agregar.</p>
                  <textarea className="ds-input" id={`dice-${a.n}`} name="dice" rows={2} defaultValue={String(v.dice ?? '')} />
                </div>
              </>
            ) : null}
            <div className="campo">
              <label htmlFor={`debe-${a.n}`}>{porSecciones ? 'Debe decir' : 'Cómo debe quedar el texto'}</label>
              <textarea
                className="ds-input"
                id={`debe-${a.n}`}
                name="debeDecir"
                rows={4}
                required
                defaultValue={String(v.debeDecir ?? (porSecciones ? '' : a.texto.texto))}
              />
            </div>
            <div className="campo">
              <label htmlFor={`motivo-e-${a.n}`}>Motivo (opcional)</label>
              <input className="ds-input" id={`motivo-e-${a.n}`} name="motivo" defaultValue={String(v.motivo ?? '')} />
            </div>
            <Enviar texto="Proponer la enmienda" secundario />
          </>
        )}
      </FormularioDeSala>
    </details>
  );
}
