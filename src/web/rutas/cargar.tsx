import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { formulario, oficinaDe } from '../sesion.servidor.ts';
import { Archivo, Forma } from '../ui/gestion.tsx';
import { Encabezado, Tarjeta } from '../ui/piezas.tsx';
import { datosDeCargar, recibirCifras } from './cargar.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeCargar(oficinaDe(context, request), params);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = oficinaDe(context, request);
  return recibirCifras(deps, params, await formulario(deps, request));
}

/** Upload of a file of figures; its review comes next. */
export default function Cargar() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Importar cifras desde un archivo"
        bajada={d.nombre}
        migas={[{ texto: 'Indicador', a: `/expediente/${d.id}` }, { texto: 'Importar cifras' }]}
      />
      <Tarjeta titulo="El archivo" id="archivo">
        <p>
          Cárguelo tal como lo tiene: una fila por {d.captura === 'pais' ? 'periodo' : d.captura}, o un periodo por columna. En el paso siguiente verá qué se
          entendió y qué cambiaría; nada se importa hasta que usted lo confirme.
        </p>
        <Forma nombre="archivo" boton="Revisar el archivo" envio={{ csrf: d.csrf }} respuesta={respuesta} archivo principal>
          {(campo) => (
            <Archivo
              de={campo('archivo')}
              etiqueta="Archivo CSV, XLSX, ADX o DHIS2"
              ayuda={`De hasta ${d.maximo} MB; de DHIS2, un dataValueSet en XML o JSON. Se reconocen los códigos INEI y RENIEC aunque hayan perdido el cero inicial, los nombres sin tildes y las formas usuales de escribir «sin dato».`}
              acepta=".csv,.txt,.xlsx,.xml,.json,text/csv,application/xml,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            />
          )}
        </Forma>
        <p>
          <Link to={`/expediente/${d.id}`}>Volver al indicador</Link>
        </p>
      </Tarjeta>
    </>
  );
}
