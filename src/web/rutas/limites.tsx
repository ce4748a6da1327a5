import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { dmy } from '../../kernel/calendario.ts';
import { estadoDeLimites } from '../../lecturas/limites.ts';
import { guardarLimites, MAXIMO_LIMITES, prepararLimites } from '../../limites.ts';
import { cuantos } from '../formato.ts';
import { responder } from '../gestion.servidor.ts';
import { administracionDe, formulario } from '../sesion.servidor.ts';
import { Archivo, Forma } from '../ui/gestion.tsx';
import { Aviso, Encabezado, Tarjeta } from '../ui/piezas.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const e = await estadoDeLimites(deps.db);
  return { csrf: deps.csrf, provincias: e.provincias, distritos: e.distritos, el: e.el && dmy(e.el) };
}

/** The first codes of a list, in words. */
const algunos = (lista: readonly string[]): string => `${lista.slice(0, 20).join(', ')}${lista.length > 20 ? ` y ${lista.length - 20} más` : ''}`;

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  const datos = await formulario(deps, request);
  const rechazar = (motivo: string, remedio: string) =>
    responder(datos, { ok: false, estado: 400, errores: [{ campo: 'archivo', numeral: '', motivo, remedio }] });
  const archivo = datos.get('archivo');
  if (!(archivo instanceof File) || archivo.size === 0) return rechazar('Falta el archivo, o está vacío.', 'Elija el archivo TopoJSON y envíelo de nuevo.');
  const p = prepararLimites(new Uint8Array(await archivo.arrayBuffer()), deps.catalogo());
  if (!p.ok) return rechazar(p.motivo, p.remedio);
  await guardarLimites(deps.db, p);
  return responder(datos, {
    ok: true,
    logro: {
      titulo: `Límites incorporados: ${cuantos(p.cuenta.provincia, 'provincia', 'provincias')} y ${cuantos(p.cuenta.distrito, 'distrito', 'distritos')}.`,
      detalle: [
        p.faltan.length > 0 ? `Sin límites en el archivo: ${algunos(p.faltan.map((f) => `${f.nombre} (${f.id})`))}.` : 'No falta ningún territorio.',
        p.desconocidos.length > 0 ? `Códigos que el catálogo no tiene: ${algunos(p.desconocidos)}.` : '',
        p.otroNombre.length > 0 ? `Con otro nombre en el archivo: ${algunos(p.otroNombre.map((o) => `${o.nombre} (${o.id}), «${o.enArchivo}»`))}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    },
  });
}

/** Upload of the limits that the maps draw. */
export default function Limites() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Límites"
        bajada="Formas de provincias y distritos para los mapas de indicadores. Solo sirven para dibujar: no definen demarcación."
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Límites' }]}
      />
      {respuesta?.ok ? (
        <Aviso tono="verde" titulo={respuesta.titulo}>
          <p>{respuesta.detalle}</p>
        </Aviso>
      ) : null}
      <Tarjeta titulo="Importar límites" id="importar-limites">
        <p>
          {d.el
            ? `Hay límites de ${cuantos(d.provincias, 'provincia', 'provincias')} y ${cuantos(d.distritos, 'distrito', 'distritos')}, desde el ${d.el}.`
            : 'Aún no hay límites de provincias ni distritos: los mapas muestran los departamentos.'}
        </p>
        <Forma nombre="limites" boton="Incorporar los límites" envio={{ csrf: d.csrf }} respuesta={respuesta} archivo>
          {(campo) => (
            <Archivo
              de={campo('archivo')}
              etiqueta="Archivo TopoJSON"
              ayuda={`De hasta ${MAXIMO_LIMITES / 1024 / 1024} MB, con los objetos level3 o provincias y level4 o distritos, y códigos INEI. Reemplaza a los anteriores.`}
              acepta=".json,.topojson,application/json"
            />
          )}
        </Forma>
      </Tarjeta>
    </>
  );
}
