import { describe, expect, it } from 'vitest';
import { navegadorDe } from './navegador.ts';
import { redDe } from './red.ts';

const con = (xff?: string) => new Headers(xff ? { 'x-forwarded-for': xff } : {});

describe('Red de quien ingresa', () => {
  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', undefined, '2001:db8:0:1'],
    ['2001:db8::1', undefined, '2001:db8:0:0'],
    ['fe80::1%eth0', undefined, 'fe80:0:0:0'],
    [undefined, undefined, undefined],
    // A proxy on this machine adds the address of who asks at the end; what comes before was written by the client.
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    // Nobody else is believed.
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['10.0.0.9', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', 'cualquier cosa', undefined],
    ['127.0.0.1', undefined, '127.0.0.1'],
  ])('%s con X-Forwarded-For «%s» es %s', (remoto, xff, red) => {
    expect(redDe(remoto, con(xff), new Set(['10.0.0.9']))).toBe(red);
  });
});

describe('Navegador de una sesión', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36', 'Chrome en Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge en Windows'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome en Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605 Version/17.5 Mobile Safari/604.1', 'Safari en iOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox en Linux'],
    ['curl/8', null],
    [null, null],
  ])('%s → %s', (agente, nombre) => {
    expect(navegadorDe(agente)).toBe(nombre);
  });
});
