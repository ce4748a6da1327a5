import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, oficina } from '../../../test/escenario.ts';
import type { Catalogo } from '../../kernel/tipos.ts';
import {
  catalogo,
  confirmarNombreDeOrgano,
  corregirEntidad,
  importarTerritorio,
  registrarCreacion,
  registrarEntidad,
  registrarSucesion,
  sembrarCatalogos,
} from './catalogo.actos.ts';
import { CATALOGO_ID, type CatalogoHecho } from './catalogo.ts';
import { importarNormas } from './normas.actos.ts';

const real: Catalogo = catalogoReal();
const admin = oficina('administrador', 'pcm', 'titular', real);
const ministerio = oficina('organo_descentralizacion', 'minsa', 'titular', real);
const VACIA = { territorios: [], entidades: [], organos: [] };
const sembrado: CatalogoHecho = { tipo: 'CatalogosSembrados', v: 1, datos: VACIA };
const entorno = { id: CATALOGO_ID, catalogo: real };
const abierto = () => dado(catalogo, [sembrado], entorno);
const ARCHIVO = 'a'.repeat(64);
const importacion = (cambios: object = {}) => ({ archivo: ARCHIVO, formato: 'inei', resumen: {}, territorios: [], codigos: [], entidades: [], ...cambios });

describe('Expediente de catálogos', () => {
  it('IV: lo abre la administración, una sola vez y con su identificador', () => {
    dado(catalogo, [], entorno).cuando(sembrarCatalogos, VACIA, admin).entonces(['CatalogosSembrados']);
    dado(catalogo, [], { ...entorno, id: '01900000-0000-7000-8000-000000000002' })
      .cuando(sembrarCatalogos, VACIA, admin)
      .rechaza('IV');
  });

  it('IV: ninguna otra oficina cambia los catálogos', () => {
    abierto().cuando(registrarEntidad, { id: 'x', nombre: 'X', tipo: 'otro', nivel: 'nacional' }, ministerio).noPuede('IV');
  });

  it('su estado guarda cuentas y la última importación, no filas', () => {
    const { estado } = abierto()
      .cuando(importarTerritorio, importacion({ resumen: { igual: 3 } }), admin)
      .entonces(['TerritorioImportado']);
    expect(estado).toEqual({
      entidad: 'minsa',
      territorios: 0,
      entidades: 0,
      importaciones: { territorio: { archivo: ARCHIVO, resumen: { igual: 3 }, el: '2026-03-02' } },
    });
  });
});

describe('Importar territorio', () => {
  const nuevo = { id: '210116', nombre: 'Distrito Nuevo', tipo: 'distrito', padre: '2101', departamental: '21' };

  it('registra las filas nuevas y cuenta las altas', () => {
    const entidades = [
      { id: 'md-210116', nombre: 'Municipalidad Distrital de Distrito Nuevo', tipo: 'municipalidad_distrital', nivel: 'distrital', territorio: '210116' },
    ];
    abierto()
      .cuando(importarTerritorio, importacion({ territorios: [nuevo], entidades }), admin)
      .entonces([{ tipo: 'TerritorioImportado', datos: { altas: { territorios: 1, entidades: 1 } } }]);
  });

  it('6.5: rechaza una fila que mueve un territorio o que cuelga de uno desconocido', () => {
    abierto()
      .cuando(importarTerritorio, importacion({ territorios: [{ ...nuevo, id: '210115', padre: '2102' }] }), admin)
      .rechaza('6.5', /cambia su lugar/);
    abierto()
      .cuando(importarTerritorio, importacion({ territorios: [{ ...nuevo, padre: '2199' }] }), admin)
      .rechaza('6.5', /no tiene departamento/);
    abierto()
      .cuando(importarTerritorio, importacion({ codigos: [{ territorio: '219901', emisor: 'RENIEC', codigo: '200199', vigente: true }] }), admin)
      .rechaza('6.5');
  });

  it('advierte del archivo repetido y de las filas rechazadas', () => {
    abierto()
      .cuando(importarTerritorio, importacion(), admin)
      .sinAdvertencias()
      .luego()
      .cuando(importarTerritorio, importacion({ resumen: { rechazado: 2 } }), admin)
      .advierte('6.5', /ya se había importado/)
      .advierte('6.5', /no se incorporaron: 2/);
  });
});

describe('Importar normas', () => {
  it('9.1: registra las competencias con su clave', () => {
    const competencias = [{ clave: 'LOGR-49-g', norma: 'ley-27867', texto: 'Organizar los servicios de salud' }];
    abierto()
      .cuando(importarNormas, { archivo: ARCHIVO, resumen: { nuevo: 1 }, normas: [], competencias }, admin)
      .entonces([{ tipo: 'NormasImportadas', datos: { competencias } }]);
  });
});

describe('Entidades', () => {
  it('registra un adscrito en el sector de su ministerio', () => {
    abierto()
      .cuando(
        registrarEntidad,
        { id: 'inia', nombre: 'Instituto Nacional de Innovación Agraria', sigla: 'INIA', tipo: 'adscrito', nivel: 'nacional', sector: 'midagri' },
        admin,
      )
      .entonces([{ tipo: 'EntidadRegistrada', datos: { sector: 'midagri', nombrePorConfirmar: false } }]);
  });

  it('IV: no admite un identificador repetido, un sector ni un territorio desconocidos', () => {
    const datos = { id: 'inia', nombre: 'INIA', tipo: 'adscrito', nivel: 'nacional' };
    abierto()
      .cuando(registrarEntidad, { ...datos, id: 'senasa' }, admin)
      .rechaza('IV', /identificador/);
    abierto()
      .cuando(registrarEntidad, { ...datos, sector: 'nadie' }, admin)
      .rechaza('IV', /no figura/);
    abierto()
      .cuando(registrarEntidad, { ...datos, territorio: '99' }, admin)
      .rechaza('IV', /territorio/);
  });

  it('corrige el nombre y conserva lo demás', () => {
    abierto()
      .cuando(corregirEntidad, { entidad: 'minsa', nombre: 'Ministerio de Salud Pública' }, admin)
      .entonces([{ tipo: 'EntidadCorregida', datos: { id: 'minsa', sigla: 'MINSA', nombre: 'Ministerio de Salud Pública' } }]);
  });

  it('8.10: confirma el nombre de un órgano que la Directiva nombra por su función', () => {
    const datos = { entidad: 'minsa', cargo: 'organo_descentralizacion', nombre: 'Dirección General de Descentralización' };
    abierto()
      .cuando(confirmarNombreDeOrgano, datos, admin)
      .entonces([{ tipo: 'OrganoConfirmado', datos: { ...datos, porConfirmar: false } }]);
    abierto()
      .cuando(confirmarNombreDeOrgano, { ...datos, cargo: 'gobernador' }, admin)
      .rechaza('8.10');
    abierto()
      .cuando(confirmarNombreDeOrgano, { ...datos, cargo: 'constructor' }, admin)
      .rechaza('8.10');
  });

  it('8.19: registra de qué distritos nació otro, para comparar sus cifras sobre el mismo ámbito', () => {
    const datos = { distrito: '210102', origenes: ['210101', '210101'], desde: '2021-01-01', norma: 'Ley de ejemplo' };
    abierto()
      .cuando(registrarCreacion, datos, admin)
      .entonces([{ tipo: 'DistritoCreado', datos: { origenes: ['210101'] } }]);
    abierto()
      .cuando(registrarCreacion, { ...datos, origenes: ['210102'] }, admin)
      .rechaza('8.19', /sí mismo/);
    abierto()
      .cuando(registrarCreacion, { ...datos, origenes: ['2101'] }, admin)
      .rechaza('8.19', /no es un distrito/i);
    abierto()
      .cuando(registrarCreacion, { ...datos, distrito: '219999' }, admin)
      .rechaza('8.19');
    abierto().cuando(registrarCreacion, datos, oficina('ogpp', 'minsa')).noPuede();
  });

  it('registra una sucesión entre entidades vigentes', () => {
    const datos = { entidad: 'mincetur', sucesora: 'produce', hasta: '2026-12-31', norma: 'Ley de ejemplo' };
    abierto()
      .cuando(registrarSucesion, datos, admin)
      .entonces([{ tipo: 'SucesionRegistrada', datos }]);
    abierto()
      .cuando(registrarSucesion, { ...datos, sucesora: 'mincetur' }, admin)
      .rechaza('IV');
    abierto()
      .cuando(registrarSucesion, { ...datos, entidad: 'minagri' }, admin)
      .rechaza('IV', /ya no está vigente/);
  });
});
