import * as build from 'virtual:react-router/server-build';
import { arrancarCon, type EnMarcha } from './app.ts';

/** The built server: pages, API and registry in one graph. */
export function arrancar(o: Parameters<typeof arrancarCon>[1]): Promise<EnMarcha> {
  return arrancarCon(build, o);
}
