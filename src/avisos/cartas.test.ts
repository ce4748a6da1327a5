import { describe, expect, it } from 'vitest';
import { catalogoMinimo } from '../../test/catalogo.minimo.ts';
import type { Compromiso } from '../modules/acuerdo/acuerdo.ts';
import type { Sesion } from '../modules/sesion/sesion.ts';
import { leerCorreo } from '../platform/config.ts';
import { espera } from '../platform/salida/cola.ts';
import { sinDirecciones } from '../platform/salida/correo.ts';
import { cartaDeAcuerdo, cartaDeConvocatoria, cartaDeRaiz } from './cartas.ts';

const SESION = {
  nombre: 'Sesión Ordinaria II',
  nombreCig: 'CIG de Salud <script>',
  fecha: '2026-03-12',
  hora: '09:30',
  modalidad: 'virtual',
  lugar: 'https://reunion.pe/1',
  asuntos: [
    { n: 0, tipo: 'SeguimientoDeAcuerdos', titulo: 'Seguimiento de los acuerdos de sesiones anteriores' },
    { n: 1, tipo: 'AprobarPlan', titulo: 'Aprobar el plan', minutos: 30 },
  ],
} as unknown as Sesion;
const sesion = { id: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d', version: 2, codigo: 'SES-2026-0002-MINSA', titulo: 'Sesión Ordinaria II', estado: SESION };
const ACUERDO = {
  titulo: 'Publicar la línea de base',
  nombreCig: 'CIG de Salud',
  cumplimiento: 'Está publicada',
  responsable: { entidad: 'gr-09', cargo: 'gerente_regional' },
  vence: '2026-03-12',
  situacion: 'en_curso',
} as unknown as Compromiso;

describe('Cartas', () => {
  it('7.3.1.a la convocatoria dice cuándo, dónde y qué se trata, empezando por los acuerdos anteriores, y lleva el calendario', () => {
    const c = cartaDeConvocatoria(sesion, 'https://ayni.pe', '2026-03-01T15:00:00.000Z');
    expect(c.asunto).toBe('Convocatoria: Sesión Ordinaria II de CIG de Salud <script>, 12/03/2026');
    expect(c.texto).toContain('12/03/2026, 09:30 (hora de Lima)');
    expect(c.texto).toContain('- Seguimiento de los acuerdos de sesiones anteriores\n- 1. Aprobar el plan (30 min)');
    expect(c.texto).toContain(`https://ayni.pe/sesion/${sesion.id}`);
    expect(c.html).not.toContain('<script>');
    expect(c.html).toContain('lang="es-PE"');
    expect(c.calendario).toMatchObject({ nombre: 'sesion-SES-2026-0002-MINSA.ics', contenido: expect.stringContaining('DTSTART:20260312T143000Z') });
  });

  it('6.6 el recordatorio distingue por vencer, vence hoy y vencido', () => {
    const carta = (hoy: string) => cartaDeAcuerdo('x', ACUERDO, hoy, catalogoMinimo(), 'https://ayni.pe');
    expect(carta('2026-03-05').texto).toContain('vence el 12/03/2026');
    expect(carta('2026-03-12').texto).toContain('vence hoy, 12/03/2026');
    expect(carta('2026-03-13')).toMatchObject({ asunto: 'Acuerdo vencido: Publicar la línea de base', texto: expect.stringContaining('venció el 12/03/2026') });
  });

  it('5.2 la raíz viaja completa', () => {
    const huella = 'ab'.repeat(32);
    expect(cartaDeRaiz({ fecha: '2026-03-12', huella, expedientes: 3 }, 'https://ayni.pe').texto).toContain(huella);
  });
});

describe('Servidor de correo', () => {
  it('sin SMTP_URL no hay servidor; una dirección mala se dice sin repetir la clave', () => {
    expect(leerCorreo({})).toBeUndefined();
    expect(leerCorreo({ SMTP_URL: 'smtps://u:c@correo.pe', DIRECCION_PUBLICA: 'https://ayni.gob.pe' })?.remitente).toBe('Ayni <ayni@ayni.gob.pe>');
    expect(() => leerCorreo({ SMTP_URL: 'http://u:secreta@correo.pe' })).toThrow(/^(?!.*secreta).*SMTP_URL/);
    expect(() => leerCorreo({ SMTP_URL: 'smtp://correo.pe', CORREO_REMITENTE: 'nadie' })).toThrow('CORREO_REMITENTE');
  });

  it('espera el doble cada vez, seis horas como máximo, y no guarda direcciones', () => {
    expect([1, 2, 3, 9, 10, 16].map((n) => espera(n) / 60_000)).toEqual([1, 2, 4, 256, 360, 360]);
    expect(sinDirecciones('451 <rosa@minsa.gob.pe>: intente luego')).toBe('451 <(dirección)>: intente luego');
  });
});
