import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { administracionDe, formulario } from '../sesion.servidor.ts';
import { Archivo, Forma } from '../ui/gestion.tsx';
import { Encabezado, Tarjeta } from '../ui/piezas.tsx';
import { datosDeImportar, recibirTabla } from './importar.servidor.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return datosDeImportar(administracionDe(context, request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  return recibirTabla(deps, await formulario(deps, request));
}

const CLASES = [
  {
    clase: 'territorio',
    titulo: 'Territorio',
    que: 'La tabla de ubigeo del INEI, o la que trae los códigos del INEI y del RENIEC, tal como se publican. Agrega distritos y provincias, corrige nombres y datos, y guarda el código de cada emisor.',
    columnas: 'ubigeo, departamento, provincia, distrito; o inei, reniec, departamento, provincia, distrito',
  },
  {
    clase: 'normas',
    titulo: 'Normas y funciones',
    que: 'Las funciones de la Ley Orgánica de Gobiernos Regionales (artículos 47 a 64) o de la Ley Orgánica de Municipalidades (artículos 79 a 86), por literal o numeral.',
    columnas: 'articulo, literal, funcion (Ley 27867); o articulo, numeral, funcion (Ley 27972)',
  },
] as const;

/** Upload of a table; its review comes next. */
export default function Importar() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Importar"
        bajada="Suba la tabla y revise, fila por fila, qué cambiaría. Nada se incorpora hasta que usted lo confirme, y nunca se elimina nada."
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Importar' }]}
      />
      {CLASES.map(({ clase, titulo, que, columnas }) => (
        <Tarjeta key={clase} titulo={titulo} id={`importar-${clase}`}>
          <p>{que}</p>
          <p className="tenue menor">{d[clase] ? `Última importación: ${d[clase]}.` : 'Con la base de la instalación.'}</p>
          <Forma nombre={clase} boton={`Revisar el archivo de ${titulo.toLowerCase()}`} envio={{ csrf: d.csrf }} respuesta={respuesta} archivo>
            {(campo) => (
              <Archivo
                de={campo('archivo')}
                etiqueta="Archivo CSV"
                ayuda={`En UTF-8, separado por coma o punto y coma, de hasta ${d.maximo} MB. Columnas: ${columnas}.`}
                acepta=".csv,text/csv"
              />
            )}
          </Forma>
        </Tarjeta>
      ))}
    </>
  );
}
