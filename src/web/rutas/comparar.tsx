import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Diferencia, Trozo } from '../../documentos/devolucion.ts';
import { leerDocx } from '../../platform/docx-entrante.ts';
import { recibirArchivo } from '../../platform/http/archivo.ts';
import { formulario, noExiste, oficinaDe } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';
import { compararCon, documentoDe } from './comparar.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const e = await cargarExpediente(deps, params.id);
  const tipo = params.tipo ?? '';
  const con = new URL(request.url).searchParams.get('con');
  const d = await documentoDe(deps, e.id, tipo);
  if (!d) throw noExiste('El expediente no produce ese documento.', 'Ábralo desde su expediente.');
  return { id: e.id, tipo, titulo: e.titulo, documento: d.documento.titulo, csrf: deps.csrf, comparado: con ? await compararCon(deps, e.id, tipo, con) : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = oficinaDe(context, request);
  await cargarExpediente(deps, params.id);
  const archivo = (await formulario(deps, request)).get('archivo');
  const recibido = archivo instanceof File ? await recibirArchivo(archivo) : { motivo: 'No se eligió ningún archivo.', remedio: 'Elija el DOCX editado.' };
  if ('motivo' in recibido) return data({ motivo: recibido.motivo, remedio: recibido.remedio }, { status: 400 });
  const leido = await leerDocx(recibido.bytes, recibido.nombre);
  if ('motivo' in leido) return data(leido, { status: 400 });
  const guardado = await deps.subirDocumento(new File([recibido.bytes], recibido.nombre, { type: recibido.tipo }));
  if (!('huella' in guardado)) return data({ motivo: guardado.motivo, remedio: guardado.remedio }, { status: guardado.estado });
  return redirect(`/expedientes/${params.id}/documentos/${params.tipo}/comparar?con=${guardado.huella}`);
}

/** A file edited outside against what the record says. */
export default function Comparar() {
  const d = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Comparar un documento editado"
        bajada={d.documento}
        migas={[{ texto: d.titulo, a: `/expediente/${d.id}` }, { texto: 'Comparar un documento editado' }]}
      />
      {error ? (
        <Aviso tono="rojo" titulo={error.motivo} rol="alert">
          <p>{error.remedio} Su archivo no se guardó y el documento del expediente sigue igual.</p>
        </Aviso>
      ) : null}
      {d.comparado ? <Resultado c={d.comparado} /> : null}
      <form method="post" encType="multipart/form-data" className="tarjeta formulario">
        <h2>{d.comparado ? 'Comparar otro archivo' : 'Suba el archivo editado'}</h2>
        <p className="tenue">
          Baje el DOCX del expediente, edítelo fuera y súbalo aquí: verá qué texto se quitó y qué texto se agregó. El expediente no cambia; para que cambie,
          registre el acto que corresponda.
        </p>
        <input type="hidden" name="_csrf" value={d.csrf} />
        <div className="campo">
          <label htmlFor="archivo">Documento de Word (DOCX), hasta 20 MB</label>
          <input id="archivo" name="archivo" type="file" required accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document" />
        </div>
        <p className="botones">
          <button type="submit" className="ds-button">
            Comparar documento
          </button>
          <a href={`/expediente/${d.id}`}>Volver al expediente</a>
        </p>
      </form>
    </>
  );
}

type Comparado = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['comparado']>;

function Resultado({ c }: { c: Comparado }) {
  if ('rechazo' in c && c.rechazo)
    return (
      <Aviso tono="rojo" titulo={c.rechazo.motivo} rol="alert">
        <p>{c.rechazo.remedio}</p>
      </Aviso>
    );
  const { diferencias = [], version = 0, actual = 0 } = c;
  const cambios = diferencias.filter((x) => x.clase === 'cambio').length;
  return (
    <section className="tarjeta" aria-labelledby="diferencias">
      <h2 id="diferencias">
        {cambios === 0 ? 'Dice lo mismo que el expediente' : cambios === 1 ? '1 párrafo con diferencias' : `${cambios} párrafos con diferencias`}
      </h2>
      <p className="tenue">
        «{c.nombre}» frente al texto de la versión {version}
        {actual > version ? `; el expediente va por la versión ${actual}` : ''}.{' '}
        {cambios > 0 ? 'Lo quitado va entre [− y −]; lo agregado, entre [+ y +].' : 'No hay nada que revisar.'}
      </p>
      <div className="diferencias">
        {diferencias.map((x, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in reading order.
          <Parte key={i} d={x} />
        ))}
      </div>
    </section>
  );
}

function Parte({ d }: { d: Diferencia }) {
  if (d.clase === 'iguales') return <p className="tenue menor iguales">{d.lineas === 1 ? '1 párrafo igual' : `${d.lineas} párrafos iguales`}</p>;
  return (
    <p>
      {d.trozos.map((t, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line, in order.
        <Marca key={i} t={t} />
      ))}
    </p>
  );
}

function Marca({ t }: { t: Trozo }) {
  if (t.que === 'quita') return <del>[−{t.t}−]</del>;
  return t.que === 'agrega' ? <ins>[+{t.t}+]</ins> : t.t;
}
