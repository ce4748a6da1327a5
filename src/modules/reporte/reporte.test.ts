import { describe, expect, it } from 'vitest';
import { dado, leido, oficina } from '../../../test/escenario.ts';
import type { Indicador } from '../indicador/indicador.ts';
import { enviarCifras, explicarCifras, observarCifras, reportarCifras, reporte, retirarCifras, verificarCifras } from './reporte.actos.ts';
import type { ReporteHecho } from './reporte.ts';

const sector = oficina('ogpp', 'minsa');
const alcalde = oficina('alcalde_provincial', 'mp-0901');
const tecnicoProvincial = oficina('gerente_municipal', 'mp-0901');
const tecnico = oficina('tecnico_regional', 'gr-09');

const indicador = leido('indicador', {
  nombre: 'Niñas y niños con control completo',
  sector: 'minsa',
  responsable: 'minsa',
  situacion: 'borrador',
  agregacion: 'razon',
  factor: 100,
  periodicidad: 'anual',
  captura: 'provincia',
  maximo: 95,
  versiones: [],
  periodos: {},
  desagregaciones: [{ nombre: 'Sexo', categorias: ['Mujer', 'Hombre'] }],
} as unknown as Indicador);
const con = { leidos: { indicador } };
const cifra = { territorio: '0901', periodo: '2025', valor: 40, denominador: 50 };
const datos = (cambio = {}, resto = {}) => ({ indicador: indicador.id, cifras: [{ ...cifra, ...cambio }], ...resto });

const registradas: ReporteHecho = {
  tipo: 'CifrasRegistradas',
  v: 1,
  datos: {
    indicador: indicador.id,
    nombreIndicador: 'Niñas y niños con control completo',
    sector: 'minsa',
    entidad: 'mp-0901',
    motivo: '',
    cifras: [{ territorio: '0901', periodo: 2025, categoria: '', estado: 'valor', valor: 40, denominador: 50 }],
  },
};
const enviadas: ReporteHecho = { tipo: 'CifrasEnviadas', v: 1, datos: {} };

describe('Reporte de cifras', () => {
  it('8.17 una municipalidad reporta su territorio y envía de una vez', () => {
    dado(reporte, [])
      .cuando(reportarCifras, datos({}, { enviar: true }), alcalde, con)
      .entonces(['CifrasRegistradas', 'CifrasEnviadas'])
      .sinAdvertencias();
  });

  it('8.17 el equipo técnico prepara y no envía', () => {
    dado(reporte, []).cuando(reportarCifras, datos(), tecnico, con).entonces(['CifrasRegistradas']);
    dado(reporte, [])
      .cuando(reportarCifras, datos({}, { enviar: true }), tecnico, con)
      .noPuede('8.17');
    dado(reporte, [registradas]).cuando(enviarCifras, {}, tecnico).noPuede('8.17');
  });

  it('8.17 nadie reporta por un territorio ajeno, salvo la entidad responsable del indicador', () => {
    const ajena = datos({ territorio: '0902' });
    dado(reporte, [])
      .cuando(reportarCifras, ajena, alcalde, con)
      .rechaza('8.17', /fuera de su territorio/);
    dado(reporte, []).cuando(reportarCifras, ajena, sector, con).entonces(['CifrasRegistradas']);
  });

  it('8.19 un numerador mayor que el denominador se advierte y se conserva', () => {
    dado(reporte, [])
      .cuando(reportarCifras, datos({ valor: 60 }), alcalde, con)
      .entonces(['CifrasRegistradas'])
      .advierte('8.19', /supera al denominador/);
    dado(reporte, [])
      .cuando(reportarCifras, datos({ valor: 49 }), alcalde, con)
      .entonces(['CifrasRegistradas'])
      .advierte('8.19', /máximo esperable/);
  });

  it('8.18 «sin dato» no es cero: un vacío se rechaza y dice qué marcar', () => {
    dado(reporte, [])
      .cuando(reportarCifras, datos({ valor: undefined }), alcalde, con)
      .rechaza('8.18', /Falta el valor/);
    dado(reporte, [])
      .cuando(reportarCifras, datos({ valor: undefined, denominador: undefined, estado: 'sin_dato' }), alcalde, con)
      .entonces(['CifrasRegistradas']);
    dado(reporte, [])
      .cuando(reportarCifras, datos({ denominador: 0 }), alcalde, con)
      .rechaza('8.18', /denominador/);
  });

  it('8.18 un territorio de otro nivel, un periodo ajeno, una categoría que no existe y una cifra repetida se rechazan nombrando el campo', () => {
    const fallas = dado(reporte, []).cuando(
      reportarCifras,
      {
        indicador: indicador.id,
        cifras: [{ ...cifra, territorio: '090101' }, { ...cifra, periodo: '2025-07' }, { ...cifra, categoria: 'Edad: 3' }, cifra, cifra],
      },
      sector,
      con,
    ).impedimentos;
    expect(fallas.map((f) => f.campo)).toEqual(['cifras[0].territorio', 'cifras[1].periodo', 'cifras[2].categoria', 'cifras[4].territorio']);
  });

  it('5.2 otros observan una cifra y nadie la devuelve (R19)', () => {
    dado(reporte, [registradas, enviadas]).cuando(observarCifras, { texto: 'Parece alta' }, oficina('secretario_sd', 'sd')).entonces(['CifrasObservadas']);
    dado(reporte, [registradas, enviadas]).cuando(retirarCifras, { motivo: 'x' }, sector).noPuede('8.17');
  });

  it('8.19 la comprobación técnica la hace el sector, sobre lo enviado', () => {
    dado(reporte, [registradas]).cuando(verificarCifras, {}, sector).rechaza('8.17');
    dado(reporte, [registradas, enviadas]).cuando(verificarCifras, {}, sector).entonces(['CifrasVerificadas']);
    dado(reporte, [registradas, enviadas]).cuando(verificarCifras, {}, alcalde).noPuede('8.17');
  });

  it('8.17 una cifra después del plazo se acepta y se advierte', () => {
    const vencido = leido('indicador', { ...(indicador.estado as Indicador), periodos: { 2025: { situacion: 'abierto', vence: '2026-01-31' } } } as Indicador);
    dado(reporte, [])
      .cuando(reportarCifras, datos(), alcalde, { leidos: { indicador: { ...vencido, id: indicador.id } } })
      .entonces(['CifrasRegistradas'])
      .advierte('8.17', /después del plazo/);
  });

  it('8.19 la entidad explica su cifra con aviso; otra no, y una cifra que la ficha no tiene tampoco', () => {
    const explicacion = { territorio: '0901', periodo: '2025', categoria: '', texto: 'Se sumó el padrón rural' };
    const s = dado(reporte, [registradas, enviadas]).cuando(explicarCifras, explicacion, tecnicoProvincial, con).entonces(['CifrasExplicadas']).estado;
    expect(s?.explicaciones).toMatchObject([{ periodo: 2025, texto: 'Se sumó el padrón rural' }]);
    dado(reporte, [registradas, enviadas]).cuando(explicarCifras, explicacion, sector, con).noPuede('8.17');
    dado(reporte, [registradas, enviadas])
      .cuando(explicarCifras, { ...explicacion, periodo: '2025-07' }, alcalde, con)
      .rechaza('8.19', /periodo/);
  });
});
