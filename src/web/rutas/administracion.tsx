import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { cuentasDe, resumenDeAdministracion } from '../../lecturas/administracion.ts';
import { titularesQueCoinciden } from '../../modules/designacion/designacion.views.ts';
import { cuantos } from '../formato.ts';
import { administracionDe } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const [resumen, coinciden] = await Promise.all([resumenDeAdministracion(deps.db, fechaDeLima(deps.ahora())), titularesQueCoinciden(deps.db)]);
  const personas =
    coinciden.length > 0
      ? await cuentasDe(
          deps.db,
          coinciden.flatMap((c) => [c.una, c.otra]),
        )
      : new Map();
  return {
    resumen,
    correo: deps.correoConfigurado,
    coinciden: coinciden.map((c) => ({
      oficina: `${nombreDeCargo(c.cargo)} · ${deps.catalogo().entidad(c.entidad)?.nombre ?? c.entidad}`,
      quienes: [c.una, c.otra].map((designacion) => ({ designacion, nombre: (personas.get(designacion)?.nombre ?? 'Persona sin cuenta') as string })),
    })),
  };
}

export default function Admin() {
  const { resumen: r, coinciden, correo } = useLoaderData<typeof loader>();
  const importado = (i: { el: string } | undefined, nada: string) => (i ? `Última importación: ${dmy(i.el)}` : nada);
  const lugares = [
    {
      titulo: 'Cuentas',
      a: '/administracion/cuentas',
      cifra: cuantos(r.cuentas, 'cuenta activa', 'cuentas activas'),
      nota: r.sinOficina > 0 ? `${r.sinOficina} sin oficina vigente` : 'Todas con oficina vigente',
    },
    {
      titulo: 'Oficinas y designaciones',
      a: '/administracion/oficinas',
      cifra: 'Quién ejerce cada oficina',
      nota: coinciden.length > 0 ? cuantos(coinciden.length, 'coincidencia por revisar', 'coincidencias por revisar') : 'Sin coincidencias de titulares',
    },
    {
      titulo: 'Entidades',
      a: '/administracion/entidades',
      cifra: cuantos(r.entidades, 'entidad vigente', 'entidades vigentes'),
      nota: r.organosPorConfirmar > 0 ? `${r.organosPorConfirmar} nombres de órganos por confirmar` : 'Nombres de órganos confirmados',
    },
    {
      titulo: 'Territorio',
      a: '/administracion/territorio',
      cifra: 'Departamentos, provincias y distritos',
      nota: importado(r.importaciones.territorio, 'Con la base de la instalación'),
    },
    {
      titulo: 'Normas y funciones',
      a: '/administracion/normas',
      cifra: 'Funciones de las leyes orgánicas',
      nota: importado(r.importaciones.normas, 'Con la base de la instalación'),
    },
    {
      titulo: 'Correo',
      a: '/administracion/correo',
      cifra: 'Convocatorias y recordatorios',
      nota: correo ? (r.correoFallido > 0 ? `${r.correoFallido} sin llegar` : 'Sin mensajes fallidos') : 'Sin servidor de correo configurado',
    },
    {
      titulo: 'Límites',
      a: '/administracion/limites',
      cifra: 'Formas de provincias y distritos',
      nota: 'Para los mapas de indicadores',
    },
    {
      titulo: 'Importar',
      a: '/administracion/importar',
      cifra: 'Tablas de territorio y de normas',
      nota: 'Se revisan fila por fila antes de incorporarse',
    },
  ];
  return (
    <>
      <Encabezado
        titulo="Administración"
        bajada="Cuentas, oficinas y catálogos de la plataforma. La administración no ve ni toca el contenido de los expedientes."
      />
      {coinciden.length > 0 ? (
        <Aviso tono="ambar" titulo="Oficinas con dos titulares en los mismos días.">
          <p>Termine o rectifique una de las dos designaciones.</p>
          <ul>
            {coinciden.map((c) => (
              <li key={c.quienes.map((q) => q.designacion).join()}>
                {c.oficina}:{' '}
                {c.quienes.map((q, i) => (
                  <span key={q.designacion}>
                    {i > 0 ? ' y ' : ''}
                    <Link to={`/expediente/${q.designacion}`}>{q.nombre}</Link>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Aviso>
      ) : null}
      <ul className="rejilla">
        {lugares.map((l) => (
          <li key={l.titulo} className="tarjeta">
            <h2>
              <Link to={l.a}>{l.titulo}</Link>
            </h2>
            <p>{l.cifra}</p>
            <p className="tenue menor">{l.nota}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
