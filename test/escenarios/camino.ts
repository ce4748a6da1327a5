import { fechaDeLima, masDias } from '../../src/kernel/calendario.ts';
import type { Fecha, Id } from '../../src/kernel/tipos.ts';
import { textoAnexo } from '../../src/modules/modelo/modelo.anexo.ts';
import type { Modelo } from '../../src/modules/modelo/modelo.ts';
import type { Exito, Resultado, Solicitante } from '../../src/platform/contrato.ts';
import { guardarDocumento } from '../../src/platform/documentos.ts';
import { type CasaDePrueba, logrado, nuevo } from '../casa.ts';

const cumple = { cumple: true, sustento: 'Lo sustenta la ley orgánica de cada nivel.' };
export const TRES_CONDICIONES = { competenciasCompartidas: cumple, fasesSucesivas: cumple, responsabilidadCompartida: cumple };

export const INDICADOR = {
  nombre: 'Niñas y niños con controles completos',
  dimension: 'cobertura',
  tipo: 'resultado',
  formula: 'a / b',
  unidad: '%',
  fuente: 'HIS',
  periodicidad: 'Anual',
};

/** Pasos del camino, en el orden en que la Directiva los dispone. */
export const PASOS = [
  'identificar',
  'declararElegible',
  'conformarCig',
  'proponerPlan',
  'elevarPlan',
  'aprobarPlan',
  'proponerEtti',
  'reconocerEtti',
  'instalarEtti',
  'adoptarProtocolo',
  'abrirDiagnostico',
  'disenar',
  'formular',
  'elevar',
  'aprobar',
  'formalizar',
  'adoptarEstrategia',
  'implementar',
] as const;
export type Paso = (typeof PASOS)[number];

export type Postura = readonly [quien: Solicitante, postura: 'acuerdo' | 'acuerdo_con_reserva' | 'se_aparta' | 'objecion', motivo?: string];

export interface Opciones {
  sector?: string;
  departamento?: string;
  /** Provincia que la municipalidad de las pruebas gobierna. */
  provincia?: string;
  /** Territorio del modelo: la provincia, si no se dice otro. */
  territorio?: string;
}

/** Un servicio, de su identificación a su implementación, contado por actos de oficinas sobre una base de datos. */
export class Camino {
  readonly casa: CasaDePrueba;
  readonly hoy: Fecha;
  readonly departamento: string;
  readonly territorio: string;
  readonly ministerio: string;
  /** Órgano de descentralización del ministerio rector: conduce la CIG. */
  readonly sector: Solicitante;
  readonly planeamiento: Solicitante;
  /** Funcionario del sector, que preside el ETTI. */
  readonly presidencia: Solicitante;
  readonly secretaria: Solicitante;
  readonly gobernador: Solicitante;
  readonly gerenteRegional: Solicitante;
  readonly alcalde: Solicitante;
  readonly gerenteMunicipal: Solicitante;
  servicio: Id = nuevo();
  cig: Id = nuevo();
  plan: Id = nuevo();
  etti: Id = nuevo();
  modelo: Id = nuevo();
  private dados = new Set<Paso>();

  constructor(casa: CasaDePrueba, { sector = 'minsa', departamento = '09', provincia = `${departamento}01`, territorio = provincia }: Opciones = {}) {
    this.casa = casa;
    this.hoy = fechaDeLima(casa.ahora());
    this.ministerio = sector;
    this.departamento = departamento;
    this.territorio = territorio;
    this.sector = casa.como('organo_descentralizacion', sector);
    this.planeamiento = casa.como('ogpp', sector);
    this.presidencia = casa.como('funcionario_sector', sector);
    this.secretaria = casa.como('secretaria_general', sector);
    this.gobernador = casa.como('gobernador', `gr-${departamento}`);
    this.gerenteRegional = casa.como('gerente_regional', `gr-${departamento}`);
    this.alcalde = casa.como('alcalde_provincial', `mp-${provincia}`);
    this.gerenteMunicipal = casa.como('gerente_municipal', `mp-${provincia}`);
  }

  /** Da los pasos que falten hasta el que se nombra, inclusive. */
  async hasta(ultimo: Paso): Promise<this> {
    for (const paso of PASOS.slice(0, PASOS.indexOf(ultimo) + 1)) if (!this.dados.has(paso)) await this.dar(paso);
    return this;
  }

  dio(paso: Paso): boolean {
    return this.dados.has(paso);
  }

  async dar(paso: Paso): Promise<Exito> {
    const r = await this[paso]();
    this.dados.add(paso);
    return r;
  }

  /** El estado plegado de un expediente. */
  async estado<S>(id: Id): Promise<S> {
    return (await this.casa.db.selectFrom('expediente').select('estado').where('id', '=', id).executeTakeFirstOrThrow()).estado as S;
  }

  async situacion(id: Id): Promise<string | undefined> {
    return (await this.casa.db.selectFrom('expediente').select('situacion').where('id', '=', id).executeTakeFirst())?.situacion;
  }

  en(dias: number): Fecha {
    return masDias(this.hoy, dias);
  }

  identificar(): Promise<Exito> {
    return this.casa.hacer('IdentificarServicio', this.servicio, this.datosDelServicio(), this.sector);
  }

  datosDelServicio(cambios: object = {}) {
    return {
      nombre: `Control de crecimiento y desarrollo ${this.servicio}`,
      sector: this.ministerio,
      necesidad: 'Vigilar el crecimiento de niñas y niños.',
      continuidad: 'Se presta todo el año.',
      norma: 'NTS 137',
      niveles: ['nacional', 'regional', 'provincial'],
      ...cambios,
    };
  }

  declararElegible(): Promise<Exito> {
    return this.casa.hacer('EvaluarElegibilidad', this.servicio, TRES_CONDICIONES, this.sector);
  }

  conformarCig(): Promise<Exito> {
    const asiento = (q: Solicitante) => ({ entidad: q.actor.entidad, cargo: q.actor.cargo });
    return this.casa.hacer(
      'ConformarCig',
      this.cig,
      {
        sector: this.ministerio,
        nombre: `Comisión ${this.cig}`,
        norma: 'Resolución Ministerial de conformación',
        miembros: [this.sector, this.gobernador, this.alcalde].map(asiento),
        adicional: 'Comisión propia de esta prueba',
      },
      this.sector,
    );
  }

  async proponerPlan({ diagnostico = true } = {}): Promise<Exito> {
    const r = await this.casa.hacer('ProponerPlan', this.plan, { cig: this.cig, nombre: 'Plan de Trabajo Institucional', periodo: '2026' }, this.sector);
    if (diagnostico)
      await this.casa.hacer(
        'PresentarDiagnostico',
        this.plan,
        { texto: 'Controles incompletos.', fuentes: 'HIS', problematica: 'Padrón desactualizado.', politicas: 'Política de salud.' },
        this.sector,
      );
    await this.casa.hacer(
      'IncluirServicio',
      this.plan,
      { servicio: this.servicio, territorio: this.territorio, criterios: 'Mayor brecha del departamento.' },
      this.sector,
    );
    return r;
  }

  elevarPlan(): Promise<Exito> {
    return this.casa.hacer('ElevarPlan', this.plan, {}, this.sector);
  }

  aprobarPlan(): Promise<Exito> {
    return this.acordar('AprobarPlan', this.plan);
  }

  proponerEtti(): Promise<Exito> {
    return this.casa.hacer(
      'ProponerEtti',
      this.etti,
      { cig: this.cig, sector: this.ministerio, territorio: this.departamento, servicios: [this.servicio], plan: this.plan },
      this.sector,
    );
  }

  reconocerEtti(datos: object = { gerentes: [{ entidad: this.alcalde.actor.entidad }] }): Promise<Exito> {
    return this.acordar('ReconocerEtti', this.etti, datos);
  }

  async designar(): Promise<void> {
    const quienes = [this.presidencia, this.planeamiento, this.sector, this.gerenteRegional];
    for (const [i, { actor }] of quienes.entries())
      await this.casa.hacer('DesignarMiembro', this.etti, { asiento: ['i', 'ii', 'iii', 'iv'][i], entidad: actor.entidad, cargo: actor.cargo }, this.sector);
  }

  async instalarEtti(): Promise<Exito> {
    await this.designar();
    return this.casa.hacer('InstalarEtti', this.etti, {}, this.presidencia);
  }

  adoptarProtocolo(): Promise<Exito> {
    return this.casa.hacer('AdoptarProtocolo', this.etti, { convocatoria: 'x', intercambio: 'x', estrategiaTerritorial: 'x' }, this.presidencia);
  }

  abrirDiagnostico(cambios: object = {}): Promise<Exito> {
    return this.casa.hacer('AbrirDiagnostico', this.modelo, this.apertura(cambios), this.presidencia);
  }

  apertura(cambios: object = {}) {
    return { servicio: this.servicio, territorio: this.territorio, plan: this.plan, etti: this.etti, ...cambios };
  }

  async disenar(): Promise<Exito> {
    await this.casa.hacer('ProponerIndicador', this.modelo, INDICADOR, this.presidencia);
    return this.casa.hacer('GuardarNivelDePrestacion', this.modelo, { aspirado: 'Cobertura de 80 %, en todo el territorio' }, this.presidencia);
  }

  formular(): Promise<Exito> {
    return this.casa.hacer('FormularModelo', this.modelo, {}, this.presidencia);
  }

  async elevar(): Promise<Exito> {
    return this.casa.hacer('ElevarModelo', this.modelo, { actaEtti: await this.documento('Acta del ETTI') }, this.presidencia);
  }

  aprobar(datos: object = {}): Promise<Exito> {
    return this.acordar('AprobarModelo', this.modelo, datos);
  }

  /** La resolución expedida por el Despacho Ministerial, con el anexo y los cambios que se pidan. */
  async resolver(cambios: object = {}): Promise<Resultado> {
    const { paquete } = await this.estado<Modelo>(this.modelo);
    const datos = {
      modo: 'emitida',
      numero: '482-2026/MINSA',
      fecha: this.hoy,
      visto: 'El acta de la comisión;',
      considerando: 'Que corresponde formalizar lo aprobado;',
      anexo: paquete ? textoAnexo(paquete.contenido) : 'Sin paquete',
      ...cambios,
    };
    return this.casa.pedir('RegistrarResolucion', this.modelo, datos, this.secretaria, { decididoPor: { entidad: this.ministerio, cargo: 'ministro' } });
  }

  async anexo(): Promise<string> {
    const { paquete } = await this.estado<Modelo>(this.modelo);
    if (!paquete) throw new Error('El modelo aún no tiene paquete.');
    return textoAnexo(paquete.contenido);
  }

  async formalizar(): Promise<Exito> {
    return logrado(await this.resolver());
  }

  async redactarEstrategia(): Promise<void> {
    await this.casa.hacer('GuardarEstrategia', this.modelo, { estrategia: 'Por etapas' }, this.presidencia);
    const fila = { actividad: 'Capacitar equipos', responsable: this.gobernador.actor.entidad, inicio: this.en(10), fin: this.en(90) };
    await this.casa.hacer('GuardarCronograma', this.modelo, { filas: [fila] }, this.presidencia);
  }

  async adoptarEstrategia(): Promise<Exito> {
    await this.redactarEstrategia();
    return this.acordar('AdoptarEstrategia', this.modelo, { entidades: [this.ministerio, this.gobernador.actor.entidad] });
  }

  implementar(): Promise<Exito> {
    const poi = [{ entidad: this.gobernador.actor.entidad, anio: Number(this.hoy.slice(0, 4)) + 1, meta: '85 %', actividad: 'Atender controles' }];
    return this.casa.hacer('IniciarImplementacion', this.modelo, { poi }, this.presidencia);
  }

  async documento(nombre: string): Promise<string> {
    return guardarDocumento(this.casa.db, Buffer.from(`${nombre} ${this.modelo}`), `${nombre}.txt`, 'text/plain', this.presidencia, this.casa.ahora());
  }

  /** Sesión instalada con un asunto. */
  async convocar(tipo: string, objeto: Id): Promise<Id> {
    const sesion = nuevo();
    await this.casa.hacer('ConvocarSesion', sesion, { cig: this.cig, fecha: this.hoy, lugar: 'Lima' }, this.sector);
    await this.casa.hacer('IncluirAsunto', sesion, { tipo, titulo: tipo, objeto }, this.sector);
    await this.casa.hacer('InstalarSesion', sesion, {}, this.sector);
    return sesion;
  }

  /** Una sesión en que los tres niveles, u otros que se digan, fijan posición y la CIG intenta el acuerdo. */
  async llevar(tipo: string, objeto: Id, datos: object = {}, posturas: readonly Postura[] = this.todos()): Promise<{ sesion: Id; resultado: Resultado }> {
    const sesion = await this.convocar(tipo, objeto);
    for (const [quien, postura, motivo] of posturas) await this.casa.hacer('FijarPosicion', sesion, { asunto: 1, postura, motivo }, quien);
    return { sesion, resultado: await this.casa.pedir(tipo, sesion, { asunto: 1, ...datos }, this.sector) };
  }

  async acordar(tipo: string, objeto: Id, datos: object = {}): Promise<Exito> {
    return logrado((await this.llevar(tipo, objeto, datos)).resultado);
  }

  todos(): Postura[] {
    return [this.sector, this.gobernador, this.alcalde].map((q) => [q, 'acuerdo']);
  }
}
