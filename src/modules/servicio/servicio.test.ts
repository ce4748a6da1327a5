import { describe, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, idDe, oficina } from '../../../test/escenario.ts';
import { corregirServicio, declararNoElegible, evaluarElegibilidad, identificarServicio, servicio } from './servicio.actos.ts';
import type { ServicioHecho } from './servicio.ts';

const minsa = oficina('organo_descentralizacion', 'minsa');
const gerente = oficina('gerente_regional', 'gr-09');

const datos = {
  nombre: 'Control de crecimiento y desarrollo',
  sector: 'minsa',
  necesidad: 'Vigilar el crecimiento de niñas y niños',
  continuidad: 'Atención mensual en establecimientos de salud',
  norma: 'Norma técnica de salud',
  niveles: ['nacional', 'regional', 'provincial'] as const,
};
const identificado: ServicioHecho = { tipo: 'ServicioIdentificado', v: 1, datos: { ...datos, niveles: [...datos.niveles], otrosSectores: [] } };
const cumple = { cumple: true, sustento: 'Informe del sector' };
const todas = { competenciasCompartidas: cumple, fasesSucesivas: cumple, responsabilidadCompartida: cumple };

describe('Servicio público', () => {
  it('6.2 se identifica con la necesidad que atiende y la norma que lo regula', () => {
    dado(servicio, []).cuando(identificarServicio, datos, minsa).entonces(['ServicioIdentificado']);
  });

  it('8.8 un gobierno regional también puede proponer un servicio', () => {
    dado(servicio, []).cuando(identificarServicio, datos, gerente).entonces(['ServicioIdentificado']);
  });

  it('7.3.1.b promueven la identificación los ministerios y la proponen los gobiernos; no la administración ni las secretarías de la PCM', () => {
    for (const [cargo, entidad] of [
      ['viceministro', 'minsa'],
      ['alcalde_provincial', 'mp-0901'],
      ['tecnico_distrital', 'md-090102'],
    ] as const)
      dado(servicio, []).cuando(identificarServicio, datos, oficina(cargo, entidad)).entonces(['ServicioIdentificado']);
    for (const [cargo, entidad] of [
      ['administrador', 'minsa'],
      ['secretario_sd', 'sd'],
    ] as const)
      dado(servicio, []).cuando(identificarServicio, datos, oficina(cargo, entidad)).noPuede('7.3.1.b');
  });

  it('6.4 la rectoría es de un ministerio: no de un gobierno regional', () => {
    dado(servicio, [])
      .cuando(identificarServicio, { ...datos, sector: 'gr-09' }, minsa)
      .rechaza('6.4');
  });

  it('6.5 es elegible cuando cumple las tres condiciones con sustento', () => {
    dado(servicio, [identificado]).cuando(evaluarElegibilidad, todas, minsa).entonces(['ServicioDeclaradoElegible']).sinAdvertencias();
  });

  for (const falsa of ['competenciasCompartidas', 'fasesSucesivas', 'responsabilidadCompartida'] as const)
    it(`6.5 no es elegible si falta la condición: ${falsa}`, () => {
      dado(servicio, [identificado])
        .cuando(evaluarElegibilidad, { ...todas, [falsa]: { cumple: false } }, minsa)
        .rechaza(
          '6.5',
          { competenciasCompartidas: /competencias compartidas/, fasesSucesivas: /fases sucesivas/, responsabilidadCompartida: /responsabilidad compartida/ }[
            falsa
          ],
        );
    });

  it('6.5 un servicio de competencia exclusiva se rechaza nombrando la condición (sonda 7)', () => {
    const exclusivo: ServicioHecho = { ...identificado, datos: { ...identificado.datos, niveles: ['nacional'] } } as ServicioHecho;
    dado(servicio, [exclusivo])
      .cuando(evaluarElegibilidad, todas, minsa)
      .rechaza('6.5', /competencia exclusiva/);
    dado(servicio, [exclusivo])
      .cuando(declararNoElegible, { ...todas, motivo: 'Exclusivo del nivel nacional' }, minsa)
      .entonces(['ServicioDeclaradoNoElegible']);
  });

  it('6.5 la falta de sustento advierte y no bloquea (R15)', () => {
    const d = dado(servicio, [identificado])
      .cuando(evaluarElegibilidad, { ...todas, fasesSucesivas: { cumple: true } }, minsa)
      .advierte('6.5', /fases sucesivas/);
    d.luego().cuando(evaluarElegibilidad, todas, minsa).entonces(['ServicioDeclaradoElegible']);
  });

  it('6.2 con dos niveles es elegible y advierte', () => {
    const dos: ServicioHecho = { ...identificado, datos: { ...identificado.datos, niveles: ['nacional', 'regional'] } } as ServicioHecho;
    dado(servicio, [dos]).cuando(evaluarElegibilidad, todas, minsa).advierte('6.2');
  });

  it('9.1 una competencia que no está en el catálogo advierte', () => {
    dado(servicio, [identificado], { catalogo: catalogoReal([]) })
      .cuando(evaluarElegibilidad, { ...todas, competenciasCompartidas: { ...cumple, normas: ['LOGR-0-z'] } }, minsa)
      .advierte('9.1');
  });

  it('6.4 solo el sector rector decide la elegibilidad', () => {
    dado(servicio, [identificado]).cuando(evaluarElegibilidad, todas, gerente).noPuede('6.4');
  });

  it('6.5 con las tres condiciones cumplidas no se declara no elegible', () => {
    dado(servicio, [identificado])
      .cuando(declararNoElegible, { ...todas, motivo: 'x' }, minsa)
      .rechaza('6.5');
  });

  it('6.5 una vez elegible sus datos ya no se corrigen sin anular antes', () => {
    dado(servicio, [identificado], { id: idDe('s') })
      .cuando(evaluarElegibilidad, todas, minsa)
      .luego()
      .cuando(corregirServicio, { ...datos, nombre: 'Otro' }, minsa)
      .rechaza('6.5');
  });
});
