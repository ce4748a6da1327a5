import { expect, it } from 'vitest';
import { idDe } from '../../../test/escenario.ts';
import { aprobacion, enSesion, GORE, gobernador, MUNI, posicion, SECTOR, sector } from '../../../test/sesion.fixtures.ts';
import { idDeHuella } from '../../kernel/identidad.ts';
import { type Compromiso, evolve as evolveAcuerdo, ficha as fichaAcuerdo } from '../acuerdo/acuerdo.ts';
import { actoDeAcuerdo } from './sesion.acuerdos.ts';
import { cerrarSesionCon } from './sesion.cierre.ts';
import { anotarCompromiso, retirarCompromiso } from './sesion.compromisos.ts';
import { incluirAsunto } from './sesion.convocatoria.ts';
import { compromisosDe, type SesionHecho } from './sesion.ts';

const aprobar = actoDeAcuerdo('modelo', aprobacion);
const cerrar = cerrarSesionCon([aprobacion]);
const todos = [posicion(SECTOR, 'acuerdo'), posicion(GORE, 'acuerdo'), posicion(MUNI, 'acuerdo')];
const datos = {
  asunto: 1,
  titulo: 'Publicar la línea de base',
  responsable: 'gr-09',
  cargo: 'gerente_regional',
  cumplimiento: 'Está publicada',
  vence: '2026-04-30',
};
const conCompromiso = (hechos: readonly SesionHecho[] = todos) => enSesion(hechos).cuando(anotarCompromiso, datos, sector);

it('6.6 y 8.18 al cerrar la sesión, cada compromiso anotado abre su seguimiento con oficina, fecha y expediente', () => {
  const d = conCompromiso()
    .luego()
    .cuando(anotarCompromiso, { ...datos, titulo: 'Otro', responsable: 'mp-0901', cargo: 'gerente_municipal', sobre: idDe('modelo') }, sector)
    .entonces([{ tipo: 'CompromisoAnotado', datos: { responsable: { entidad: 'mp-0901', cargo: 'gerente_municipal' } } }])
    .luego()
    .cuando(aprobar, { asunto: 1 }, sector)
    .luego()
    .cuando(cerrar, {}, sector);
  d.entonces([
    'SesionCerrada',
    { tipo: 'SesionCelebrada', datos: { acuerdos: [{ asunto: 1, responsable: 'gr-09', vence: '2026-04-30' }] } },
    {
      tipo: 'CompromisoRegistrado',
      abre: { tipo: 'acuerdo' },
      datos: { asunto: 1, titulo: 'Publicar la línea de base', nombreSesion: 'Sesión Ordinaria XLII' },
    },
    { tipo: 'CompromisoRegistrado', datos: { titulo: 'Otro', sobre: idDe('modelo'), participantes: ['minsa', 'mp-0901', 'gr-09', 'gr-10'] } },
  ]);
  const [, celebrada, primero, segundo] = d.hechos as unknown as { datos: { acuerdos: { seguimiento: string }[] }; abre: { id: string } }[];
  expect(celebrada?.datos.acuerdos[0]?.seguimiento).toBe(primero?.abre.id);
  expect(primero?.abre.id).not.toBe(segundo?.abre.id);
  const marca = { ocurridoEl: '2026-03-02', registradoEn: '', acto: '', designacion: '', entidad: 'minsa', cargo: 'x' };
  const abierto: Compromiso = evolveAcuerdo(undefined, primero as never, marca);
  expect(fichaAcuerdo(abierto).pendientes).toMatchObject([{ para: [{ entidad: 'gr-09', cargos: ['gerente_regional'] }], vence: '2026-04-30' }]);
});

it('6.6 de lo que no se acordó no queda nada que seguir', () => {
  conCompromiso([posicion(SECTOR, 'acuerdo')])
    .luego()
    .cuando(cerrar, {}, sector)
    .entonces(['SesionCerrada', 'Avisado', { tipo: 'SesionCelebrada', datos: { acuerdos: [] } }]);
});

it('6.6 lo que la agenda ya decía completo se sigue sin anotarlo otra vez; sin oficina, se advierte al cerrar', () => {
  const { asunto: _, titulo: __, ...completo } = datos;
  const incluido = { tipo: 'AprobarModelo', titulo: 'Aprobar', objeto: idDe('modelo'), ...completo };
  enSesion(todos)
    .cuando(incluirAsunto, { ...incluido, cargo: 'ministro' }, sector)
    .rechaza('6.6', /no tiene la oficina/);
  const a = { n: 1, situacion: 'acordado', tipo: 'AprobarModelo', titulo: 'Aprobar', objeto: 'm', posiciones: {}, anteriores: [], comentarios: [] } as const;
  const dicho = { responsable: 'gr-09', cumplimiento: 'x', vence: '2026-04-30' };
  expect(compromisosDe({ ...a, ...dicho, anteriores: [], comentarios: [] })).toEqual([]);
  expect(compromisosDe({ ...a, ...dicho, cargo: 'gobernador', anteriores: [], comentarios: [] })).toMatchObject([{ titulo: 'Aprobar', sobre: 'm' }]);
  const sinOficina = { tipo: 'AsuntoIncluido', v: 2, datos: { tipo: 'AprobarModelo', titulo: 'B', objeto: idDe('modelo'), ...dicho } } as const;
  enSesion([...todos, sinOficina, { tipo: 'AcuerdoAdoptado', v: 2, datos: { asunto: 2, resultado: 'consenso', ausentes: [], datos: {} } }])
    .cuando(cerrar, {}, sector)
    .advierte('6.6', /acuerdo 2 nombra responsable sin su oficina/);
});

it('6.6 lo anota quien conduce, sobre un asunto acordado o por acordar; una fecha pasada o una entidad ajena se advierten', () => {
  enSesion(todos).cuando(anotarCompromiso, datos, gobernador).noPuede('6.4');
  enSesion(todos)
    .cuando(anotarCompromiso, { ...datos, asunto: 7 }, sector)
    .rechaza('6.6', /no tiene un asunto 7/);
  enSesion(todos)
    .cuando(anotarCompromiso, { ...datos, cargo: 'ministro' }, sector)
    .rechaza('6.6', /no tiene la oficina/);
  enSesion([{ tipo: 'AsuntoDiferido', v: 1, datos: { asunto: 1, motivo: 'x' } }])
    .cuando(anotarCompromiso, datos, sector)
    .rechaza('6.6', /no lleva a un acuerdo/);
  enSesion(todos)
    .cuando(anotarCompromiso, { ...datos, vence: '2026-01-01', responsable: 'mp-2101', cargo: 'gerente_municipal' }, sector)
    .advierte('6.6', /ya pasó/)
    .advierte('7.3.2.a', /miembro acreditado/);
});

it('6.6 un compromiso anotado por error se quita antes de cerrar, y los demás conservan su número', () => {
  enSesion(todos)
    .cuando(retirarCompromiso, { asunto: 1, compromiso: 1 }, sector)
    .rechaza('6.6', /no tiene compromisos/);
  const d = conCompromiso()
    .luego()
    .cuando(anotarCompromiso, { ...datos, titulo: 'Otro' }, sector)
    .luego();
  d.cuando(retirarCompromiso, { asunto: 1, compromiso: 5 }, sector).rechaza('6.6', /no tiene ese compromiso/);
  const quitado = d.cuando(retirarCompromiso, { asunto: 1, compromiso: 1 }, sector).entonces(['CompromisoRetirado']);
  expect(quitado.estado.asuntos[0]?.compromisos).toMatchObject([{ n: 2, titulo: 'Otro' }]);
});

it('la identidad del seguimiento se deduce de la sesión: es un UUID y no se repite', () => {
  const id = idDeHuella('f'.repeat(64));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idDeHuella('0'.repeat(64))).toBe('00000000-0000-8000-8000-000000000000');
});
