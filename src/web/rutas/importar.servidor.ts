import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { CLASES, type Clase, EFECTOS, type Efecto, esClase, MAXIMO_TABLA, type Preparacion, prepararArchivo } from '../../importacion.ts';
import { dmy } from '../../kernel/calendario.ts';
import { estadoDeCatalogos } from '../../lecturas/administracion.ts';
import { CATALOGO_ID } from '../../modules/catalogo/catalogo.ts';
import { guardarDocumento } from '../../platform/documentos.ts';
import { sanearNombre } from '../../platform/http/archivo.ts';
import { formaDesconocida, paginaDe, responder } from '../gestion.servidor.ts';
import { type DepsDeOficina, noExiste, texto } from '../sesion.servidor.ts';

const POR_PAGINA = 100;

/** Last import of each kind. */
export async function datosDeImportar(deps: DepsDeOficina) {
  const { importaciones } = await estadoDeCatalogos(deps.db);
  const ultima = (clase: Clase) => {
    const i = importaciones[clase];
    return i ? dmy(i.el) : null;
  };
  return { csrf: deps.csrf, maximo: MAXIMO_TABLA / 1024 / 1024, territorio: ultima('territorio'), normas: ultima('normas') };
}

const rechazar = (datos: FormData, motivo: string, remedio: string) =>
  responder(datos, { ok: false, estado: 400, errores: [{ campo: 'archivo', numeral: '', motivo, remedio }] });

/** Takes a file that can be read as a table, keeps it aside and leads to its review. The catalogue does not change. */
export async function recibirTabla(deps: DepsDeOficina, datos: FormData) {
  const clase = texto(datos, 'forma');
  if (!esClase(clase)) return formaDesconocida(datos);
  const archivo = datos.get('archivo');
  if (!(archivo instanceof File) || archivo.size === 0) return rechazar(datos, 'Falta el archivo, o está vacío.', 'Elija el archivo CSV y envíelo de nuevo.');
  if (archivo.size > MAXIMO_TABLA) return rechazar(datos, `El archivo pesa más de ${MAXIMO_TABLA / 1024 / 1024} MB.`, 'Verifique que sea el archivo correcto.');
  const bytes = new Uint8Array(await archivo.arrayBuffer());
  const p = await prepararArchivo(clase, bytes, { db: deps.db, catalogo: deps.catalogo() });
  if (!p.ok) return rechazar(datos, p.motivo, p.remedio);
  const huella = await guardarDocumento(deps.db, bytes, sanearNombre(archivo.name, 'csv'), 'text/csv; charset=utf-8', deps.quien, deps.ahora());
  return redirect(`/administracion/importar/${clase}/${huella}`);
}

type Params = Readonly<Record<string, string | undefined>>;

/** The file of the address, compared with the catalogue as it stands now. */
export async function revisionDe(deps: DepsDeOficina, params: Params): Promise<{ clase: Clase; huella: string; nombre: string; p: Preparacion }> {
  const { clase, huella = '' } = params;
  const d = esClase(clase) && /^[0-9a-f]{64}$/.test(huella) ? await deps.leerDocumento(huella) : undefined;
  const p = d && esClase(clase) ? await prepararArchivo(clase, d.bytes, { db: deps.db, catalogo: deps.catalogo() }) : undefined;
  if (!d || !p?.ok)
    throw noExiste('Ese archivo ya no está por importar.', 'Los archivos sin confirmar se descartan a los siete días: súbalo de nuevo en «Importar».');
  return { clase: p.clase, huella, nombre: d.nombre, p };
}

const DESCRIPCION: Readonly<Record<Efecto, string>> = { nuevo: 'Nuevas', cambiado: 'Con cambios', igual: 'Iguales', rechazado: 'Rechazadas' };

/** What the review of a file shows: one page of its report, and the form that confirms. */
export async function datosDeRevision(deps: DepsDeOficina, params: Params, consulta: URLSearchParams) {
  const [{ clase, huella, nombre, p }, { version, importaciones }] = await Promise.all([revisionDe(deps, params), estadoDeCatalogos(deps.db)]);
  const efecto = EFECTOS.find((e) => e === consulta.get('resultado'));
  const filas = efecto ? p.filas.filter((f) => f.efecto === efecto) : p.filas;
  const pagina = Math.min(paginaDe(consulta), Math.max(1, Math.ceil(filas.length / POR_PAGINA)));
  return {
    csrf: deps.csrf,
    clave: randomUUID(),
    version,
    clase,
    titulo: CLASES[clase].titulo,
    nombre,
    direccion: `/administracion/importar/${clase}/${huella}`,
    hecho: consulta.has('hecho'),
    yaImportado: importaciones[clase]?.archivo === huella,
    porIncorporar: p.cuenta.nuevo + p.cuenta.cambiado,
    filtros: [
      { valor: '', texto: 'Todas', n: p.filas.length, elegido: !efecto },
      ...EFECTOS.map((e) => ({ valor: e, texto: DESCRIPCION[e], n: p.cuenta[e], elegido: e === efecto })),
    ],
    cuenta: p.cuenta,
    resultado: efecto ?? '',
    pagina,
    tamano: POR_PAGINA,
    total: filas.length,
    filas: filas.slice((pagina - 1) * POR_PAGINA, pagina * POR_PAGINA),
  };
}

/** Records the import. Sent twice, the second finds it done. */
export async function confirmarImportacion(deps: DepsDeOficina, params: Params, datos: FormData) {
  const { clase, huella, p } = await revisionDe(deps, params);
  const listo = `/administracion/importar/${clase}/${huella}?hecho`;
  if (p.cuenta.nuevo + p.cuenta.cambiado === 0) {
    const { importaciones } = await estadoDeCatalogos(deps.db);
    if (importaciones[clase]?.archivo === huella) return redirect(listo);
    return rechazar(datos, 'El catálogo ya tiene todo lo que el archivo trae.', 'No hay nada que incorporar.');
  }
  const version = Number(texto(datos, 'version'));
  const r = await deps.ejecutar(
    {
      acto: p.acto,
      expediente: CATALOGO_ID,
      version: Number.isInteger(version) && version > 0 ? version : undefined,
      datos: { ...p.datos, documento: huella },
      clave: texto(datos, 'clave') || randomUUID(),
    },
    deps.quien,
  );
  if (r.ok) return redirect(listo);
  const errores = r.impedimentos.map(({ numeral, motivo, remedio }) => ({ numeral, motivo, remedio }));
  return responder(datos, {
    ok: false,
    estado: r.estado,
    errores: errores.length > 0 ? errores : [{ numeral: '', motivo: r.titulo, remedio: 'Revise de nuevo lo que cambia y confirme otra vez.' }],
  });
}

export type DatosDeRevision = Awaited<ReturnType<typeof datosDeRevision>>;
