import type { Seccion } from './numerales.datos.ts';
import { SECCIONES } from './numerales.ts';
import { type EstadoTrazado, type FilaTrazada, type Generado, NOMBRE_DE_ESTADO } from './trazabilidad.ts';

const celda = (texto: string) => texto.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

const lista = (lineas: readonly string[]): string => [...new Set(lineas)].join('<br>') || '—';

function fila(f: FilaTrazada): string {
  const estado = f.nota ? `**${NOMBRE_DE_ESTADO[f.estado]}**. ${f.nota}` : `**${NOMBRE_DE_ESTADO[f.estado]}**`;
  const reglas = lista(f.reglas.map((r) => `\`${r.donde}\``));
  const pruebas = lista(f.pruebas.map((p) => celda(`${p.archivo}: ${p.titulo}`)));
  return `| ${f.numeral.numeral} | ${celda(f.numeral.titulo)} | ${celda(estado)} | ${reglas} | ${pruebas} |`;
}

/** docs/trazabilidad.md: the matrix as Markdown, section by section. */
export function renderTrazabilidad(filas: readonly FilaTrazada[]): string {
  const cuenta = Map.groupBy(filas, (f) => f.estado);
  const lineas = [
    '# Trazabilidad: de la Directiva a la regla y a la prueba',
    '',
    'Archivo generado con `npm run trazabilidad`; no lo edite a mano. Una regla cita su numeral y una prueba lo lleva en su título.',
    '',
    '| Estado | Numerales |',
    '| --- | ---: |',
    ...(Object.keys(NOMBRE_DE_ESTADO) as EstadoTrazado[]).map((e) => `| ${NOMBRE_DE_ESTADO[e]} | ${cuenta.get(e)?.length ?? 0} |`),
  ];
  for (const [seccion, del] of Map.groupBy(filas, (f): Seccion => f.numeral.seccion)) {
    const titulo = /^[IVX]+$/.test(seccion) ? `${seccion}. ${SECCIONES[seccion]}` : SECCIONES[seccion];
    lineas.push('', `## ${titulo}`, '', '| Numeral | Qué dispone | Estado | Reglas | Pruebas |', '| --- | --- | --- | --- | --- |', ...del.map(fila));
  }
  return `${lineas.join('\n')}\n`;
}

/** src/directiva/pruebas.generado.json: one entry per line, so that two branches seldom touch the same one. */
export function renderGenerado({ pruebas, citas }: Generado): string {
  const entradas = (xs: readonly object[]) => xs.map((x) => `    ${JSON.stringify(x)}`).join(',\n');
  return `{\n  "pruebas": [\n${entradas(pruebas)}\n  ],\n  "citas": [\n${entradas(citas)}\n  ]\n}\n`;
}
