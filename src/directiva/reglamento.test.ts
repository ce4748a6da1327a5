import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contraElConsenso, faltaQuorum, REGLAS_POR_DEFECTO, reglasEl, vigenteEl } from './reglamento.ts';

describe('Reglamento de la comisión', () => {
  it.each([
    'Los acuerdos se adoptan por mayoría simple de los presentes.',
    'En caso de no haber consenso, se decide por votación.',
    'Si no hay consenso se vota.',
    'Quien preside tiene voto dirimente.',
    'Se requieren dos tercios de los miembros.',
    'Basta la mitad más uno.',
    'Transcurrido el plazo, se entiende aceptado.',
    'El silencio equivale a la conformidad.',
    'Sin acuerdo de todos, cada miembro emite un voto.',
  ])('6.6 y 9.7 se rechaza lo que reemplaza el consenso: «%s»', (texto) => {
    expect(contraElConsenso(texto)).toBeTruthy();
  });

  it.each([
    'Los invitados participan con voz y sin voto.',
    'No se vota: las objeciones se atienden en dos rondas.',
    'La comisión nunca decide por mayoría.',
    'Las actas se publican a los cinco días.',
    'Quien objeta dice qué texto atendería su objeción.',
    'El devoto cumplimiento de los plazos es tarea de todos.',
    'Se prohíbe adoptar acuerdos por votación.',
  ])('6.6 se admite lo que llena un vacío: «%s»', (texto) => {
    expect(contraElConsenso(texto)).toBeUndefined();
  });

  it('6.6 sin reglamento la comisión actúa con valores por defecto que no exigen nada (R2)', () => {
    expect(reglasEl(undefined, '2026-03-02')).toBe(REGLAS_POR_DEFECTO);
    expect(faltaQuorum(REGLAS_POR_DEFECTO, [])).toEqual([]);
  });

  it('6.6 rige el último reglamento adoptado hasta la fecha', () => {
    const r = (rondas: number, desde: string) => ({ desde, reglas: { ...REGLAS_POR_DEFECTO, rondas } });
    const adoptados = [r(2, '2026-01-10'), r(3, '2026-05-01')];
    expect(['2026-01-09', '2026-01-10', '2026-05-02'].map((f) => reglasEl(adoptados, f).rondas)).toEqual([1, 2, 3]);
  });

  it('6.6 el quórum se cuenta en total y por nivel', () => {
    const reglas = { ...REGLAS_POR_DEFECTO, quorum: { total: 3, nacional: 1, regional: 1, local: 0 } };
    expect(faltaQuorum(reglas, [{ nivel: 'nacional' }, { nivel: 'local' }])).toEqual([
      { de: 'total', hay: 2, pide: 3 },
      { de: 'regional', hay: 0, pide: 1 },
    ]);
  });

  it('5.1 la vigencia incluye el último día y excluye el del retiro', () => {
    const x = { desde: '2026-01-01', vence: '2026-02-28' };
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'].map((f) => vigenteEl(x, f))).toEqual([false, true, true, false]);
    fc.assert(fc.property(fc.constantFrom('2026-01-15', '2026-02-01'), (f) => vigenteEl({ ...x, hasta: f }, f) === false));
  });
});
