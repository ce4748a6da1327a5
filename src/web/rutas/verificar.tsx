import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { type Cotejo, type Verificado, verificar } from '../../documentos/verificar.ts';
import { codigoLegible, leerCodigo } from '../../platform/pdf/codigo.ts';
import { depsDe } from '../contexto.ts';
import type { Tono } from '../etiquetas.ts';
import { formulario, texto } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';

interface Respuesta {
  codigo: string;
  hallado?: Verificado;
  error?: { motivo: string; remedio: string };
}

const MAL_ESCRITO = {
  motivo: 'Ese código no tiene la forma de los de Ayni.',
  remedio: 'Son doce letras y cifras en tres grupos, al pie de cada página. No se usan el cero, el uno ni las letras I, O y U.',
};
const NO_HALLADO = {
  motivo: 'No hay ningún documento con ese código.',
  remedio: 'Compruebe que lo escribió como está impreso. Si está bien escrito, ese papel no se produjo en esta instalación de Ayni.',
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const pedido = params.codigo ?? new URL(request.url).searchParams.get('codigo') ?? '';
  if (!pedido) return { codigo: '' } satisfies Respuesta;
  const codigo = leerCodigo(pedido);
  if (!codigo) return data<Respuesta>({ codigo: pedido.slice(0, 40), error: MAL_ESCRITO }, { status: 404 });
  if (params.codigo !== codigoLegible(codigo)) return redirect(`/verificar/${codigoLegible(codigo)}`);
  const hallado = await verificar(depsDe(context).db, codigo);
  const respuesta: Respuesta = hallado ? { codigo: hallado.codigo, hallado } : { codigo: codigoLegible(codigo), error: NO_HALLADO };
  return data(respuesta, { status: hallado ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}

/** A file against what was produced: by its code if given, by its bytes alone if not. The file is not kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsDe(context);
  const datos = await formulario(deps, request);
  const codigo = texto(datos, 'codigo').trim();
  const archivo = datos.get('archivo');
  if (!(archivo instanceof File) || archivo.size === 0)
    return data<Respuesta>({ codigo, error: { motivo: 'No se eligió ningún archivo.', remedio: 'Elija el PDF que quiere comprobar.' } }, { status: 400 });
  const bytes = new Uint8Array(await archivo.arrayBuffer());
  if (codigo && !leerCodigo(codigo)) return data<Respuesta>({ codigo, error: MAL_ESCRITO }, { status: 404 });
  const hallado = await verificar(deps.db, codigo, bytes);
  if (hallado) return data<Respuesta>({ codigo: hallado.codigo, hallado });
  return data<Respuesta>(
    {
      codigo,
      error: codigo
        ? NO_HALLADO
        : {
            motivo: 'Ayni no produjo un archivo igual a ese.',
            remedio: 'Si está firmado o lo reimprimió, escriba también el código que lleva al pie y vuelva a comprobarlo.',
          },
    },
    { status: 404 },
  );
}

/** Public, without scripts. */
export default function Verificar() {
  const pedida: Respuesta = useLoaderData<typeof loader>();
  const subida = useActionData<typeof action>() as Respuesta | undefined;
  const { codigo, hallado, error } = subida ?? pedida;
  return (
    <>
      <Encabezado
        titulo="Verificar un documento"
        bajada="Compruebe qué documento es, de qué expediente y si el archivo que tiene está íntegro. No necesita usuario."
        migas={[{ texto: 'Inicio', a: '/' }, { texto: 'Verificar un documento' }]}
      />
      {error ? (
        <Aviso tono="ambar" titulo={error.motivo} rol="alert">
          <p>{error.remedio}</p>
        </Aviso>
      ) : null}
      {hallado ? <Hallado d={hallado} /> : null}
      <form method="get" action="/verificar" className="tarjeta formulario">
        <h2>Por su código</h2>
        <div className="campo">
          <label htmlFor="codigo">Código de verificación</label>
          <p className="tenue menor" id="codigo-ayuda">
            Está al pie de cada página, en tres grupos de cuatro. Da lo mismo escribirlo con guiones o sin ellos.
          </p>
          <input
            className="ds-input corto"
            id="codigo"
            name="codigo"
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="codigo-ayuda"
            defaultValue={codigo}
          />
        </div>
        <p className="botones">
          <button type="submit" className="ds-button">
            Verificar código
          </button>
        </p>
      </form>
      <form method="post" encType="multipart/form-data" action="/verificar" className="tarjeta formulario">
        <h2>Por su archivo</h2>
        <p className="tenue">El archivo se compara y no se guarda.</p>
        <div className="campo">
          <label htmlFor="archivo">Archivo PDF</label>
          <input id="archivo" name="archivo" type="file" accept="application/pdf,.pdf" required />
        </div>
        <div className="campo">
          <label htmlFor="codigo-archivo">Código, si el archivo lleva firmas añadidas</label>
          <input
            className="ds-input corto"
            id="codigo-archivo"
            name="codigo"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={hallado ? codigo : ''}
          />
        </div>
        <p className="botones">
          <button type="submit" className="ds-button" data-variant="secondary">
            Comparar archivo
          </button>
        </p>
      </form>
    </>
  );
}

const COTEJOS: Readonly<Record<Cotejo, { tono: Tono; titulo: string; texto: string }>> = {
  identico: { tono: 'verde', titulo: 'El archivo es idéntico al que produjo Ayni.', texto: 'Coincide su huella: no se le cambió nada.' },
  ampliado: {
    tono: 'verde',
    titulo: 'El archivo contiene íntegro el que produjo Ayni, con datos añadidos al final.',
    texto: 'Es lo que ocurre al firmarlo digitalmente. Abra las firmas en su lector de PDF para ver de quién son.',
  },
  distinto: {
    tono: 'rojo',
    titulo: 'El archivo no es el que produjo Ayni.',
    texto: 'Su contenido o su forma cambió, o se volvió a guardar con otro programa. No se fíe de él sin compararlo con el original.',
  },
};

function Hallado({ d }: { d: Verificado }) {
  const cotejo = d.cotejo && COTEJOS[d.cotejo];
  return (
    <section className="tarjeta" aria-labelledby="hallado">
      <h2 id="hallado">{d.titulo ?? 'Documento reservado'}</h2>
      {cotejo ? (
        <Aviso tono={cotejo.tono} titulo={cotejo.titulo}>
          <p>{cotejo.texto}</p>
        </Aviso>
      ) : null}
      {d.publico ? null : (
        <p>
          Ayni produjo un documento con este código. Su contenido es reservado mientras está en trámite, por lo que aquí solo se puede comprobar si un archivo
          coincide.
        </p>
      )}
      <dl className="datos">
        <Dato nombre="Código" valor={<span className="codigo-grande">{d.codigo}</span>} />
        {d.expediente ? <Dato nombre="Expediente" valor={d.expediente} /> : null}
        {d.version ? <Dato nombre="Versión" valor={d.version} /> : null}
        {d.fecha ? <Dato nombre="Fecha" valor={d.fecha} /> : null}
        {d.estado ? <Dato nombre="Estado" valor={d.estado} /> : null}
        {d.demo ? <Dato nombre="Aviso" valor="Documento de demostración, sin valor legal" /> : null}
        <Dato nombre="Huella del PDF (sha-256)" valor={<code className="huella">{d.huella}</code>} />
      </dl>
    </section>
  );
}

function Dato({ nombre, valor }: { nombre: string; valor: ReactNode }) {
  return (
    <>
      <dt>{nombre}</dt>
      <dd>{valor}</dd>
    </>
  );
}
