import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { RESULTADOS } from '../../modules/documento/documento.etiquetas.ts';
import type { Comprobacion, FirmaVerificada } from '../../platform/firma/validar.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Aviso, Chip, Encabezado } from '../ui/piezas.tsx';
import { informeDeFirmas } from './firmar.servidor.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return informeDeFirmas(oficinaDe(context, request), params.id);
}

const QUE: Readonly<Record<Comprobacion['que'], string>> = {
  alcance: 'Qué cubre',
  cambios: 'Cambios posteriores',
  contenido: 'Contenido',
  firma: 'Firma',
  certificado: 'Certificado ligado',
  vigencia: 'Vigencia',
  uso: 'Uso del certificado',
  cadena: 'Autoridad',
  revocacion: 'Revocación',
  sello: 'Sello de tiempo',
};
const MARCA = { bien: ['verde', 'Bien'], mal: ['rojo', 'Mal'], dudoso: ['ambar', 'No se pudo saber'], nota: ['gris', 'Nota'] } as const;
const TONO = { VALIDO: 'verde', INDETERMINADO: 'ambar', NO_VALIDO: 'rojo' } as const;

/** What was verified of each signature, one thing at a time, with its outcome. */
export default function Firmas() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo="Verificación de las firmas" bajada={d.titulo} migas={[{ texto: d.codigo, a: `/expediente/${d.id}` }, { texto: 'Verificación' }]} />
      {d.confianza === 0 ? (
        <Aviso tono="ambar" titulo="Sin lista de confianza">
          <p>
            Esta instalación no tiene las raíces de las entidades de certificación reconocidas. Ayni verifica que nada cambió y que la firma corresponde al
            certificado, pero no puede saber si el certificado es de una entidad acreditada: por eso las firmas figuran como indeterminadas.
          </p>
        </Aviso>
      ) : null}
      {d.validacion.legible ? (
        d.validacion.firmas.map((f) => <UnaFirma key={f.campo} f={f} />)
      ) : (
        <Aviso titulo={d.validacion.motivo}>
          <p>{d.validacion.remedio}</p>
        </Aviso>
      )}
      <p className="botones">
        <a className="ds-button" data-variant="secondary" href={`/documento/${d.archivo}`}>
          Descargar el documento
        </a>
        <Link to={`/expediente/${d.id}`}>Volver al documento</Link>
      </p>
    </>
  );
}

function UnaFirma({ f }: { f: FirmaVerificada }) {
  return (
    <section className="tarjeta" aria-label={f.campo}>
      <h2>
        {f.clase === 'sello' ? 'Sello de tiempo del documento' : (f.titular?.nombre ?? f.campo)} <Chip tono={TONO[f.resultado]}>{RESULTADOS[f.resultado]}</Chip>
      </h2>
      <dl className="datos">
        <Dato que="Emitido por" valor={f.titular?.emisor} />
        <Dato que="Organización" valor={f.titular?.organizacion} />
        <Dato que="Motivo" valor={f.declarado.motivo} />
        <Dato que="Fecha que declara" valor={f.declarado.el ? dmy(fechaDeLima(new Date(f.declarado.el))) : undefined} />
        <Dato que="Fecha probada por sello" valor={f.selladoEl ? dmy(fechaDeLima(new Date(f.selladoEl))) : undefined} />
      </dl>
      <ul className="limpia">
        {f.comprobaciones.map((c) => (
          <li key={c.que + c.detalle}>
            <Chip tono={MARCA[c.resultado][0]}>{MARCA[c.resultado][1]}</Chip> <strong>{QUE[c.que]}.</strong> {c.detalle}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dato({ que, valor }: { que: string; valor: string | undefined }) {
  return valor ? (
    <>
      <dt>{que}</dt>
      <dd>{valor}</dd>
    </>
  ) : null;
}
