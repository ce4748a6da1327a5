import { readFile } from 'node:fs/promises';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import rutas from '../../src/web/routes.ts';
import type { Ejemplos } from './casa.ts';

/** Who opens a screen: nobody signed in, or an office of the demo. */
export const QUIENES = {
  anonimo: undefined,
  sector: ['Órgano encargado de la descentralización', 'Ministerio del Ambiente'],
  secretaria: ['Secretaría General', 'Ministerio de Educación'],
  administrador: ['Administración de la plataforma', 'Presidencia del Consejo de Ministros'],
} as const;

/** Addresses that only the house in front knows. */
export interface Lugares extends Ejemplos {
  /** Review of an uploaded table. */
  importacion: string;
  /** Review of an uploaded file of figures. */
  carga: string;
}

export interface Visita {
  quien: keyof typeof QUIENES;
  a: string;
}

const una = (quien: Visita['quien'], ...a: string[]): Visita[] => a.map((x) => ({ quien, a: x }));

/**
 * Where each route with a screen is visited, by its pattern in `src/web/routes.ts`. A route that is not here fails
 * `test/rutas.test.ts`: add its line with an address that shows it with content.
 */
export const VISITAS: Readonly<Record<string, (e: Lugares) => readonly Visita[]>> = {
  '': () => una('anonimo', '/'),
  verificar: () => una('anonimo', '/verificar'),
  'verificar/:codigo': () => una('anonimo', '/verificar/2222-2222-2222', '/verificar/no-es-un-codigo'),
  ingresar: () => una('anonimo', '/ingresar'),
  directiva: () => una('anonimo', '/directiva'),
  'directiva/:numeral': () => una('anonimo', '/directiva/8.10'),
  'directiva/flujograma': () => una('anonimo', '/directiva/flujograma'),
  indicadores: () => [...una('anonimo', '/indicadores'), ...una('sector', '/indicadores')],
  'indicadores/:id': (e) => [...una('anonimo', `/indicadores/${e.porTipo.indicador}`), ...una('sector', `/indicadores/${e.porTipo.indicador}?territorio=09`)],
  'cadenas/:servicio': (e) => una('sector', `/cadenas/${e.porTipo.servicio}?territorio=09`),
  'indicadores/:id/cifras': (e) => una('sector', `/indicadores/${e.porTipo.indicador}/cifras?territorio=09`),
  reportes: () => una('sector', '/reportes'),
  'reportes/:id': (e) => una('sector', `/reportes/${e.porTipo.reporte}`),
  poi: () => una('sector', '/poi', '/poi?anio=2016'),
  cuenta: () => una('sector', '/cuenta'),
  clave: () => una('sector', '/clave'),
  oficina: () => una('secretaria', '/oficina'),
  bandeja: () => [...una('sector', '/bandeja'), ...una('administrador', '/bandeja')],
  expedientes: () => una('sector', '/expedientes', '/expedientes?q=nada-coincide'),
  servicios: () => una('sector', '/servicios'),
  planes: () => una('sector', '/planes'),
  ettis: () => una('sector', '/ettis'),
  modelos: () => una('sector', '/modelos'),
  instrumentos: () => una('sector', '/instrumentos'),
  espacios: () => una('sector', '/espacios'),
  sesiones: () => una('sector', '/sesiones'),
  acuerdos: () => una('sector', '/acuerdos', '/acuerdos?estado=vencido'),
  cig: () => una('sector', '/cig'),
  'expediente/:id': (e) => Object.values(e.porTipo).flatMap((id) => una('sector', `/expediente/${id}`)),
  'sesion/:id': (e) => una('sector', `/sesion/${e.porTipo.sesion}`),
  'expediente/:id/acto/:nombre': (e) => una('sector', `/expediente/${e.porTipo.modelo}/acto/GuardarRoles`),
  'expedientes/:id/documentos/:tipo/comparar': (e) => una('sector', `/expedientes/${e.porTipo.sesion}/documentos/acta/comparar`),
  documentos: () => una('sector', '/documentos'),
  'expediente/:id/firmar': (e) => una('sector', `/expediente/${e.porTipo.documento}/firmar`),
  'expediente/:id/firmas': (e) => una('sector', `/expediente/${e.porTipo.documento}/firmas`),
  'expediente/:id/anular/:acto': (e) => una('sector', `/expediente/${e.porTipo.modelo}/anular/${e.actoDelModelo}`),
  'nuevo/:nombre': () => una('sector', '/nuevo/IdentificarServicio', '/nuevo/AbrirDiagnostico'),
  'indicadores/:id/importar': (e) => una('sector', e.carga.replace(/\/[0-9a-f]{64}.*$/, '')),
  'indicadores/:id/importar/:huella': (e) => una('sector', e.carga, `${e.carga}?m=1&sistema=inei&codigo=&valor=`),
  matriz: () => una('sector', '/matriz'),
  administracion: () => una('administrador', '/administracion'),
  'administracion/cuentas': () => una('administrador', '/administracion/cuentas'),
  'administracion/cuentas/:id': (e) => una('administrador', `/administracion/cuentas/${e.cuenta}`),
  'administracion/importar': () => una('administrador', '/administracion/importar'),
  'administracion/importar/:clase/:huella': (e) => una('administrador', e.importacion),
  'administracion/entidades': () => una('administrador', '/administracion/entidades'),
  'administracion/entidades/:id': () => una('administrador', '/administracion/entidades/mp-2101'),
  'administracion/territorio': () => una('administrador', '/administracion/territorio'),
  'administracion/limites': () => una('administrador', '/administracion/limites'),
  'administracion/normas': () => una('administrador', '/administracion/normas'),
  'administracion/correo': () => una('administrador', '/administracion/correo'),
  'administracion/oficinas': () => una('administrador', '/administracion/oficinas'),
  '*': () => [...una('anonimo', '/esto-no-existe'), ...una('sector', '/expediente/no-existe')],
};

/** Patterns of the routes that draw a page; the others answer with a file, data or a redirection. */
export async function pantallas(): Promise<string[]> {
  const todas: { patron: string; archivo: string }[] = [];
  const bajar = (lista: readonly RouteConfigEntry[], base: string): void => {
    for (const r of lista) {
      const patron = [base, r.path].filter(Boolean).join('/');
      if (r.children) bajar(r.children, patron);
      if (r.path !== undefined || r.index) todas.push({ patron, archivo: r.file });
    }
  };
  bajar(rutas, '');
  const fuentes = await Promise.all(todas.map(({ archivo }) => readFile(new URL(`../../src/web/${archivo}`, import.meta.url), 'utf8')));
  return todas.filter((_, i) => /^export (default|\{[^}]*\bdefault\b)/m.test(fuentes[i] ?? '')).map((t) => t.patron);
}
