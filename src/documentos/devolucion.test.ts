import { describe, expect, it } from 'vitest';
import { leerDocx } from '../platform/docx-entrante.ts';
import { type Documento, lineasDe, n, parrafo, subtitulo, titulo } from '../platform/pdf/documento.ts';
import { aDocx } from '../platform/pdf/docx.ts';
import { compararLineas, versionDe } from './devolucion.ts';

const documento = (parrafoUno: string): Documento => ({
  titulo: 'Acta de la Sesión Ordinaria II',
  numero: 'Expediente SES-2026-0002-MINSA, versión 17',
  entidad: 'Ministerio de Salud',
  fecha: '2026-03-02',
  marcas: ['PROYECTO'],
  bloques: [
    titulo('1.', 'Convocatoria'),
    parrafo(n('VISTO: '), parrafoUno, '\nsegunda línea'),
    subtitulo('Datos', '1.1.'),
    { clase: 'lista', numeracion: 'letra', puntos: ['Uno', 'Dos'] },
    {
      clase: 'tabla',
      titulo: 'Asistencia',
      columnas: [{ titulo: 'Miembro' }, { titulo: 'Nivel' }],
      filas: [
        ['Alcaldía', 'Local'],
        ['Gobernación', ''],
      ],
    },
    { clase: 'tabla', titulo: 'Vacía', columnas: [{ titulo: 'A' }], filas: [] },
    {
      clase: 'ficha',
      titulo: '',
      datos: [
        ['Lugar', 'Lima'],
        ['Vacío', ''],
      ],
    },
    {
      clase: 'firmas',
      lineas: [
        { papel: 'Suscribe', cargo: 'Alcaldía', entidad: 'Municipalidad' },
        { papel: 'Suscribe', cargo: 'Gobernación', entidad: 'Gobierno Regional' },
        { papel: 'Visto bueno', cargo: 'OGPP', entidad: 'Ministerio' },
      ],
    },
    { clase: 'anexo', titulo: 'ANEXO', subtitulo: 'Texto' },
  ],
});

async function devuelto(d: Documento): Promise<string[]> {
  const r = await leerDocx(await aDocx(d), 'acta.docx');
  if ('motivo' in r) throw new Error(r.motivo);
  return r.lineas;
}

describe('Documento editado fuera y devuelto', () => {
  it('el DOCX sin cambios dice exactamente lo mismo que el expediente', async () => {
    const d = documento('el Acta de la sesión');
    expect(compararLineas(lineasDe(d), await devuelto(d))).toEqual([]);
  });

  it('muestra la palabra quitada y la agregada, y pliega lo igual', async () => {
    const diferencias = compararLineas(lineasDe(documento('el Acta de la sesión')), await devuelto(documento('el Acta de la reunión')));
    expect(diferencias.map((x) => x.clase)).toEqual(['iguales', 'cambio', 'iguales']);
    const cambio = diferencias[1];
    expect(cambio?.clase === 'cambio' && cambio.trozos.filter((t) => t.que !== 'igual')).toEqual([
      { que: 'quita', t: 'sesión' },
      { que: 'agrega', t: 'reunión' },
    ]);
  });

  it('un párrafo nuevo o borrado se muestra entero', () => {
    expect(compararLineas(['a', 'b'], ['a', 'b', 'c'])).toEqual([
      { clase: 'iguales', lineas: 2, antes: 'a', despues: 'b' },
      { clase: 'cambio', trozos: [{ que: 'agrega', t: 'c' }] },
    ]);
    expect(compararLineas(['a', 'b'], ['b'])).toEqual([
      { clase: 'cambio', trozos: [{ que: 'quita', t: 'a' }] },
      { clase: 'iguales', lineas: 1, antes: 'b', despues: 'b' },
    ]);
  });

  it('lee en el texto la versión con que se generó', async () => {
    expect(versionDe(await devuelto(documento('x')), 'SES-2026-0002-MINSA')).toBe(17);
    expect(versionDe(['Expediente OTRO, versión 3'], 'SES-2026-0002-MINSA')).toBeUndefined();
  });
});
