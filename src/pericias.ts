import { sql } from 'kysely';
import { type CasaDeDocumentos, cargarLegajo, generarDocumento } from './documentos/generar.ts';
import { documentosDe } from './documentos/registro.ts';
import type { Id } from './kernel/tipos.ts';
import type { DocumentoOficial, HallazgoDeEmision, HallazgoDeFirma } from './modules/documento/documento.ts';
import type { Db } from './platform/base.ts';
import type { Peritar, Rechazo, Solicitante } from './platform/contrato.ts';
import { rechazo } from './platform/decidir.ts';
import { guardarDocumento, leerDocumento } from './platform/documentos.ts';
import type { ListaDeConfianza } from './platform/firma/cadena.ts';
import { guardarCertificado } from './platform/firma/certificados.tabla.ts';
import { continuidadDe } from './platform/firma/continuidad.ts';
import { type FirmaVerificada, validar } from './platform/firma/validar.ts';

/** What findings need of the house. */
export interface CasaDePericias extends CasaDeDocumentos {
  confianza: ListaDeConfianza;
}

/**
 * Findings that an acto needs and no client may supply: what a document says, what the signatures of a file are worth.
 * They are gathered before the transaction; the decision compares them with the state it locks.
 */
export function crearPeritar(casa: CasaDePericias): Peritar {
  return (pericia, { expediente, datos }, quien) => {
    if (pericia === 'emision') return emision(casa, datos as { origen: Id; clase: string }, quien);
    if (pericia === 'firma') return firma(casa, expediente, (datos as { archivo: string }).archivo, quien);
    throw new Error(`No hay una pericia «${pericia}».`);
  };
}

async function emision(casa: CasaDePericias, { origen, clase }: { origen: Id; clase: string }, quien: Solicitante) {
  const legajo = await cargarLegajo(casa, origen);
  if (!legajo) return noEmitible('origen', 'El expediente citado no existe o no produce documentos.', 'Elija un expediente de la lista.');
  const posible = documentosDe(legajo).find((d) => d.tipo === clase);
  if (!posible) return noEmitible('clase', 'Ese expediente no produce ese documento.', 'Emítalo desde la página del expediente.');
  const { falta } = posible;
  const d = falta ? undefined : await generarDocumento(casa, clase, origen, { version: legajo.version });
  if (!d) return noEmitible('clase', falta?.motivo ?? 'El documento no se pudo generar.', falta?.remedio ?? 'Revise el expediente.', falta?.numeral);
  const huella = await guardarDocumento(casa.db, d.pdf, `${d.nombreArchivo}.pdf`, 'application/pdf', quien, casa.ahora());
  const cabeza = await casa.db.selectFrom('expediente').select(['entidad', 'relaciones']).where('id', '=', origen).executeTakeFirstOrThrow();
  const hallazgo: HallazgoDeEmision = {
    huella,
    nombreClase: posible.nombre,
    titulo: d.titulo,
    nombreArchivo: d.nombreArchivo,
    origenTipo: legajo.tipo,
    origenVersion: legajo.version,
    entidad: cabeza.entidad,
    cig: cabeza.relaciones.cig,
    proyecto: d.proyecto,
    firmantes: d.firmantes.map((f, i) => {
      const c = d.casillas.find((x) => x.indice === i);
      return {
        entidad: f.entidad,
        cargo: f.cargo,
        papel: f.papel,
        casilla: c && { pagina: c.pagina - 1, rect: [c.x, c.y, c.x + c.ancho, c.y + c.alto] as const },
      };
    }),
  };
  return { hallazgo, documentos: [huella] };
}

const noEmitible = (campo: string, motivo: string, remedio: string, numeral = '5.1'): Rechazo =>
  rechazo('impedido', 'Ese documento no se puede emitir', [{ numeral, campo, motivo, remedio }]);

async function firma(
  casa: CasaDePericias,
  expediente: Id,
  archivo: string,
  quien: Solicitante,
): Promise<{ hallazgo: HallazgoDeFirma; documentos: string[] } | Rechazo> {
  const fila = await casa.db.selectFrom('expediente').select('estado').where('id', '=', expediente).where('tipo', '=', 'documento').executeTakeFirst();
  const doc = fila?.estado as DocumentoOficial | undefined;
  const base = doc && (await leerDocumento(casa.db, doc.vigente));
  const nuevo = await leerDocumento(casa.db, archivo);
  // Without case or file there is nothing to find: the decision refuses before looking at it.
  if (!doc || !base || !nuevo) return { hallazgo: { base: doc?.vigente ?? '', continuidad: 'distinto', nuevas: [], dania: false }, documentos: [] };
  const o = { lista: casa.confianza, ahora: casa.ahora() };
  const [antes, despues] = [await validar(base.bytes, o), await validar(nuevo.bytes, o)];
  const continuidad = continuidadDe(base.bytes, nuevo.bytes);
  const anteriores = new Map((antes.legible ? antes.firmas : []).map((f) => [f.campo, f]));
  const todas = despues.legible ? despues.firmas : [];
  const nuevas = todas.filter((f) => f.clase === 'firma' && !anteriores.has(f.campo));
  for (const f of nuevas) await guardarCertificado(casa.db, f, casa.ahora());
  const persona = await leerPersona(casa.db, quien.actor.persona);
  const hallazgo: HallazgoDeFirma = {
    base: doc.vigente,
    continuidad: continuidad.clase,
    motivo: continuidad.motivo ?? (despues.legible ? undefined : despues.motivo),
    nuevas: nuevas.map((f) => ({
      resultado: f.resultado,
      razones: f.comprobaciones.filter((c) => c.resultado !== 'bien').map((c) => c.detalle),
      certificado: f.certificado,
      selladaEl: f.selladoEl,
      esTitular: esTitular(f, persona),
      deOtraPersona: Boolean(f.titular?.documento && persona?.dni && f.titular.documento !== persona.dni) || undefined,
    })),
    dania: [...anteriores.values()].some(
      (a) => a.resultado !== 'NO_VALIDO' && (todas.find((f) => f.campo === a.campo)?.resultado ?? 'NO_VALIDO') === 'NO_VALIDO',
    ),
  };
  return { hallazgo, documentos: [] };
}

interface Persona {
  nombres: string;
  apellidos: string;
  dni: string | null;
}

async function leerPersona(db: Db, id: Id): Promise<Persona | undefined> {
  const { rows } = await sql<Persona>`select nombres, apellidos, dni from persona where id = ${id}`.execute(db);
  return rows[0];
}

const palabras = (t: string): Set<string> =>
  new Set(
    t
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .split(/[^A-Z]+/)
      .filter((p) => p.length > 2),
  );

/** By identity document when both bring it; else by name, and only when it is clear. */
function esTitular(f: FirmaVerificada, p: Persona | undefined): boolean | undefined {
  if (!f.titular || !p) return undefined;
  if (f.titular.documento && p.dni) return f.titular.documento === p.dni;
  const certificado = palabras(f.titular.nombre);
  const comunes = [...palabras(`${p.nombres} ${p.apellidos}`)].filter((x) => certificado.has(x)).length;
  return comunes >= 2 ? true : comunes === 0 ? false : undefined;
}
