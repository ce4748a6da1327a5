import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Casa, componer } from './composicion.ts';
import { CLASES, esClase, prepararArchivo } from './importacion.ts';
import { instalar } from './instalar.ts';
import { fechaDeLima } from './kernel/calendario.ts';
import { guardarLimites, prepararLimites } from './limites.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';
import { solicitanteInstalador } from './platform/auth/instalacion.ts';
import { leerConfig } from './platform/config.ts';
import { guardarDocumento } from './platform/documentos.ts';
import { levantarEmbebido } from './platform/embebido.ts';
import { sanearNombre } from './platform/http/archivo.ts';
import { migrar } from './platform/migrar.ts';
import { anotarRaiz, reconstruir, verificar } from './platform/verificar.ts';
import { registro } from './registro.ts';
import { archivosDeTrazabilidad } from './trazabilidad.ts';

const AYUDA = `Uso: npm run <comando>
  verificar                        comprueba la cadena de huellas y nombra el primer hecho alterado
  reconstruir                      rehace las tablas que se leen a partir de los hechos
  importar -- territorio ARCHIVO   incorpora un archivo de territorio (INEI o INEI–RENIEC)
  importar -- normas ARCHIVO       incorpora una tabla de funciones (LOGR o LOM)
  importar -- limites ARCHIVO      incorpora límites distritales y provinciales (TopoJSON) para los mapas
  trazabilidad                     genera docs/trazabilidad.md y los datos que muestra la pantalla`;

/** Opens the database of this installation for one command. */
async function conCasa(tarea: (casa: Casa) => Promise<number>): Promise<number> {
  const config = leerConfig(process.env, []);
  const embebido = config.url ? undefined : await levantarEmbebido({ directorio: config.directorio });
  const url = config.url ?? embebido?.url ?? '';
  try {
    await migrar(url);
    const casa = await componer({ url });
    try {
      return await tarea(casa);
    } finally {
      await casa.cerrar();
    }
  } finally {
    await embebido?.detener();
  }
}

async function verificarLibro(casa: Casa): Promise<number> {
  const v = await verificar(casa.db, registro);
  await anotarRaiz(casa.db, fechaDeLima(casa.ahora()), casa.ahora());
  console.log(`${v.expedientes} expedientes, ${v.hechos} hechos. Raíz ${v.raiz}`);
  for (const f of v.faltas) console.error(`Expediente ${f.expediente}, hecho ${f.version}: ${f.motivo}`);
  console.log(v.faltas.length === 0 ? 'El libro está íntegro.' : `${v.faltas.length} expedientes con faltas.`);
  return v.faltas.length === 0 ? 0 : 1;
}

/** Replaces the limits that the maps draw and says what the file lacks. */
async function importarLimites(casa: Casa, ruta: string): Promise<number> {
  await instalar(casa);
  const p = prepararLimites(await readFile(ruta), casa.catalogo());
  if (!p.ok) {
    console.error(`${p.motivo} ${p.remedio}`);
    return 1;
  }
  await guardarLimites(casa.db, p);
  for (const f of p.faltan) console.log(`Sin límites en el archivo: ${f.id} ${f.nombre}`);
  for (const c of p.desconocidos) console.log(`Código que el catálogo no tiene: ${c}`);
  for (const o of p.otroNombre) console.log(`Con otro nombre en el archivo: ${o.id} ${o.nombre}, «${o.enArchivo}»`);
  console.log(`Límites incorporados: ${p.cuenta.provincia} provincias y ${p.cuenta.distrito} distritos.`);
  return 0;
}

/** Reads a file, says row by row what it changes, and records it. */
async function importar(casa: Casa, clase: string | undefined, ruta: string | undefined): Promise<number> {
  if (!esClase(clase) || !ruta) {
    console.error(AYUDA);
    return 2;
  }
  await instalar(casa);
  const bytes = await readFile(ruta);
  const p = await prepararArchivo(clase, bytes, { db: casa.db, catalogo: casa.catalogo() });
  if (!p.ok) {
    console.error(`${p.motivo} ${p.remedio}`);
    return 1;
  }
  for (const f of p.filas) if (f.efecto !== 'igual') console.log(`línea ${f.linea}: ${f.efecto} ${f.codigo}${f.motivo ? `. ${f.motivo}` : ''}`);
  console.log(
    `${CLASES[clase].titulo}. ${Object.entries(p.cuenta)
      .map(([efecto, n]) => `${efecto}: ${n}`)
      .join(', ')}`,
  );
  if (p.cuenta.nuevo + p.cuenta.cambiado === 0) {
    console.log('El catálogo ya tiene todo lo que el archivo trae: no hay nada que incorporar.');
    return 0;
  }
  const quien = solicitanteInstalador();
  const documento = await guardarDocumento(casa.db, bytes, sanearNombre(basename(ruta), 'csv'), 'text/csv; charset=utf-8', quien, casa.ahora());
  const { version } = await casa.db.selectFrom('expediente').select('version').where('id', '=', CATALOGO_ID).executeTakeFirstOrThrow();
  const r = await casa.ejecutar({ acto: p.acto, expediente: CATALOGO_ID, version, datos: { ...p.datos, documento }, clave: randomUUID() }, quien);
  if (!r.ok) for (const i of r.impedimentos) console.error(`${i.motivo} ${i.remedio}`);
  return r.ok ? 0 : 1;
}

async function trazabilidad(): Promise<number> {
  for (const [ruta, texto] of Object.entries(await archivosDeTrazabilidad())) {
    await writeFile(ruta, texto);
    console.log(`${ruta} actualizado.`);
  }
  return 0;
}

const [comando, ...resto] = process.argv.slice(2);
const COMANDOS: Readonly<Record<string, () => Promise<number>>> = {
  verificar: () => conCasa(verificarLibro),
  reconstruir: () =>
    conCasa(async (casa) => {
      const { expedientes } = await reconstruir(casa.db, registro);
      console.log(`${expedientes} expedientes reconstruidos.`);
      return 0;
    }),
  importar: () => conCasa((casa) => (resto[0] === 'limites' && resto[1] ? importarLimites(casa, resto[1]) : importar(casa, resto[0], resto[1]))),
  trazabilidad,
};
const ejecutarComando = COMANDOS[comando ?? ''];
if (!ejecutarComando) {
  console.error(AYUDA);
  process.exitCode = 2;
} else
  process.exitCode = await ejecutarComando().catch((e: Error) => {
    console.error(e.message);
    return 1;
  });
