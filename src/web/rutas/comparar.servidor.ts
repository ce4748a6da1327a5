import { compararLineas, versionDe } from '../../documentos/devolucion.ts';
import { cargarLegajo, componerDocumento } from '../../documentos/generar.ts';
import { leerDocx } from '../../platform/docx-entrante.ts';
import { puedeLeer } from '../../platform/http/descarga.ts';
import { lineasDe } from '../../platform/pdf/documento.ts';
import { type DepsDeOficina, noExiste } from '../sesion.servidor.ts';

const HUELLA = /^[0-9a-f]{64}$/;

/** The document of the address, of one version or of the last. */
export async function documentoDe(deps: DepsDeOficina, id: string, tipo: string, version?: number) {
  const legajo = await cargarLegajo(deps, id, version);
  const compuesto = legajo && componerDocumento(legajo, tipo, deps.direccionPublica);
  return legajo && compuesto ? { legajo, documento: compuesto.documento } : undefined;
}

/** Differences between the record and a file already uploaded, which only who uploaded it, or who reads the case that cites it, may see. */
export async function compararCon(deps: DepsDeOficina, id: string, tipo: string, huella: string) {
  const archivo = HUELLA.test(huella) ? await deps.leerDocumento(huella) : undefined;
  if (!archivo || !puedeLeer(archivo, deps.quien)) throw noExiste('Ese archivo no existe.', 'Súbalo de nuevo para compararlo.');
  const leido = await leerDocx(archivo.bytes, archivo.nombre);
  if ('motivo' in leido) return { nombre: archivo.nombre, rechazo: leido };
  const ultimo = await documentoDe(deps, id, tipo);
  if (!ultimo) throw noExiste('El expediente no produce ese documento.');
  const suya = versionDe(leido.lineas, ultimo.legajo.codigo);
  const base = (suya !== undefined && suya < ultimo.legajo.version ? await documentoDe(deps, id, tipo, suya) : undefined) ?? ultimo;
  return {
    nombre: archivo.nombre,
    version: base.legajo.version,
    actual: ultimo.legajo.version,
    diferencias: compararLineas(lineasDe(base.documento), leido.lineas),
  };
}
