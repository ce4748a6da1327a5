import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Casa, componer } from './composicion.ts';
import { instalar } from './instalar.ts';
import { fechaDeLima } from './kernel/calendario.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';
import { prepararNormas } from './modules/norma/importar.ts';
import { prepararImportacion } from './modules/territorio/importar.ts';
import { solicitanteInstalador } from './platform/auth/instalacion.ts';
import { leerConfig } from './platform/config.ts';
import { levantarEmbebido } from './platform/embebido.ts';
import { migrar } from './platform/migrar.ts';
import { anotarRaiz, reconstruir, verificar } from './platform/verificar.ts';
import { registro } from './registro.ts';
import { archivosDeTrazabilidad } from './trazabilidad.ts';

const AYUDA = `Uso: npm run <comando>
  verificar                        comprueba la cadena de huellas y nombra el primer hecho alterado
  reconstruir                      rehace las tablas que se leen a partir de los hechos
  importar -- territorio ARCHIVO   incorpora un archivo de territorio (INEI o INEI–RENIEC)
  importar -- normas ARCHIVO       incorpora una tabla de funciones (LOGR o LOM)
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

interface Preparado {
  acto: 'ImportarTerritorio' | 'ImportarNormas';
  datos: { resumen: Readonly<Record<string, number>> };
  lineas: string[];
}

/** Reads a file for the catalogue and says, line by line, what it would change. */
function preparar(que: string, bytes: Buffer, casa: Casa): Preparado | { motivo: string; remedio: string } {
  const huella = createHash('sha256').update(bytes).digest('hex');
  const texto = bytes.toString('utf8');
  if (que === 'territorio') {
    const p = prepararImportacion(texto, casa.catalogo(), huella);
    const lineas = p.ok ? p.lineas.filter((l) => l.resultado !== 'igual').map((l) => `línea ${l.linea}: ${l.resultado}${l.motivo ? `. ${l.motivo}` : ''}`) : [];
    return p.ok ? { acto: 'ImportarTerritorio', datos: p.datos, lineas } : p;
  }
  const p = prepararNormas(texto, huella);
  return p.ok ? { acto: 'ImportarNormas', datos: p.datos, lineas: [...p.rechazos, ...p.avisos].map((o) => `línea ${o.linea}, ${o.campo}: ${o.motivo}`) } : p;
}

async function importar(casa: Casa, que: string | undefined, ruta: string | undefined): Promise<number> {
  if ((que !== 'territorio' && que !== 'normas') || !ruta) {
    console.error(AYUDA);
    return 2;
  }
  await instalar(casa);
  const p = preparar(que, await readFile(ruta), casa);
  if ('motivo' in p) {
    console.error(`${p.motivo} ${p.remedio}`);
    return 1;
  }
  for (const linea of p.lineas) console.log(linea);
  const { version } = await casa.db.selectFrom('expediente').select('version').where('id', '=', CATALOGO_ID).executeTakeFirstOrThrow();
  const r = await casa.ejecutar({ acto: p.acto, expediente: CATALOGO_ID, version, datos: p.datos, clave: randomUUID() }, solicitanteInstalador());
  console.log(
    Object.entries(p.datos.resumen)
      .map(([k, n]) => `${k}: ${n}`)
      .join(', '),
  );
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
  importar: () => conCasa((casa) => importar(casa, resto[0], resto[1])),
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
