import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import type { Cig } from '../cig/cig.ts';
import { evolve as evolveCig, ficha as fichaCig } from '../cig/cig.ts';
import type { Sesion } from '../sesion/sesion.ts';
import { acuerdo, dejarSinEfecto, reasignarResponsable, registrarCompromiso, reprogramarCompromiso, revisarEnSesion } from './acuerdo.actos.ts';
import { darPorCumplido, informarAvance } from './acuerdo.cumplimiento.ts';
import { type AcuerdoHecho, vencido } from './acuerdo.ts';

const catalogo = catalogoReal();
const of = (cargo: Parameters<typeof oficina>[0], entidad: string) => oficina(cargo, entidad, 'titular', catalogo);
const conduce = of('organo_descentralizacion', 'minsa');
const responde = of('gerente_regional', 'gr-09');
const sd = of('secretario_sd', 'pcm-sd');

const CIG = {
  sector: 'minsa',
  nombre: 'CIG de Salud',
  norma: 'x',
  miembros: [{ id: 'gr-09/gobernador', entidad: 'gr-09', cargo: 'gobernador', nivel: 'regional', calidad: 'miembro', sustento: 'x', desde: '2026-01-01' }],
  espacios: [],
  acuerdos: [],
  ordinarias: 1,
  extraordinarias: 0,
  desde: '2026-01-01',
} as Cig;
const SESION = {
  cig: idDe('cig'),
  nombre: 'Sesión Ordinaria I',
  situacion: 'cerrado',
  asuntos: [
    { n: 1, tipo: 'RegistrarAcuerdo', titulo: 'Línea de base', situacion: 'acordado' },
    { n: 2, tipo: 'AprobarPlan', titulo: 'Plan', situacion: 'diferido' },
  ],
} as unknown as Sesion;
const e = { catalogo, leidos: { cig: leido('cig', CIG), sesion: leido('sesion', SESION) } };

const datos = {
  cig: idDe('cig'),
  sesion: idDe('sesion'),
  asunto: 1,
  titulo: 'Levantar la línea de base de Angaraes',
  responsable: 'gr-09',
  cargo: 'gerente_regional',
  cumplimiento: 'La línea de base está publicada',
  vence: '2026-04-30',
  sobre: '',
};
const registrado: AcuerdoHecho = {
  tipo: 'CompromisoRegistrado',
  v: 1,
  datos: {
    cig: idDe('cig'),
    nombreCig: 'CIG de Salud',
    sector: 'minsa',
    titulo: datos.titulo,
    cumplimiento: datos.cumplimiento,
    responsable: { entidad: 'gr-09', cargo: 'gerente_regional' },
    vence: '2026-04-30',
    sesion: idDe('sesion'),
    nombreSesion: 'Sesión Ordinaria I',
    asunto: 1,
    participantes: ['minsa', 'gr-09'],
  },
};
const abierto = () => dado(acuerdo, [registrado], e);

describe('Acuerdo de la CIG', () => {
  it('6.6 lo registra quien conduce el sector, y queda enlazado en la comisión; nadie más', () => {
    const d = dado(acuerdo, [], e)
      .cuando(registrarCompromiso, datos, conduce)
      .entonces(['CompromisoRegistrado', { tipo: 'SeguimientoAbierto', en: 'cig', datos: { asunto: 1 } }])
      .sinAdvertencias();
    expect(d.ficha.relaciones).toEqual({ cig: idDe('cig'), sesion: idDe('sesion') });
    for (const quien of [responde, sd, of('organo_descentralizacion', 'minam')]) dado(acuerdo, [], e).cuando(registrarCompromiso, datos, quien).noPuede('6.4');
  });

  it('6.6 la comisión tiene por abrir el seguimiento de lo que adoptó con responsable, hasta que se abre', () => {
    const adoptado = {
      tipo: 'SesionCelebrada',
      v: 1,
      datos: {
        acuerdos: [
          {
            sesion: idDe('sesion'),
            nombreSesion: 'I',
            asunto: 1,
            tipo: 'RegistrarAcuerdo',
            titulo: 'Línea de base',
            resultado: 'consenso',
            responsable: 'gr-09',
          },
        ],
        porTratar: [],
      },
    } as const;
    const marca = { ocurridoEl: '2026-03-01', registradoEn: '', acto: '', designacion: '', entidad: 'minsa', cargo: 'x' };
    const con = evolveCig(CIG, adoptado as unknown as Parameters<typeof evolveCig>[1], marca);
    expect(fichaCig(con).pendientes.map((p) => p.que)).toContain('Abrir el seguimiento del acuerdo: Línea de base');
    const ya = evolveCig(con, { tipo: 'SeguimientoAbierto', v: 1, datos: { sesion: idDe('sesion'), asunto: 1, acuerdo: idDe('a') } }, marca);
    expect(fichaCig(ya).pendientes.map((p) => p.que)).not.toContain('Abrir el seguimiento del acuerdo: Línea de base');
    expect(ya.adoptados?.[0]?.seguimiento).toBe(idDe('a'));
  });

  it('6.6 un asunto sin acuerdo adoptado no deja un compromiso: la CIG actúa por consenso', () => {
    dado(acuerdo, [], e)
      .cuando(registrarCompromiso, { ...datos, asunto: 2 }, conduce)
      .rechaza('6.6', /no tiene un acuerdo adoptado/);
    dado(acuerdo, [], e)
      .cuando(registrarCompromiso, { ...datos, asunto: 9 }, conduce)
      .rechaza('6.6', /no tiene un asunto 9/);
    dado(acuerdo, [], { ...e, leidos: { ...e.leidos, sesion: leido('sesion', { ...SESION, cig: idDe('otra') }) } })
      .cuando(registrarCompromiso, datos, conduce)
      .rechaza('6.6', /no es de la comisión/);
  });

  it('6.6 fuera de una sesión se registra igual, y no toca la comisión', () => {
    dado(acuerdo, [], { catalogo, leidos: { cig: leido('cig', CIG) } })
      .cuando(registrarCompromiso, { ...datos, sesion: '', asunto: undefined }, conduce)
      .entonces(['CompromisoRegistrado']);
  });

  it('7.3.2.a responde una oficina que exista; una entidad sin miembro en la comisión se advierte', () => {
    dado(acuerdo, [], e)
      .cuando(registrarCompromiso, { ...datos, cargo: 'ministro' }, conduce)
      .rechaza('6.6', /no tiene la oficina/);
    dado(acuerdo, [], e)
      .cuando(registrarCompromiso, { ...datos, responsable: 'gr-21' }, conduce)
      .advierte('7.3.2.a', /miembro acreditado/);
  });

  it('7.3.2.a informa el avance la oficina responsable, y solo ella', () => {
    const avance = { texto: 'Se levantó en 40 establecimientos', porcentaje: 40 };
    abierto().cuando(informarAvance, avance, conduce).noPuede('7.3.2.a');
    abierto().cuando(informarAvance, avance, of('gobernador', 'gr-09')).noPuede('7.3.2.a');
    expect(abierto().cuando(informarAvance, avance, responde).entonces(['AvanceInformado']).estado.situacion).toBe('en_curso');
  });

  it('8.18 cumplirlo necesita evidencia: la presenta el responsable y la confirma quien conduce', () => {
    abierto()
      .cuando(darPorCumplido, {}, responde)
      .rechaza('8.18', /acredita/);
    abierto()
      .cuando(darPorCumplido, {}, conduce)
      .rechaza('8.18', /acredita/);
    abierto().cuando(darPorCumplido, { texto: 'Publicada' }, sd).noPuede('7.3.2.a');
    const d = abierto().cuando(darPorCumplido, { texto: 'Publicada' }, responde).entonces(['CumplimientoPresentado']);
    expect(d.estado.situacion).toBe('por_confirmar');
    expect(d.ficha.pendientes).toMatchObject([{ clave: 'confirmar', para: [{ entidad: 'minsa' }] }]);
    const c = d.luego().cuando(darPorCumplido, {}, conduce).entonces(['CumplimientoConfirmado']);
    expect(c.estado).toMatchObject({ situacion: 'cumplido', evidencia: { texto: 'Publicada', por: { entidad: 'gr-09' } } });
    expect(c.ficha.pendientes).toEqual([]);
    c.luego()
      .cuando(informarAvance, { texto: 'x' }, responde)
      .rechaza('6.6', /concluyó/);
  });

  it('6.6 la sesión siguiente lo revisa estando instalada: no la que lo acordó ni la de otra comisión', () => {
    const con = (s: Partial<Sesion>) => ({ ...e, leidos: { sesion: leido('sesion', { ...SESION, nombre: 'Sesión Ordinaria II', ...s }, idDe('sesion-2')) } });
    const revision = { sesion: idDe('sesion-2'), resultado: 'no_cumplido', constancia: 'Se informó el atraso' };
    const d = abierto()
      .cuando(revisarEnSesion, revision, conduce, con({ situacion: 'instalado' }))
      .entonces(['CompromisoRevisado']);
    expect(d.estado).toMatchObject({ situacion: 'no_cumplido', revisiones: [{ sesion: idDe('sesion-2'), nombreSesion: 'Sesión Ordinaria II' }] });
    expect(d.ficha.relaciones['revision-1']).toBe(idDe('sesion-2'));
    abierto()
      .cuando(revisarEnSesion, revision, conduce, con({ situacion: 'convocado' }))
      .rechaza('6.6', /instalada/);
    abierto()
      .cuando(revisarEnSesion, revision, conduce, con({ situacion: 'instalado', cig: idDe('otra') }))
      .rechaza('6.6', /no es de la comisión/);
    abierto()
      .cuando(revisarEnSesion, { ...revision, sesion: idDe('sesion') }, conduce, con({ situacion: 'instalado' }))
      .rechaza('6.6', /que lo acordó/);
    d.luego().cuando(reprogramarCompromiso, { vence: '2026-06-30', motivo: 'Nuevo plazo' }, conduce).entonces(['CompromisoReprogramado']);
  });

  it('6.6 si la sesión no acepta la evidencia, el acuerdo vuelve a su oficina', () => {
    const d = abierto()
      .cuando(darPorCumplido, { texto: 'Publicada' }, responde)
      .luego({
        leidos: { sesion: leido('sesion', { ...SESION, situacion: 'instalado' }, idDe('sesion-2')) },
      });
    const r = d
      .cuando(revisarEnSesion, { sesion: idDe('sesion-2'), resultado: 'sigue', constancia: 'Falta un distrito' }, conduce)
      .entonces(['CompromisoRevisado']);
    expect(r.ficha.pendientes).toMatchObject([{ clave: 'cumplir', para: [{ entidad: 'gr-09', cargos: ['gerente_regional'] }] }]);
  });

  it('6.6 reprogramar guarda la fecha anterior y el motivo; estar vencido se deduce de la fecha', () => {
    abierto()
      .cuando(reprogramarCompromiso, { vence: '2026-04-30', motivo: 'x' }, conduce)
      .rechaza('6.6', /misma fecha/);
    abierto().cuando(reprogramarCompromiso, { vence: '2026-06-30', motivo: 'x' }, responde).noPuede('6.4');
    const d = abierto().cuando(reprogramarCompromiso, { vence: '2026-06-30', motivo: 'Huelga' }, conduce).entonces(['CompromisoReprogramado']);
    expect(d.estado.reprogramaciones).toMatchObject([{ antes: '2026-04-30', nueva: '2026-06-30', motivo: 'Huelga' }]);
    expect(vencido(d.estado, '2026-06-30')).toBe(false);
    expect(vencido(d.estado, '2026-07-01')).toBe(true);
    expect(JSON.stringify(d.estado)).not.toContain('vencido');
  });

  it('7.3.2.a reasignar lo lleva a la bandeja de la otra oficina y guarda la anterior', () => {
    const otra = { responsable: 'mp-0901', cargo: 'gerente_municipal', motivo: 'Lo ejecuta la provincia' };
    const d = abierto().cuando(reasignarResponsable, otra, conduce).entonces(['ResponsableReasignado']);
    expect(d.ficha.pendientes).toMatchObject([{ para: [{ entidad: 'mp-0901', cargos: ['gerente_municipal'] }] }]);
    expect(d.estado.responsablesAnteriores).toMatchObject([{ responsable: { entidad: 'gr-09' } }]);
    d.luego().cuando(informarAvance, { texto: 'x' }, responde).noPuede('7.3.2.a');
    abierto()
      .cuando(reasignarResponsable, { ...otra, responsable: 'gr-09', cargo: 'gerente_regional' }, conduce)
      .rechaza('6.6', /ya es la responsable/);
  });

  it('6.6 dejarlo sin efecto lo cierra con su motivo y advierte que la sesión debe saberlo', () => {
    abierto().cuando(dejarSinEfecto, { motivo: 'x' }, responde).noPuede('6.4');
    const d = abierto()
      .cuando(dejarSinEfecto, { motivo: 'El modelo se desistió' }, conduce)
      .advierte('6.6', /sesión siguiente/);
    expect(d.estado).toMatchObject({ situacion: 'dejado_sin_efecto', cierre: { motivo: 'El modelo se desistió' } });
    expect(vencido(d.estado, '2030-01-01')).toBe(false);
  });
});
