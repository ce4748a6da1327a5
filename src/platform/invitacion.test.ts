import { describe, expect, it } from 'vitest';
import { invitacionIcs } from './invitacion.ts';

const BASE = {
  id: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d',
  secuencia: 3,
  titulo: 'Sesión Ordinaria II · CIG de Salud',
  descripcion: 'Agenda:\n1. Aprobar el plan; con sus anexos, y más',
  lugar: 'Lima',
  fecha: '2026-03-02',
  hora: '09:30',
  minutos: 90,
  enlace: 'https://ayni.example/sesion/x',
  organizador: 'CIG de Salud',
  actualizada: '2026-02-20T15:00:00.000Z',
};

describe('Invitación de calendario', () => {
  it('7.3.1.a lleva fecha y hora de Lima, identidad estable, secuencia y agenda', () => {
    const ics = invitacionIcs(BASE);
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    for (const linea of [
      'UID:019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d@ayni',
      'SEQUENCE:3',
      'DTSTART:20260302T143000Z',
      'DTEND:20260302T160000Z',
      'DTSTAMP:20260220T150000Z',
    ])
      expect(ics).toContain(`${linea}\r\n`);
    expect(ics.replaceAll('\r\n ', '')).toContain('DESCRIPTION:Agenda:\\n1. Aprobar el plan\\; con sus anexos\\, y más');
    expect(invitacionIcs(BASE)).toBe(ics);
  });
});
