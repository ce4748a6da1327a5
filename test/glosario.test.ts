import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANULAR } from '../src/platform/anular.ts';
import { ACTO_ANULADO } from '../src/platform/registro.ts';
import { MODULOS } from '../src/registro.ts';
import { archivosEn, type Fuente, fuentesEn, RAIZ, recorrer } from './fuentes.ts';

const leer = (ruta: string) => readFileSync(join(RAIZ, ruta), 'utf8');

interface Fila {
  palabra: string;
  significado: string;
}

/** Rows of the tables of the glossary, by section. */
function secciones(texto: string): Map<string, Fila[]> {
  const mapa = new Map<string, Fila[]>();
  for (const [titulo = '', ...cuerpo] of texto
    .split(/^## /m)
    .slice(1)
    .map((s) => s.split('\n')))
    mapa.set(
      titulo.trim(),
      cuerpo.flatMap((l) => {
        const [, palabra, significado] = /^\| `([^`]+)` \|(.*)\|$/.exec(l) ?? [];
        return palabra ? [{ palabra, significado: (significado ?? '').trim() }] : [];
      }),
    );
  return mapa;
}

/** Types of hecho that the unions of the modules declare: `Hecho<'PlanElevado', …>`. */
function tiposDeHecho(fuentes: readonly Fuente[]): string[] {
  const tipos = new Set<string>();
  for (const f of fuentes)
    recorrer(f.programa, (n) => {
      if (n.type !== 'TSTypeReference' || (n.typeName as { name?: string }).name !== 'Hecho') return;
      const [primero] = (n.typeArguments as { params: { literal?: { value?: unknown } }[] } | null)?.params ?? [];
      if (typeof primero?.literal?.value === 'string') tipos.add(primero.literal.value);
    });
  return [...tipos];
}

function tablas(): string[] {
  const vivas = new Set<string>();
  for (const sql of archivosEn('migrations').map(leer))
    for (const [, accion, tabla = ''] of sql.matchAll(/^\s*(create|drop) table (?:if (?:not )?exists )?(\w+)/gim))
      if (accion?.toLowerCase() === 'create') vivas.add(tabla);
      else vivas.delete(tabla);
  return [...vivas];
}

const glosario = secciones(leer('GLOSARIO.md'));
const carpetas = archivosEn('src/modules').map((r) => r.split('/')[2] as string);

const DEL_CODIGO: Readonly<Record<string, readonly string[]>> = {
  Modules: [...MODULOS.map((m) => m.tipo), ...carpetas],
  Actos: [...MODULOS.flatMap((m) => m.actos.map((a) => a.nombre)), ANULAR],
  Hechos: [...tiposDeHecho([...fuentesEn('src/modules'), ...fuentesEn('src/directiva')].filter((f) => !f.ruta.endsWith('.test.ts'))), ACTO_ANULADO],
  Tables: tablas(),
};

/** Order of a dictionary, whatever the case. */
const orden = new Intl.Collator('es', { sensitivity: 'base' }).compare;

describe('GLOSARIO.md', () => {
  it.each(Object.entries(DEL_CODIGO))('«%s» tiene todas las palabras del código y ninguna que ya no exista', (titulo, palabras) => {
    expect((glosario.get(titulo) ?? []).map((f) => f.palabra).sort(orden)).toEqual([...new Set(palabras)].sort(orden));
  });

  it.each([...glosario])('«%s» está en orden, con una fila por palabra', (_titulo, filas) => {
    const palabras = filas.map((f) => f.palabra);
    expect(palabras).toEqual([...new Set(palabras)].sort(orden));
  });

  it('cada palabra tiene su significado', () => {
    expect([...glosario.values()].flat().filter((f) => f.significado.length < 4)).toEqual([]);
  });
});
