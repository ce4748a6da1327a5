import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { leerInicio } from '../../lecturas/inicio.ts';
import { depsDe } from '../contexto.ts';
import { nombreDeSituacion, TIPOS, tonoDeSituacion } from '../etiquetas.ts';
import { numero } from '../formato.ts';
import { Chip, Encabezado, Tabla, Tarjeta } from '../ui/piezas.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  if (deps.sesion) throw redirect(deps.quien ? '/bandeja' : deps.sesion.debeCambiar ? '/clave' : '/oficina');
  const { cuentas, vigentes } = await leerInicio(deps.db);
  return {
    cuentas: cuentas.map((c) => ({ nombre: TIPOS[c.tipo]?.plural ?? c.tipo, n: c.n })),
    vigentes: vigentes.map((v) => ({ ...v, tono: tonoDeSituacion(v.situacion), situacion: nombreDeSituacion('modelo', v.situacion) })),
  };
}

export default function Inicio() {
  const { cuentas, vigentes } = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Servicios públicos que se gestionan entre tres niveles de gobierno"
        bajada="Ayni acompaña, paso a paso, el proceso de la Directiva N° 001-2016-PCM/SD: del servicio público que se identifica al Modelo Específico que una Resolución Ministerial formaliza."
      />
      <p className="botones">
        <Link className="ds-button" to="/ingresar">
          Ingresar con su oficina
        </Link>
        <Link to="/directiva">Leer la Directiva numeral por numeral</Link>
      </p>
      <br />
      {cuentas.length > 0 ? (
        <ul className="rejilla">
          {cuentas.map((c) => (
            <li key={c.nombre} className="tarjeta">
              <span className="cifra">{numero(c.n)}</span>
              <br />
              <span className="tenue">{c.nombre}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Tarjeta titulo="Modelos Específicos formalizados" id="vigentes">
        {vigentes.length === 0 ? (
          <p className="tenue">Todavía ninguno. Aquí figurarán los modelos con Resolución Ministerial vigente.</p>
        ) : (
          <Tabla titulo="Modelos Específicos formalizados">
            <thead>
              <tr>
                <th scope="col">Servicio</th>
                <th scope="col">Territorio</th>
                <th scope="col">Sector</th>
                <th scope="col">Situación</th>
              </tr>
            </thead>
            <tbody>
              {vigentes.map((v) => (
                <tr key={v.id}>
                  <th scope="row">{v.titulo}</th>
                  <td>{v.territorio}</td>
                  <td>{v.sector}</td>
                  <td>
                    <Chip tono={v.tono}>{v.situacion}</Chip>
                  </td>
                </tr>
              ))}
            </tbody>
          </Tabla>
        )}
      </Tarjeta>
    </>
  );
}
