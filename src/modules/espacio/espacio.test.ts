import { describe, expect, it } from 'vitest';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import { cig } from '../cig/cig.actos.ts';
import type { CigHecho } from '../cig/cig.ts';
import { comunicarOpinion, concluirReunion, convocarReunion, espacio, generarEspacio, registrarAporte } from './espacio.actos.ts';
import type { EspacioHecho } from './espacio.ts';

const GORE = oficina('gerente_regional', 'gr-09');
const ALCALDE = oficina('alcalde_provincial', 'mp-0901');
const SECTOR = oficina('organo_descentralizacion', 'minsa');
const DATOS = { clase: 'territorial', nombre: 'Mesa regional contra la anemia', proposito: 'Discutir los modelos de salud', integrantes: ['mp-0901'] };
const REUNION = { fecha: '2026-03-01', lugar: 'Huancavelica', temas: 'Modelo CRED' };
const APORTE = { reunion: 1, clase: 'comunidad', institucion: 'Comunidad de Yauli', texto: 'Que la visita sea en quechua.' };
const MODELO = idDe('modelo');

const generado = () => dado(espacio, []).cuando(generarEspacio, DATOS, GORE);
const conReunion = () => generado().luego().cuando(convocarReunion, REUNION, GORE);
const concluida = () =>
  conReunion()
    .luego()
    .cuando(registrarAporte, APORTE, ALCALDE)
    .luego()
    .cuando(concluirReunion, { reunion: 1, asistentes: [{ clase: 'comunidad', cuantos: 12 }], conclusiones: 'Se respalda el modelo.' }, GORE);

describe('Espacio de articulación como actor (R23)', () => {
  it('7.3.2.c: lo genera un gobierno regional o local en su territorio; la oficina que no representa a su entidad, no', () => {
    const d = generado().entonces([{ tipo: 'EspacioGenerado', datos: { entidad: 'gr-09', territorio: '09', integrantes: ['mp-0901'] } }]);
    expect(d.ficha).toMatchObject({ situacion: 'conformado', participantes: ['gr-09', 'mp-0901'], pendientes: [] });
    dado(espacio, []).cuando(generarEspacio, DATOS, oficina('alcalde_distrital', 'md-090102')).entonces(['EspacioGenerado']);
    dado(espacio, []).cuando(generarEspacio, DATOS, oficina('tecnico_regional', 'gr-09')).noPuede('7.3.2.c');
    dado(espacio, []).cuando(generarEspacio, DATOS, oficina('ogpp', 'minsa')).noPuede('7.3.2.c');
    dado(espacio, [])
      .cuando(generarEspacio, { ...DATOS, clase: 'otro' }, GORE)
      .rechaza('9.3');
  });

  it('9.3: la CIG no limita otros espacios del sector, que abre el ministerio; los territoriales no son suyos', () => {
    dado(espacio, [])
      .cuando(generarEspacio, { ...DATOS, clase: 'otro' }, SECTOR)
      .entonces([{ tipo: 'EspacioGenerado', datos: { clase: 'otro', entidad: 'minsa' } }]);
    dado(espacio, []).cuando(generarEspacio, DATOS, SECTOR).rechaza('7.3.2.c');
  });

  it('7.3.2.c: la asistencia es libre y cada aporte dice qué institución o sector lo trajo', () => {
    const d = concluida().entonces(['ReunionConcluida']).sinAdvertencias();
    expect(d.estado.reuniones).toMatchObject([
      { n: 1, aportes: [{ clase: 'comunidad', por: { entidad: 'mp-0901' } }], cierre: { conclusiones: 'Se respalda el modelo.' } },
    ]);
    expect(conReunion().ficha.pendientes).toMatchObject([{ acto: 'ConcluirReunion', para: [{ entidad: 'gr-09' }] }]);
    expect(d.ficha.pendientes).toEqual([]);
    conReunion().luego().cuando(registrarAporte, APORTE, oficina('alcalde_provincial', 'mp-2101')).noPuede('7.3.2.c');
    conReunion().luego().cuando(convocarReunion, REUNION, ALCALDE).noPuede('7.3.2.c');
  });

  it('7.3.2.c: sin sociedad civil se advierte; sin reunión, o antes o después de ella, no hay aportes', () => {
    conReunion()
      .luego()
      .cuando(concluirReunion, { reunion: 1, conclusiones: 'x' }, GORE)
      .advierte('7.3.2.c', /sociedad civil/);
    generado()
      .luego()
      .cuando(registrarAporte, APORTE, GORE)
      .rechaza('7.3.2.c', /no tiene una reunión/);
    concluida()
      .luego()
      .cuando(convocarReunion, REUNION, GORE)
      .luego()
      .cuando(registrarAporte, APORTE, GORE)
      .rechaza('7.3.2.c', /ya concluyó/);
    conReunion()
      .luego({ ocurridoEl: '2026-02-20' })
      .cuando(registrarAporte, APORTE, GORE)
      .rechaza('7.3.2.c', /aún no se realiza/);
    generado()
      .luego({ leidos: { sobre: leido('cig', {}) } })
      .cuando(convocarReunion, { ...REUNION, sobre: MODELO }, GORE)
      .rechaza('7.3.2.c', /modelos/);
  });
});

describe('Reconocimiento y opinión previa del espacio', () => {
  const reconocer = cig.acuerdos?.find((a) => a.nombre === 'ReconocerEspacio');
  if (!reconocer) throw new Error('falta el acuerdo');
  const formada: CigHecho = { tipo: 'CigConformada', v: 1, datos: { sector: 'minsa', nombre: 'CIG Salud', norma: 'RM', miembros: [] } };
  const acuerda = (datos: object, estado: object | undefined = generado().estado) =>
    dado(cig, [formada], { id: idDe('cig'), leidos: { espacio: estado && leido('espacio', estado, idDe('espacio')) } }).cuandoLaCig(reconocer, datos, SECTOR);
  const reconocido: EspacioHecho = {
    tipo: 'ReconocimientoObtenido',
    v: 1,
    datos: { cig: idDe('cig'), nombreCig: 'CIG Salud', clave: 'gr-09-1', sesion: idDe('sesion'), nombreSesion: 'Sesión Ordinaria I' },
  };
  const opinion = { sobre: MODELO, sentido: 'favorable', texto: 'Se respalda el modelo.', reunion: 1 };
  const consulta = (opiniones: object[], tipo = 'modelo') => ({ sobre: leido(tipo, { cig: idDe('cig'), nombreServicio: 'CRED', opiniones }, MODELO) });
  const pedida = { espacio: 'gr-09-1', nombre: 'Mesa', entidad: 'gr-09', desde: '2026-03-01' };
  const conReconocimiento = (leidos: object) => {
    const previo = [...concluidaComoHechos(), reconocido];
    return dado(espacio, previo, { leidos: leidos as never });
  };
  const concluidaComoHechos = (): EspacioHecho[] => [
    ...(generado().hechos as EspacioHecho[]),
    { tipo: 'ReunionConvocada', v: 1, datos: { n: 1, hora: '09:00', ...REUNION, sobre: [] } },
    { tipo: 'ReunionConcluida', v: 1, datos: { reunion: 1, asistentes: [], conclusiones: 'x' } },
  ];

  it('8.14: la CIG lo reconoce por acuerdo, que queda en la comisión y en el expediente del espacio', () => {
    const d = acuerda({ espacio: idDe('espacio') }).entonces([
      { tipo: 'EspacioReconocido', datos: { nombre: DATOS.nombre, entidad: 'gr-09', expediente: idDe('espacio') } },
      { tipo: 'ReconocimientoObtenido', en: 'espacio', datos: { clave: 'gr-09-1', cig: idDe('cig') } },
    ]);
    expect(d.estado.espacios).toEqual([{ id: 'gr-09-1', nombre: DATOS.nombre, entidad: 'gr-09', expediente: idDe('espacio') }]);
    acuerda({}).rechaza('8.14', /qué espacio/);
    d.luego()
      .cuandoLaCig(reconocer, { espacio: idDe('espacio') }, SECTOR)
      .rechaza('8.14', /ya reconoció/);
  });

  it('8.14: un espacio sin expediente se sigue reconociendo por su nombre, y los ya reconocidos se leen igual', () => {
    acuerda({ nombre: 'Consejo Regional de Salud', entidad: 'gr-09' }, undefined).entonces(['EspacioReconocido']);
    const viejo: CigHecho = { tipo: 'EspacioReconocido', v: 1, datos: { nombre: 'Mesa', entidad: 'gr-09', sesion: 's' } };
    expect(dado(cig, [formada, viejo]).estado?.espacios).toEqual([{ id: 'gr-09-1', nombre: 'Mesa', entidad: 'gr-09' }]);
  });

  it('8.14: responde a la CIG que le pidió opinión, una vez, y la respuesta llega al expediente consultado', () => {
    conReconocimiento(consulta([pedida]))
      .cuando(comunicarOpinion, opinion, GORE)
      .entonces([
        { tipo: 'OpinionComunicada', datos: { titulo: 'CRED', sobre: MODELO } },
        { tipo: 'OpinionEmitida', en: 'sobre', datos: { espacio: 'gr-09-1', sentido: 'favorable' } },
      ]);
    conReconocimiento(consulta([pedida], 'instrumento'))
      .cuando(comunicarOpinion, opinion, GORE)
      .entonces(['OpinionComunicada', 'OpinionEmitida']);
    conReconocimiento(consulta([{ ...pedida, respuesta: {} }]))
      .cuando(comunicarOpinion, opinion, GORE)
      .rechaza('8.14', /ya emitió/);
    conReconocimiento(consulta([pedida]))
      .cuando(comunicarOpinion, opinion, oficina('gerente_regional', 'gr-21'))
      .noPuede();
    conReconocimiento(consulta([pedida]))
      .cuando(comunicarOpinion, { ...opinion, reunion: 7 }, GORE)
      .rechaza('8.14', /no está concluida/);
  });

  it('8.14: nadie opina por su cuenta: sin reconocimiento o sin pedido de la CIG se rechaza (sonda 11)', () => {
    concluida()
      .luego({ leidos: consulta([pedida]) })
      .cuando(comunicarOpinion, opinion, GORE)
      .rechaza('8.14', /Ninguna CIG/);
    conReconocimiento(consulta([]))
      .cuando(comunicarOpinion, opinion, GORE)
      .rechaza('8.14', /no pidió opinión/);
    conReconocimiento(consulta([{ ...pedida, espacio: 'gr-09-2' }]))
      .cuando(comunicarOpinion, opinion, GORE)
      .rechaza('8.14', /no pidió opinión/);
    conReconocimiento(consulta([pedida], 'plan'))
      .cuando(comunicarOpinion, opinion, GORE)
      .rechaza('8.14', /modelo u otro instrumento/);
  });
});
