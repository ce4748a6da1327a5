import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import type { Miembro } from '../../directiva/asientos.ts';
import { etti, proponerEtti } from './etti.actos.ts';
import { diferirSeleccion, reconocerEtti, seleccionarGerentes } from './etti.acuerdos.ts';
import { declararVacancia, designarMiembro, instalarEtti, variarComposicion } from './etti.composicion.ts';
import { adoptarProtocolo, comentarComoInvitado, convocarInvitado } from './etti.dinamica.ts';
import { seleccionarGerentesPorPresidencia } from './etti.seleccion.ts';
import type { Etti, EttiHecho } from './etti.ts';

const SECTOR = oficina('organo_descentralizacion', 'minsa');
const PRESIDENTE = oficina('funcionario_sector', 'minsa');
const CRED = idDe('servicio-cred');
const CIG = leido('cig', { nombre: 'CIG Salud', sector: 'minsa' });

const propuesto: EttiHecho = {
  tipo: 'EttiPropuesto',
  v: 1,
  datos: {
    nombre: 'ETTI Huancavelica – MINSA',
    cig: CIG.id,
    sector: 'minsa',
    territorio: '09',
    nombreTerritorio: 'Huancavelica',
    gobierno: 'gr-09',
    provincias: 3,
    servicios: [CRED],
  },
};
const reconocido = (fechaSeleccion?: string): EttiHecho => ({
  tipo: 'EttiReconocido',
  v: 1,
  datos: { sesion: idDe('sesion'), nombreSesion: 'Sesión Ordinaria I', fechaSeleccion },
});
const designado = (asiento: Miembro['asiento'], entidad: string, cargo: string): EttiHecho => ({
  tipo: 'MiembroDesignado',
  v: 1,
  datos: { asiento, entidad, cargo, calidad: 'titular' },
});
const I = designado('i', 'minsa', 'funcionario_sector');
const II = designado('ii', 'minsa', 'ogpp');
const III = designado('iii', 'minsa', 'organo_descentralizacion');
const IV = designado('iv', 'gr-09', 'gerente_regional');
const V: EttiHecho = { tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'cig', gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0902' }] } };
const instalado: EttiHecho = { tipo: 'EttiInstalado', v: 1, datos: {} };
const PLENO = [propuesto, reconocido(), I, II, III, IV, V, instalado];
const DOS = { gerentes: [{ entidad: 'mp-0902' }, { entidad: 'mp-0903' }] };
const municipios = (e: Etti): string[] => e.miembros.filter((m) => m.asiento === 'v').map((m) => m.entidad);

describe('Proponer un ETTI', () => {
  const datos = { cig: CIG.id, sector: 'minsa', territorio: '09', servicios: [CRED] };
  const entorno = { leidos: { cig: CIG } };

  it('8.9: el sector lo propone para un territorio departamental', () => {
    const d = dado(etti, [], entorno)
      .cuando(proponerEtti, datos, SECTOR)
      .entonces([{ tipo: 'EttiPropuesto', datos: { provincias: 3, gobierno: 'gr-09' } }]);
    expect(d.ficha.unica).toBe(`${CIG.id}:09`);
    expect(d.ficha.titulo).toBe('ETTI Huancavelica – MINSA');
  });

  it.each(['0901', '15', 'pe'])('8.9: no se propone para el territorio %s, que no es departamental', (territorio) => {
    dado(etti, [], entorno)
      .cuando(proponerEtti, { ...datos, territorio }, SECTOR)
      .rechaza('8.9', /departamental/);
  });

  it('A6: Lima Metropolitana y Lima Provincias son territorios departamentales en el catálogo real', () => {
    const catalogo = catalogoReal();
    for (const territorio of ['15M', '15P', '07'])
      dado(etti, [], { ...entorno, catalogo })
        .cuando(proponerEtti, { ...datos, territorio }, SECTOR)
        .entonces(['EttiPropuesto']);
  });

  it('8.9: solo lo propone el sector que lo conduce', () => {
    dado(etti, [], entorno).cuando(proponerEtti, datos, oficina('gerente_regional', 'gr-09')).noPuede();
    dado(etti, [], entorno).cuando(proponerEtti, datos, oficina('organo_descentralizacion', 'minedu')).noPuede();
    dado(etti, [], entorno)
      .cuando(proponerEtti, { ...datos, sector: 'minedu' }, oficina('organo_descentralizacion', 'minedu'))
      .rechaza('8.9', /sector de la CIG/);
  });

  it('8.9 (R4): un segundo ETTI para otro servicio se advierte; para el mismo servicio se rechaza', () => {
    const principal = leido('etti', dado(etti, [propuesto]).estado, idDe('etti'));
    const con = { leidos: { cig: CIG, principal } };
    const otro = { ...datos, servicios: [idDe('servicio-vacunas')], principal: principal.id };
    const d = dado(etti, [], con)
      .cuando(proponerEtti, otro, SECTOR)
      .advierte('8.9', /segundo ETTI/);
    expect(d.ficha.unica).toBe(`${CIG.id}:09:${idDe('servicio-vacunas')}`);
    dado(etti, [], con)
      .cuando(proponerEtti, { ...otro, servicios: [CRED] }, SECTOR)
      .rechaza('8.9', /ya trabaja ese servicio/);
    dado(etti, [], con)
      .cuando(proponerEtti, { ...otro, territorio: '21' }, SECTOR)
      .rechaza('8.9', /misma CIG y del mismo departamento/);
  });
});

describe('Designar a los miembros', () => {
  const base = dado(etti, [propuesto]);
  const asiento = (a: string, entidad: string, cargo: string, resto = {}) => ({ asiento: a, entidad, cargo, ...resto });

  it('8.10.i: preside un funcionario del sector, también de una entidad adscrita (R3)', () => {
    base
      .cuando(designarMiembro, asiento('i', 'sis', 'funcionario_sector'), SECTOR)
      .entonces(['MiembroDesignado'])
      .sinAdvertencias();
    base.cuando(designarMiembro, asiento('i', 'minedu', 'funcionario_sector'), SECTOR).rechaza('8.10.i');
  });

  it('8.10.ii: el asiento ii es de la oficina de planeamiento y presupuesto del Ministerio', () => {
    base.cuando(designarMiembro, asiento('ii', 'minsa', 'ogpp'), SECTOR).entonces(['MiembroDesignado']);
    base.cuando(designarMiembro, asiento('ii', 'sis', 'funcionario_sector'), SECTOR).rechaza('8.10.ii');
  });

  it('8.10.iii: el titular o quien ejerce la encargatura; nunca un representante', () => {
    base.cuando(designarMiembro, asiento('iii', 'minsa', 'organo_descentralizacion', { calidad: 'encargatura' }), SECTOR).entonces(['MiembroDesignado']);
    base.cuando(designarMiembro, asiento('iii', 'minsa', 'organo_descentralizacion', { calidad: 'representante' }), SECTOR).rechaza('8.10.iii');
    base.cuando(designarMiembro, asiento('iii', 'minsa', 'organo_descentralizacion', { calidad: 'suplencia' }), SECTOR).advierte('8.10.iii');
    base.cuando(designarMiembro, asiento('iii', 'minsa', 'ogpp'), SECTOR).rechaza('8.10.iii');
  });

  it('8.10.iv: el gobierno regional del territorio designa a su Gerente Regional, o lo registra el sector', () => {
    const iv = asiento('iv', 'gr-09', 'gerente_regional');
    base.cuando(designarMiembro, iv, oficina('gobernador', 'gr-09')).entonces(['MiembroDesignado']);
    base.cuando(designarMiembro, iv, SECTOR).entonces(['MiembroDesignado']);
    base.cuando(designarMiembro, asiento('iv', 'gr-21', 'gerente_regional'), SECTOR).rechaza('8.10.iv');
    base.cuando(designarMiembro, iv, oficina('gobernador', 'gr-21')).noPuede();
    base.cuando(designarMiembro, asiento('i', 'minsa', 'funcionario_sector'), oficina('gobernador', 'gr-09')).noPuede();
  });

  it('8.10: una nueva designación reemplaza a la anterior y el asiento nunca se duplica', () => {
    const d = dado(etti, [propuesto, I]).cuando(designarMiembro, asiento('i', 'sis', 'funcionario_sector'), SECTOR);
    expect(d.estado.miembros.filter((m) => m.asiento === 'i').map((m) => m.entidad)).toEqual(['sis']);
  });
});

describe('Instalar el ETTI', () => {
  it('8.9: se rechaza sin reconocimiento de la CIG', () => {
    dado(etti, [propuesto, I, II, III]).cuando(instalarEtti, {}, SECTOR).rechaza('8.9');
  });

  it.each([
    ['i', [II, III]],
    ['ii', [I, III]],
    ['iii', [I, II]],
  ])('8.10 (R5): se rechaza si falta el asiento %s', (asiento, hechos) => {
    dado(etti, [propuesto, reconocido(), ...hechos])
      .cuando(instalarEtti, {}, SECTOR)
      .rechaza('8.10', new RegExp(`8\\.10\\.${asiento}\\b`));
  });

  it('8.10 ¶2: sin asientos iv y v se instala con advertencia, nunca se rechaza', () => {
    dado(etti, [propuesto, reconocido(), I, II, III])
      .cuando(instalarEtti, {}, PRESIDENTE)
      .advierte('8.10.iv')
      .advierte('8.10.v')
      .advierte('8.10', /ningún miembro de gobiernos regionales ni locales/);
  });

  it('8.10: completo, se instala sin advertencias y espera el protocolo', () => {
    const d = dado(etti, [propuesto, reconocido(), I, II, III, IV, V]).cuando(instalarEtti, {}, PRESIDENTE).entonces(['EttiInstalado']).sinAdvertencias();
    expect(d.ficha.pendientes).toMatchObject([{ clave: 'protocolo', para: [{ entidad: 'minsa', cargos: ['funcionario_sector'] }] }]);
    d.luego()
      .cuando(instalarEtti, {}, PRESIDENTE)
      .rechaza('8.10', /ya está instalado/);
  });
});

describe('Variación y vacancias', () => {
  it('8.10 ¶2: la variación con motivo no cuenta como incompleta', () => {
    const d = dado(etti, [propuesto, reconocido(), I, II, III, IV]).cuando(
      variarComposicion,
      { gerentesRegionales: 1, gerentesMunicipales: 0, motivo: 'Servicio de competencia regional' },
      PRESIDENTE,
    );
    d.entonces(['ComposicionVariada']).sinAdvertencias();
    d.luego().cuando(instalarEtti, {}, PRESIDENTE).entonces(['EttiInstalado']).sinAdvertencias();
  });

  it('8.10 ¶2: sin motivo se advierte; sin ningún miembro subnacional la advertencia es mayor (A4)', () => {
    const base = dado(etti, PLENO);
    base.cuando(variarComposicion, { gerentesRegionales: 1, gerentesMunicipales: 3 }, PRESIDENTE).advierte('8.10', /enfoque territorial/);
    base.cuando(variarComposicion, { gerentesRegionales: 0, gerentesMunicipales: 0, motivo: 'Piloto' }, PRESIDENTE).advierte('8.10', /6\.6, 8\.17/);
  });

  it('A5: en el Callao, con una provincia, basta un Gerente Municipal', () => {
    const callao: EttiHecho = { ...propuesto, datos: { ...propuesto.datos, territorio: '07', nombreTerritorio: 'Callao', gobierno: 'gr-07', provincias: 1 } };
    const uno: EttiHecho = { tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'cig', gerentes: [{ entidad: 'mp-0701' }] } };
    dado(etti, [callao, reconocido(), I, II, III, designado('iv', 'gr-07', 'gerente_regional'), uno])
      .cuando(instalarEtti, {}, PRESIDENTE)
      .entonces(['EttiInstalado'])
      .sinAdvertencias();
  });

  it('8.10 (R5): una vacancia posterior advierte y queda pendiente; el ETTI sigue instalado', () => {
    const d = dado(etti, PLENO).cuando(declararVacancia, { asiento: 'ii', entidad: 'minsa', motivo: 'Fin de la designación' }, SECTOR).advierte('8.10.ii');
    expect(d.estado.situacion).toBe('instalado');
    expect(d.ficha.pendientes.map((p) => p.clave)).toContain('asiento-ii');
    const cubierto = d.luego().cuando(designarMiembro, { asiento: 'ii', entidad: 'minsa', cargo: 'ogpp' }, SECTOR);
    expect(cubierto.ficha.pendientes.map((p) => p.clave)).not.toContain('asiento-ii');
    expect(cubierto.estado.vacancias).toEqual([]);
  });

  it('8.10: no se declara vacante un asiento que esa entidad no ocupa, ni lo hace una entidad ajena', () => {
    dado(etti, PLENO).cuando(declararVacancia, { asiento: 'iv', entidad: 'gr-21', motivo: 'x' }, SECTOR).rechaza('8.10');
    dado(etti, PLENO)
      .cuando(declararVacancia, { asiento: 'i', entidad: 'minsa', motivo: 'x' }, oficina('gerente_regional', 'gr-09'))
      .rechaza('8.10', /Solo la entidad/);
    dado(etti, PLENO).cuando(declararVacancia, { asiento: 'i', entidad: 'minsa', motivo: 'x' }, oficina('gerente_regional', 'gr-21')).noPuede();
  });
});

describe('Selección de los Gerentes Municipales (8.10.v, R6)', () => {
  const porPresidencia = (hechos: EttiHecho[], hoy = '2026-03-02') =>
    dado(etti, [propuesto, I, ...hechos], { hoy }).cuando(seleccionarGerentesPorPresidencia, DOS, PRESIDENTE);

  it('8.10.v (sonda 3): se rechaza a la presidencia mientras la CIG tiene una fecha pendiente', () => {
    porPresidencia([reconocido('2026-03-31')]).rechaza('8.10.v', /31\/03\/2026/);
    porPresidencia([reconocido('2026-03-31')], '2026-03-31').rechaza('8.10.v');
  });

  it('8.10.v (sonda 3): vencida la fecha de la CIG, se admite y queda el caso', () => {
    porPresidencia([reconocido('2026-03-31')], '2026-04-01')
      .entonces([{ tipo: 'GerentesSeleccionados', datos: { por: 'presidencia', defecto: 'fecha_vencida' } }])
      .advierte('8.10.v');
  });

  it('8.10.v (R6): reconocido sin seleccionar ni fijar fecha, la presidencia selecciona', () => {
    porPresidencia([reconocido()]).entonces([{ datos: { defecto: 'reconocido_sin_seleccion' } }]);
  });

  it('8.10.v (R6): diferida expresamente por la CIG, la presidencia selecciona aunque hubiera fecha', () => {
    const d = dado(etti, [propuesto, I, reconocido('2026-12-31')])
      .cuandoLaCig(diferirSeleccion, { motivo: 'Falta información' }, SECTOR)
      .entonces(['SeleccionDiferida']);
    d.luego()
      .cuando(seleccionarGerentesPorPresidencia, DOS, PRESIDENTE)
      .entonces([{ datos: { defecto: 'diferida' } }]);
  });

  it('8.10.v (R6): cerrada una sesión sin seleccionar, la presidencia selecciona', () => {
    const d = dado(etti, [propuesto, I, reconocido('2026-12-31')])
      .cuandoCierraSin(seleccionarGerentes, SECTOR)
      .entonces(['SesionSinSeleccion']);
    d.luego()
      .cuando(seleccionarGerentesPorPresidencia, DOS, PRESIDENTE)
      .entonces([{ datos: { defecto: 'sesion_sin_seleccion' } }]);
  });

  it('8.10.v: sin reconocimiento la selección sigue siendo de la CIG, y nunca la hace otra oficina', () => {
    porPresidencia([]).rechaza('8.10.v', /aún no reconoce/);
    dado(etti, [propuesto, I, reconocido()]).cuando(seleccionarGerentesPorPresidencia, DOS, SECTOR).noPuede('8.10.i');
  });

  it('8.10.v (R6): una selección posterior de la CIG reemplaza la de la presidencia', () => {
    const d = porPresidencia([reconocido()])
      .luego()
      .cuandoLaCig(seleccionarGerentes, { gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0902' }] }, SECTOR);
    expect(municipios(d.estado)).toEqual(['mp-0901', 'mp-0902']);
    expect(municipios(d.luego().cuandoLaCig(seleccionarGerentes, DOS, SECTOR).estado)).toEqual(['mp-0902', 'mp-0903']);
    d.luego()
      .cuando(seleccionarGerentesPorPresidencia, DOS, PRESIDENTE)
      .rechaza('8.10.v', /ya seleccionó/);
  });

  it('8.10.v: solo Gerentes Municipales de municipalidades provinciales de ese departamento', () => {
    const base = dado(etti, [propuesto, I, reconocido()]);
    for (const ajeno of ['mp-2101', 'md-090102', 'gr-09'])
      base
        .cuando(seleccionarGerentesPorPresidencia, { gerentes: [{ entidad: ajeno }] }, PRESIDENTE)
        .rechaza('8.10.v', /Municipalidad Provincial de Huancavelica/);
    base.cuando(seleccionarGerentesPorPresidencia, { gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0901' }] }, PRESIDENTE).rechaza('8.10.v', /dos veces/);
  });

  it('8.10 ¶2: un número distinto sin motivo se advierte; con motivo no', () => {
    const base = dado(etti, [propuesto, I, reconocido()]);
    base.cuandoLaCig(seleccionarGerentes, { gerentes: [{ entidad: 'mp-0901' }] }, SECTOR).advierte('8.10');
    const d = base.cuandoLaCig(seleccionarGerentes, { gerentes: [{ entidad: 'mp-0901' }], motivo: 'Prueba en una sola provincia' }, SECTOR).sinAdvertencias();
    expect(d.ficha.pendientes.map((p) => p.clave)).not.toContain('asiento-v');
  });

  it('8.9: la CIG reconoce y puede seleccionar en el mismo acuerdo; reconocer dos veces se rechaza', () => {
    const d = dado(etti, [propuesto]).cuandoLaCig(reconocerEtti, DOS, SECTOR).entonces(['EttiReconocido', 'GerentesSeleccionados']);
    expect(d.estado).toMatchObject({ situacion: 'reconocido' });
    d.luego().cuandoLaCig(reconocerEtti, {}, SECTOR).rechaza('8.9');
    dado(etti, [propuesto]).cuandoLaCig(reconocerEtti, {}, SECTOR).entonces(['EttiReconocido']).advierte('8.10.v');
    dado(etti, [propuesto]).cuandoLaCig(reconocerEtti, { fechaSeleccion: '2026-06-30' }, SECTOR).sinAdvertencias();
  });

  it('8.10.v: vacante un gerente que eligió la CIG, la presidencia completa sin quitar al otro', () => {
    const d = dado(etti, PLENO)
      .cuando(declararVacancia, { asiento: 'v', entidad: 'mp-0901', motivo: 'Fin de la designación' }, PRESIDENTE)
      .luego()
      .cuando(seleccionarGerentesPorPresidencia, { gerentes: [{ entidad: 'mp-0903' }] }, PRESIDENTE);
    expect(municipios(d.estado)).toEqual(['mp-0902', 'mp-0903']);
  });
});

describe('Invitados y protocolo', () => {
  const invitado: EttiHecho = { tipo: 'InvitadoConvocado', v: 1, datos: { entidad: 'remurpe', especialidad: 'Gestión municipal', asunto: 'Diagnóstico' } };
  const REMURPE = oficina('representante_asociacion', 'remurpe');
  const conforme = (e: Etti) => e.miembros.map((m) => ({ asiento: m.asiento, entidad: m.entidad }));
  const protocolo = { convocatoria: 'Cinco días antes', intercambio: 'Repositorio común', estrategiaTerritorial: 'Por provincia' };

  it('8.10 ¶3: la presidencia convoca especialistas con derecho a voz, que no ocupan asiento', () => {
    const d = dado(etti, PLENO).cuando(convocarInvitado, invitado.datos, PRESIDENTE).entonces(['InvitadoConvocado']);
    expect(d.estado.miembros).toHaveLength(6);
    dado(etti, PLENO).cuando(convocarInvitado, invitado.datos, oficina('gerente_regional', 'gr-09')).noPuede('8.10.i');
  });

  it('8.10 ¶3 (sonda 4): el desacuerdo de un invitado es solo un comentario', () => {
    const d = dado(etti, [...PLENO, invitado])
      .cuando(comentarComoInvitado, { sentido: 'desacuerdo', texto: 'No comparto el estándar' }, REMURPE)
      .entonces(['ComentarioRegistrado']);
    expect(d.estado.comentarios).toMatchObject([{ entidad: 'remurpe', sentido: 'desacuerdo' }]);
    d.luego()
      .cuando(adoptarProtocolo, { ...protocolo, conformidades: conforme(d.estado) }, PRESIDENTE)
      .entonces(['ProtocoloAdoptado'])
      .sinAdvertencias();
    dado(etti, PLENO).cuando(comentarComoInvitado, { texto: 'x' }, REMURPE).noPuede('8.10');
  });

  it('8.10 ¶3: un invitado no se cuenta como miembro en el protocolo', () => {
    dado(etti, [...PLENO, invitado])
      .cuando(adoptarProtocolo, { ...protocolo, conformidades: [{ asiento: 'v', entidad: 'remurpe' }] }, PRESIDENTE)
      .rechaza('8.10', /invitados/);
  });

  it('8.12: silencio y desacuerdo de miembros se advierten; el protocolo lleva versión', () => {
    const base = dado(etti, PLENO);
    const d = base.cuando(
      adoptarProtocolo,
      {
        ...protocolo,
        conformidades: [
          { asiento: 'i', entidad: 'minsa' },
          { asiento: 'iv', entidad: 'gr-09', posicion: 'en_desacuerdo' },
        ],
      },
      PRESIDENTE,
    );
    d.advierte('8.12', /silencio no es conformidad/).advierte('8.12', /en desacuerdo/);
    expect(d.luego().cuando(adoptarProtocolo, protocolo, PRESIDENTE).estado.protocolo?.version).toBe(2);
  });

  it('8.9 y 8.10: sin reconocer o sin instalar no se adopta protocolo', () => {
    dado(etti, [propuesto, I]).cuando(adoptarProtocolo, protocolo, PRESIDENTE).rechaza('8.9');
    dado(etti, [propuesto, I, reconocido()]).cuando(adoptarProtocolo, protocolo, PRESIDENTE).rechaza('8.10');
  });
});
