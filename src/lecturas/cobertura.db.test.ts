import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { cargarDemo } from '../demo/demo.ts';
import { appContext, type Deps } from '../web/contexto.ts';
import { cuentasDe } from '../web/rutas/flujograma.tsx';
import { loader as leerCsv } from '../web/rutas/matriz-csv.ts';
import { leerParadas } from './flujograma.ts';
import { listarExpedientes } from './lista.ts';
import { leerMatriz } from './matriz.ts';

let casa: CasaDePrueba;

beforeAll(async () => {
  casa = await casaNueva();
  await cargarDemo(casa);
}, 120_000);
afterAll(() => casa?.cerrar());

/** The list that a link of the flowchart opens. */
async function totalDe(a: string): Promise<number> {
  const url = new URL(a, 'http://ayni.pe');
  const p = url.searchParams;
  const tipo = { '/servicios': 'servicio', '/planes': 'plan', '/ettis': 'etti', '/modelos': 'modelo' }[url.pathname];
  const filtro = { situacion: p.get('situacion') ?? undefined, etapa: p.get('etapa') ?? undefined, entidad: p.get('entidad') ?? undefined };
  return (await listarExpedientes(casa.db, { ...filtro, tipos: tipo ? [tipo] : undefined, orden: 'titulo', pagina: 1 })).total;
}

describe('Flujograma vivo', () => {
  it.each([undefined, 'minsa', 'minam'])('la lista que abre cada etapa tiene los casos que el flujograma cuenta (%s)', async (entidad) => {
    const cuentas = cuentasDe(await leerParadas(casa.db, entidad), entidad);
    const conLista = Object.values(cuentas).filter((c) => c.a?.startsWith('/servicios') || c.a?.startsWith('/modelos'));
    expect(conLista.length).toBeGreaterThan(1);
    for (const c of conLista) expect(await totalDe(c.a ?? ''), c.a).toBe(c.casos);
    for (const c of Object.values(cuentas).filter((x) => x.a?.startsWith('/planes'))) expect(await totalDe(c.a ?? ''), c.a).toBeGreaterThan(0);
  });

  it('una línea de un plan aprobado deja de contarse en E4 cuando su modelo abre el diagnóstico', async () => {
    const paradas = new Map((await leerParadas(casa.db, undefined)).map((p) => [p.clave, p.casos]));
    expect([paradas.get('E3'), paradas.get('E4') ?? 0]).toEqual([2, 0]);
    expect((paradas.get('E12') ?? 0) + (paradas.get('E8') ?? 0)).toBe(2);
  });
});

describe('Matriz de cobertura', () => {
  it('6.5 lee una celda por servicio y territorio: el modelo si lo hay, y si no la línea del plan', async () => {
    const { celdas, servicios, sectores } = await leerMatriz(casa.db, undefined);
    expect(celdas.map((c) => [c.territorio, c.departamental, c.etapa]).sort()).toEqual(
      [
        ['0903', '09', 'E3'],
        ['09', '09', 'E12'],
        ['16', '16', 'E8'],
        ['21', '21', 'E3'],
      ].sort(),
    );
    expect(servicios).toHaveLength(5);
    expect(sectores.sort()).toEqual(['minam', 'minedu', 'minsa']);
    expect((await leerMatriz(casa.db, 'minam')).servicios.map((s) => s.sector)).toEqual(['minam']);
  });

  const pedirCsv = (sesion: object | null, quien: object | null) => {
    const context = new RouterContextProvider();
    context.set(appContext, { db: casa.db, catalogo: casa.catalogo, sesion, quien } as unknown as Deps);
    return leerCsv({ request: new Request('http://ayni.pe/matriz.csv'), context } as unknown as LoaderFunctionArgs);
  };

  it('el CSV es de quien ingresó con su oficina; un sector recibe lo suyo', async () => {
    await expect(pedirCsv(null, null)).rejects.toMatchObject({ status: 302 });
    const r = await pedirCsv({}, casa.como('organo_descentralizacion', 'minam'));
    const texto = await r.text();
    expect(r.headers.get('Content-Type')).toContain('text/csv');
    expect(texto).toContain('Elevado a la CIG');
    expect(texto).not.toContain('CRED');
  });
});
