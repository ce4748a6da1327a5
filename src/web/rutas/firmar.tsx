import { type SubmitEvent, useEffect, useState } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData, useSubmit } from 'react-router';
import { oficinaDe } from '../sesion.servidor.ts';
import { Aviso, Chip, Encabezado, Tabla } from '../ui/piezas.tsx';
import { datosParaFirmar, recibirFirma } from './firmar.servidor.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosParaFirmar(oficinaDe(context, request), params.id);
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return recibirFirma(oficinaDe(context, request), params.id, request);
}

type Datos = Awaited<ReturnType<typeof datosParaFirmar>>;
type Devuelto = Exclude<Awaited<ReturnType<typeof recibirFirma>>, Response>['data'];

/** Two ways to sign: with a certificate of this computer, or elsewhere and uploading. The second works without scripts. */
export default function Firmar() {
  const d = useLoaderData<typeof loader>();
  const devuelto = useActionData<typeof action>() as Devuelto | undefined;
  return (
    <>
      <Encabezado titulo="Firmar el documento" bajada={d.titulo} migas={[{ texto: d.codigo, a: `/expediente/${d.id}` }, { texto: 'Firmar' }]} />
      {devuelto ? <Problemas titulo={devuelto.titulo} lista={devuelto.impedimentos} /> : null}
      {d.impedimentos.length > 0 && !devuelto ? <Problemas titulo="Ahora no puede firmar" lista={d.impedimentos} suave /> : null}
      <section className="tarjeta" aria-labelledby="s-firmas">
        <h2 id="s-firmas">Quiénes firman, en orden</h2>
        <Tabla titulo="Quiénes firman, en orden">
          <thead>
            <tr>
              <th scope="col" className="num">
                N°
              </th>
              <th scope="col">Estado</th>
              <th scope="col">Oficina</th>
              <th scope="col">Firma como</th>
            </tr>
          </thead>
          <tbody>
            {d.firmas.map((f) => (
              <tr key={f.n}>
                <td className="num">{f.n}</td>
                <td>
                  <Chip tono={f.tono}>{f.estado}</Chip>
                  {f.nota ? <span className="tenue menor"> {f.nota}</span> : null}
                </td>
                <td>{f.oficina}</td>
                <td>{f.papel}</td>
              </tr>
            ))}
          </tbody>
        </Tabla>
        <p className="botones">
          <a className="ds-button" data-variant="secondary" href={`/documento/${d.archivo}`}>
            Descargar el documento
          </a>
        </p>
        {d.proyecto ? (
          <p>
            <Chip tono="ambar">Proyecto</Chip> El documento todavía dice PROYECTO.
          </p>
        ) : null}
      </section>
      {d.papel ? (
        <>
          <EnEsteEquipo d={d} />
          <OtroPrograma d={d} />
        </>
      ) : null}
    </>
  );
}

function Problemas({ titulo, lista, suave }: { titulo: string; lista: readonly { motivo: string; remedio: string }[]; suave?: boolean }) {
  return (
    <Aviso tono={suave ? 'ambar' : 'rojo'} titulo={titulo} rol={suave ? 'status' : 'alert'}>
      <ul>
        {lista.map((i) => (
          <li key={i.motivo}>
            {i.motivo} {i.remedio}
          </li>
        ))}
      </ul>
    </Aviso>
  );
}

type Paso = { clase: 'listo' } | { clase: 'firmando'; que: string } | { clase: 'problema'; motivo: string; remedio: string };

function EnEsteEquipo({ d }: { d: Datos }) {
  const enviar = useSubmit();
  const [conGuiones, setConGuiones] = useState(false);
  const [paso, setPaso] = useState<Paso>({ clase: 'listo' });
  useEffect(() => setConGuiones(true), []);

  const firmar = async (e: SubmitEvent<HTMLFormElement>) => {
    e.preventDefault();
    const forma = e.currentTarget;
    const archivo = forma.querySelector<HTMLInputElement>('#certificado')?.files?.[0];
    const clave = forma.querySelector<HTMLInputElement>('#contrasena');
    if (!archivo || !clave) return;
    setPaso({ clase: 'firmando', que: 'Abriendo su certificado…' });
    try {
      const { firmarAqui } = await import('../firma/firmar.ts');
      const { cms, pedido } = await firmarAqui(archivo, clave.value, async () => {
        setPaso({ clase: 'firmando', que: 'Firmando…' });
        return pedirDatos(d.id);
      });
      clave.value = '';
      await enviar({ via: 'aqui', cms, base: pedido.base, instante: pedido.instante, _csrf: d.csrf, _clave: d.clave }, { method: 'post' });
      setPaso({ clase: 'listo' });
    } catch (x) {
      const { message, remedio } = x as Error & { remedio?: string };
      setPaso(
        remedio
          ? { clase: 'problema', motivo: message, remedio }
          : {
              clase: 'problema',
              motivo: 'No se pudo firmar en este equipo.',
              remedio: 'Inténtelo de nuevo, o firme con otro programa y suba el documento firmado.',
            },
      );
    }
  };

  return (
    <section className="tarjeta" aria-labelledby="s-aqui">
      <h2 id="s-aqui">Firmar en este equipo</h2>
      <p>
        {d.papel === 'V°B°' ? 'Da su V°B°' : `${d.papel} el documento`} con su certificado digital en un archivo <strong>.p12</strong> o <strong>.pfx</strong>.
        El archivo, la clave y la contraseña no salen de su equipo: Ayni recibe solo la firma.
      </p>
      {conGuiones ? null : <p className="tenue">Para esta forma, su navegador debe permitir los guiones de la página. Si no, use la de abajo.</p>}
      <form className="formulario" onSubmit={firmar} method="post" hidden={!conGuiones}>
        <div className="campo">
          <label htmlFor="certificado">Archivo del certificado</label>
          <input type="file" id="certificado" accept=".p12,.pfx,application/x-pkcs12" required />
        </div>
        <div className="campo">
          <label htmlFor="contrasena">Contraseña del certificado</label>
          <input className="ds-input corto" type="password" id="contrasena" autoComplete="off" required />
        </div>
        <div aria-live="polite">
          {paso.clase === 'firmando' ? <p>{paso.que}</p> : null}
          {paso.clase === 'problema' ? <Problemas titulo="No se firmó" lista={[paso]} /> : null}
        </div>
        <p className="botones">
          <button type="submit" className="ds-button" aria-disabled={paso.clase === 'firmando' || undefined}>
            Firmar en este equipo
          </button>
        </p>
      </form>
    </section>
  );
}

interface Pedido {
  base: string;
  instante: string;
  digesto: string;
}

async function pedirDatos(id: string): Promise<Pedido> {
  const r = await fetch(`/expediente/${id}/firmar/datos`, { headers: { Accept: 'application/json' } });
  const cuerpo = (await r.json()) as { ok: true } & Pedido;
  if (r.ok && cuerpo.ok) return cuerpo;
  const [i] = (cuerpo as unknown as { impedimentos: { motivo: string; remedio: string }[] }).impedimentos;
  throw Object.assign(new Error(i?.motivo ?? 'Ahora no puede firmar.'), { remedio: i?.remedio ?? 'Recargue la página.' });
}

function OtroPrograma({ d }: { d: Datos }) {
  return (
    <section className="tarjeta" aria-labelledby="s-otro">
      <h2 id="s-otro">Firmar con otro programa</h2>
      <ol>
        <li>Descargue el documento con el botón de arriba.</li>
        <li>Fírmelo con Firma Perú, ReFirma, Acrobat u otro programa, sin cambiarle nada más.</li>
        <li>Súbalo aquí. Ayni verifica que sea el mismo documento y revisa la firma.</li>
      </ol>
      <form method="post" encType="multipart/form-data" className="formulario">
        <input type="hidden" name="_csrf" value={d.csrf} />
        <input type="hidden" name="_clave" value={d.clave} />
        <input type="hidden" name="via" value="archivo" />
        <div className="campo">
          <label htmlFor="archivo">Documento firmado (PDF)</label>
          <input type="file" id="archivo" name="archivo" accept="application/pdf,.pdf" required />
        </div>
        <p className="botones">
          <button type="submit" className="ds-button" data-variant="secondary">
            Subir documento firmado
          </button>
        </p>
      </form>
    </section>
  );
}
