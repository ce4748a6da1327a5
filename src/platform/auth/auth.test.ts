import { describe, expect, it } from 'vitest';
import { type Costo, cifrarClave, claveAlAzar, problemaDeClave, verificarClave } from './claves.ts';
import { cookieDeSesion, cookieVacia, tokenDeCookie } from './cookie.ts';
import { demoPermitida } from './demo.ts';
import { explicarSinOficina, type OficinaActiva, oficinaEnUso } from './oficinas.ts';
import { csrfDe, csrfValido, tokenAlAzar } from './tokens.ts';

const BARATO: Costo = { memoria: 64, pasadas: 1, paralelo: 1 };

describe('Contraseñas', () => {
  it('se guardan como argon2id, con sal propia y costo legible', async () => {
    const [una, otra] = await Promise.all([cifrarClave('una frase larga', BARATO), cifrarClave('una frase larga', BARATO)]);
    expect(una).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(una).not.toBe(otra);
    expect(await verificarClave('una frase larga', una)).toBe(true);
    expect(await verificarClave('una frase largA', una)).toBe(false);
  });

  it('el costo por omisión es el de OWASP', async () => {
    expect(await cifrarClave('una frase larga')).toContain('$m=19456,t=2,p=1$');
  });

  it('la misma letra escrita en otra forma Unicode coincide', async () => {
    expect(await verificarClave('contrasen\u0303a larga', await cifrarClave('contraseña larga', BARATO))).toBe(true);
  });

  it('sin hash, o con uno ilegible, trabaja igual y no coincide', async () => {
    expect(await verificarClave('x', undefined, BARATO)).toBe(false);
    expect(await verificarClave('x', 'md5:abc', BARATO)).toBe(false);
  });

  it.each([
    ['corta', /al menos 12/],
    ['a', /1 carácter y/],
    ['aaaaaaaaaaaaaaaa', /pocos caracteres/],
    ['maria.quispe@minsa.gob.pe', /propio correo/],
    ['x'.repeat(100) + 'abcdef'.repeat(20), /pasa de 200/],
  ])('rechaza %s y dice por qué', (clave, motivo) => {
    expect(problemaDeClave(clave, 'maria.quispe@minsa.gob.pe')?.motivo).toMatch(motivo);
  });

  it('acepta una frase y las que ella misma genera', () => {
    expect(problemaDeClave('llueve en la puna', 'a@b')).toBeUndefined();
    expect(problemaDeClave(claveAlAzar(), 'a@b')).toBeUndefined();
    expect(claveAlAzar()).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  });
});

describe('CSRF', () => {
  const secreto = Buffer.alloc(32, 7);
  it('vale solo con su sesión y su secreto', () => {
    const sesion = tokenAlAzar();
    const token = csrfDe(sesion, secreto);
    expect(csrfValido(token, sesion, secreto)).toBe(true);
    expect(csrfValido(token, tokenAlAzar(), secreto)).toBe(false);
    expect(csrfValido(token, sesion, Buffer.alloc(32, 8))).toBe(false);
    for (const malo of [undefined, null, '', 'ñ', `${token}x`]) expect(csrfValido(malo, sesion, secreto)).toBe(false);
  });
});

describe('Cookie de sesión', () => {
  it('es HttpOnly, SameSite=Lax y, con https, Secure', () => {
    const token = tokenAlAzar();
    expect(cookieDeSesion(token, true)).toBe(`ayni=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure`);
    expect(cookieDeSesion(token, false)).not.toContain('Secure');
    expect(cookieVacia(false)).toContain('Max-Age=0');
  });
  it('se lee entre otras y se ignora la que no tiene la forma', () => {
    const token = tokenAlAzar();
    expect(tokenDeCookie(`otra=1; ayni=${token}; mas=2`)).toBe(token);
    for (const mala of [null, undefined, '', 'ayni=', 'ayni=corto', `xayni=${token}`, `ayni=${token}extra`]) expect(tokenDeCookie(mala)).toBeUndefined();
  });
});

describe('«Entrar como…»', () => {
  const desde = (remoto: string | undefined, cabeceras: Record<string, string> = {}, direccionPublica = 'http://localhost:3000') =>
    demoPermitida({ remoto, cabeceras: new Headers(cabeceras), direccionPublica });
  it('solo en la misma máquina', () => {
    for (const local of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1']) expect(desde(local, { host: 'localhost:3000' })).toBe(true);
    for (const ajena of [undefined, '', '10.0.0.5', '::ffff:10.0.0.5', '1127.0.0.1', '::2']) expect(desde(ajena)).toBe(false);
  });
  it('nunca detrás de un intermediario ni con otro nombre', () => {
    for (const c of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto', 'x-forwarded-host', 'Via', 'X-Real-IP'])
      expect(desde('127.0.0.1', { [c]: '127.0.0.1' })).toBe(false);
    expect(desde('127.0.0.1', { host: 'ayni.ejemplo.pe' })).toBe(false);
    expect(desde('127.0.0.1', { host: 'localhost.ejemplo.pe' })).toBe(false);
    expect(desde('127.0.0.1', { host: 'localhost' }, 'https://ayni.gob.pe')).toBe(false);
  });
});

describe('Oficina en uso', () => {
  const o = (designacion: string) => ({ designacion }) as OficinaActiva;
  it('una sola se usa sin elegir; entre varias, la elegida y nada hasta elegir', () => {
    expect(oficinaEnUso([o('a')], null)).toEqual(o('a'));
    expect(oficinaEnUso([o('a'), o('b')], null)).toBeUndefined();
    expect(oficinaEnUso([o('a'), o('b')], 'b')).toEqual(o('b'));
    expect(oficinaEnUso([], 'b')).toBeUndefined();
  });
  it('explica por qué no actúa', () => {
    expect(explicarSinOficina(2, null, null).remedio).toMatch(/Elija/);
    expect(explicarSinOficina(0, '2026-01-31', null).motivo).toMatch(/terminó el 31\/01\/2026/);
    expect(explicarSinOficina(0, '2026-01-31', '2026-04-01').motivo).toMatch(/empieza el 01\/04\/2026/);
    expect(explicarSinOficina(0, null, null).motivo).toMatch(/no tiene una oficina/);
  });
});
