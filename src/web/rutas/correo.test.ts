import { RouterContextProvider } from 'react-router';
import { expect, it } from 'vitest';
import { oficina } from '../../../test/escenario.ts';
import type { Cargo } from '../../directiva/cargos.ts';
import { appContext, type Deps } from '../contexto.ts';
import { action, loader } from './correo.tsx';

const pedir = (cargo: Cargo, entidad: string, method = 'GET') => {
  const context = new RouterContextProvider();
  context.set(appContext, { sesion: {}, quien: { cuenta: 'x', actor: oficina(cargo, entidad), demo: false } } as unknown as Deps);
  const request = new Request('http://localhost/administracion/correo', { method });
  const que = method === 'GET' ? loader : action;
  return que({ request, context, params: {} } as unknown as Parameters<typeof loader>[0]);
};

it('5.1 el correo lo ve y lo repite solo la administración de la plataforma', async () => {
  for (const [cargo, entidad] of [
    ['organo_descentralizacion', 'minsa'],
    ['gobernador', 'gr-09'],
  ] as const)
    for (const method of ['GET', 'POST']) await expect(pedir(cargo, entidad, method)).rejects.toMatchObject({ status: 403 });
});
