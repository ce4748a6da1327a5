import { ejemploDe, type Nodo } from '../../src/api/ejemplo.ts';
import type { Cargo } from '../../src/directiva/cargos.ts';
import type { Id } from '../../src/kernel/tipos.ts';
import type { Resultado, Solicitante } from '../../src/platform/contrato.ts';
import { ACTO_ANULADO } from '../../src/platform/registro.ts';
import { esquemaDe, MODULOS } from '../../src/registro.ts';
import { type CasaDePrueba, nuevo, Rechazado } from '../casa.ts';
import { Camino, INDICADOR, PASOS, TRES_CONDICIONES } from './camino.ts';
import type { Mundo } from './invariantes.ts';

/** Elecciones que salen de los números de fast-check: la misma semilla elige lo mismo. */
export class Azar {
  private readonly numeros: readonly number[];
  private i = 0;

  constructor(numeros: readonly number[]) {
    this.numeros = numeros;
  }

  entero(n: number): number {
    return (this.numeros[this.i++ % this.numeros.length] ?? 0) % n;
  }

  de<T>(lista: readonly T[]): T {
    return lista[this.entero(lista.length)] as T;
  }

  /** Sí una vez de cada tantas. */
  unaDe(n: number): boolean {
    return this.entero(n) === 0;
  }
}

export const DE_PROCESO = ['servicio', 'cig', 'sesion', 'plan', 'etti', 'modelo'];
const ACTOS = MODULOS.filter((m) => DE_PROCESO.includes(m.tipo)).flatMap((m) => m.actos);
const DE_LA_CIG = new Set(MODULOS.flatMap((m) => (m.acuerdos ?? []).map((a) => a.nombre)));
const SUELTOS = ACTOS.filter((a) => !DE_LA_CIG.has(a.nombre));

/** Una historia en que cualquier oficina intenta cualquier acto de cualquier módulo del proceso. */
export class Historia {
  readonly camino: Camino;
  private readonly casa: CasaDePrueba;
  private readonly servicios: Id[];
  private readonly planes: Id[];
  private readonly ettis: Id[];
  private readonly modelos: Id[];
  private readonly sesiones: Id[] = [];
  private readonly oficinas: Solicitante[];

  constructor(casa: CasaDePrueba) {
    this.casa = casa;
    this.camino = new Camino(casa);
    const c = this.camino;
    this.servicios = [c.servicio, nuevo()];
    this.planes = [c.plan, nuevo()];
    this.ettis = [c.etti, nuevo()];
    this.modelos = [c.modelo, nuevo(), nuevo()];
    const propias = [c.sector, c.presidencia, c.gobernador, c.gerenteRegional, c.alcalde, c.gerenteMunicipal, c.secretaria, c.planeamiento];
    const ajenas = [
      casa.como('gobernador', 'gr-21'),
      casa.como('tecnico_distrital', 'md-090117'),
      casa.como('organo_descentralizacion', 'minedu'),
      casa.como('secretario_sd', 'pcm-sd'),
    ];
    this.oficinas = [...propias, ...propias, ...ajenas];
  }

  /** El siguiente paso del camino recto, que puede fallar por lo que otros hicieron. */
  private async avanzar(r: Azar): Promise<void> {
    const c = this.camino;
    const siguiente = PASOS.find((p) => !c.dio(p)) ?? r.de(PASOS);
    try {
      await c.dar(siguiente);
    } catch (e) {
      if (!(e instanceof Rechazado)) throw e;
    }
  }

  async hasta(paso: (typeof PASOS)[number] | undefined): Promise<void> {
    if (paso) await this.camino.hasta(paso);
  }

  async intentar(r: Azar): Promise<void> {
    const clase = r.entero(10);
    if (clase < 2) return this.avanzar(r);
    if (clase < 4) return this.llevarALaCig(r);
    if (clase === 4) return this.anular(r);
    const acto = r.de(SUELTOS);
    const quien = r.de(this.oficinas);
    const decididoPor = acto.nombre === 'RegistrarResolucion' ? { entidad: 'minsa', cargo: 'ministro' } : undefined;
    await this.pedir(acto.nombre, this.expediente(acto.expediente, r, acto.crea), await this.datos(acto.nombre, r), quien, decididoPor);
  }

  private pedir(acto: string, expediente: Id, datos: unknown, quien: Solicitante, decididoPor?: { entidad: string; cargo: string }): Promise<Resultado> {
    return this.casa.pedir(acto, expediente, datos, quien, { decididoPor });
  }

  /** Sesión con un asunto cualquiera y con las posiciones que a cada quien se le ocurren. */
  private async llevarALaCig(r: Azar): Promise<void> {
    const c = this.camino;
    const tipo = r.de([...DE_LA_CIG]);
    const objeto = r.de(
      [...this.planes, ...this.ettis, ...this.modelos, c.cig].filter((id) => !this.esperado(tipo) || this.tipoDe(id) === this.esperado(tipo)),
    );
    const sesion = nuevo();
    if (!(await this.pedir('ConvocarSesion', sesion, { cig: c.cig, fecha: c.hoy, lugar: 'Lima' }, c.sector)).ok) return;
    this.sesiones.push(sesion);
    await this.pedir('IncluirAsunto', sesion, { tipo, titulo: tipo, objeto }, c.sector);
    await this.pedir('InstalarSesion', sesion, {}, c.sector);
    for (const quien of [c.sector, c.gobernador, c.alcalde])
      if (!r.unaDe(4))
        await this.pedir('FijarPosicion', sesion, { asunto: 1, postura: r.de(['acuerdo', 'acuerdo', 'acuerdo_con_reserva', 'se_aparta', 'objecion']) }, quien);
    await this.pedir(tipo, sesion, { asunto: 1, ...((await this.datos(tipo, r)) as object) }, c.sector);
  }

  /** Anula un acto de un expediente cualquiera, a menudo el último, y casi siempre la oficina que lo hizo. */
  private async anular(r: Azar): Promise<void> {
    const c = this.camino;
    const expediente = r.de([...this.servicios, c.cig, ...this.planes, ...this.ettis, ...this.modelos, ...this.sesiones]);
    const actos = await this.casa.db
      .selectFrom('hecho')
      .innerJoin('acto', 'acto.id', 'hecho.acto_id')
      .select(['acto.id', 'acto.cargo', 'acto.entidad'])
      .where('hecho.expediente_id', '=', expediente)
      .where('hecho.tipo', '<>', ACTO_ANULADO)
      .orderBy('hecho.version', 'desc')
      .execute();
    const elegido = r.unaDe(3) ? r.de(actos) : actos[0];
    if (!elegido) return;
    const quien = r.unaDe(5) ? r.de(this.oficinas) : this.casa.como(elegido.cargo as Cargo, elegido.entidad);
    await this.pedir('AnularActo', expediente, { acto: elegido.id, motivo: 'Se registró por error.' }, quien);
  }

  private tipoDe(id: Id): string {
    if (this.planes.includes(id)) return 'plan';
    if (this.ettis.includes(id)) return 'etti';
    return this.modelos.includes(id) ? 'modelo' : 'cig';
  }

  private readonly esperado = (tipo: string) => MODULOS.find((m) => m.acuerdos?.some((a) => a.nombre === tipo))?.tipo;

  private expediente(tipo: string, r: Azar, crea = false): Id {
    const c = this.camino;
    if (tipo === 'sesion') return crea || this.sesiones.length === 0 ? this.sesionNueva() : r.de(this.sesiones.slice(-3));
    return r.de({ servicio: this.servicios, cig: [c.cig], plan: this.planes, etti: this.ettis, modelo: this.modelos }[tipo] ?? [c.cig]);
  }

  private sesionNueva(): Id {
    const id = nuevo();
    this.sesiones.push(id);
    return id;
  }

  /** Datos verosímiles de un acto; de los que aún no conoce, el ejemplo que la API documenta. */
  private async datos(acto: string, r: Azar): Promise<unknown> {
    const propios = this.verosimiles(r)[acto];
    if (propios) return propios();
    const definicion = ACTOS.find((a) => a.nombre === acto);
    if (!definicion) return {};
    const { asunto: _deLaSesion, ...resto } = ejemploDe(esquemaDe(definicion) as Nodo) as Record<string, unknown>;
    return DE_LA_CIG.has(acto) ? resto : { asunto: 1, ...resto };
  }

  private verosimiles(r: Azar): Readonly<Record<string, () => unknown>> {
    const c = this.camino;
    const territorio = () => r.de(['0901', '0901', '09', '0902', '090101', 'pe']);
    const gobierno = () => r.de(['gr-09', 'mp-0901', 'mp-0902', 'gr-21']);
    const condicion = () => ({ cumple: !r.unaDe(6), sustento: r.unaDe(4) ? '' : 'Sustento' });
    const condiciones = () =>
      r.unaDe(2) ? TRES_CONDICIONES : { competenciasCompartidas: condicion(), fasesSucesivas: condicion(), responsabilidadCompartida: condicion() };
    const servicio = () =>
      c.datosDelServicio({
        nombre: `Servicio ${r.de(this.servicios)}`,
        niveles: r.de([['nacional'], ['nacional', 'regional'], ['nacional', 'regional', 'provincial']]),
      });
    const gerentes = () => [{ entidad: r.de(['mp-0901', 'mp-0902', 'mp-2101']) }];
    const anexo = async () => `${await c.anexo().catch(() => 'Sin paquete')}${r.unaDe(3) ? '.' : ''}`;
    return {
      IdentificarServicio: servicio,
      CorregirServicio: servicio,
      EvaluarElegibilidad: condiciones,
      DeclararNoElegible: () => ({ ...condiciones(), motivo: 'Es exclusivo.' }),
      ConformarCig: () => ({ sector: 'minsa', nombre: c.cig, norma: 'RM', miembros: [], adicional: r.unaDe(2) ? 'Otra' : undefined }),
      AcreditarMiembro: () => ({
        entidad: r.de(['mp-0902', 'mp-0903', 'gr-21']),
        cargo: r.de(['alcalde_provincial', 'gobernador']),
        calidad: r.de(['miembro', 'observador']),
      }),
      RetirarMiembro: () => ({
        miembro: r.de(['mp-0902/alcalde_provincial', 'gr-09/gobernador', 'mp-0901/alcalde_provincial']),
        motivo: 'Cambio de representación',
      }),
      ConvocarSesion: () => ({ cig: c.cig, fecha: c.hoy, lugar: 'Lima', clase: r.de(['ordinaria', 'extraordinaria']) }),
      IncluirAsunto: () => ({ tipo: r.de([...DE_LA_CIG]), titulo: 'Asunto', objeto: r.de([...this.planes, ...this.ettis, ...this.modelos, c.cig]) }),
      RegistrarAsistencia: () => ({}),
      FijarPosicion: () => ({ asunto: r.de([1, 1, 2]), postura: r.de(['acuerdo', 'objecion', 'se_aparta']) }),
      ComentarAsunto: () => ({ asunto: 1, texto: 'Comentario' }),
      ProponerPlan: () => ({ cig: c.cig, nombre: 'Plan', periodo: r.de(['2026', '2027']) }),
      IncluirServicio: () => ({ servicio: r.de(this.servicios), territorio: territorio(), criterios: 'Brecha' }),
      ExcluirServicio: () => ({ linea: 1, motivo: 'No hay acuerdo' }),
      ConvocarInformes: () => ({ vence: c.en(20) }),
      PresentarInforme: () => ({ entidad: gobierno(), resumen: 'x', propuestas: 'x', acuerdoNumero: r.de(['', '12']), acuerdoFecha: c.hoy }),
      ResponderInforme: () => ({ entidad: gobierno(), resultado: 'parcial', motivo: 'x' }),
      ProponerEtti: () => ({
        cig: c.cig,
        sector: 'minsa',
        territorio: r.de(['09', '09', '21', '0901']),
        servicios: [r.de(this.servicios)],
        plan: c.plan,
        principal: r.unaDe(3) ? c.etti : undefined,
      }),
      DesignarMiembro: () =>
        r.de(
          [c.presidencia, c.planeamiento, c.sector, c.gerenteRegional].map(({ actor }, i) => ({
            asiento: ['i', 'ii', 'iii', 'iv'][i],
            entidad: actor.entidad,
            cargo: actor.cargo,
          })),
        ),
      VariarComposicion: () => ({ gerentesRegionales: r.entero(3), gerentesMunicipales: r.entero(3) }),
      DeclararVacancia: () => ({ asiento: r.de(['i', 'ii', 'iii', 'iv', 'v']), entidad: r.de(['minsa', 'gr-09', 'mp-0901']), motivo: 'Cese' }),
      SeleccionarGerentesPorPresidencia: () => ({ gerentes: gerentes() }),
      ConvocarInvitado: () => ({ entidad: 'md-090117', especialidad: 'Nutrición', asunto: 'Visitas' }),
      ComentarComoInvitado: () => ({ sentido: 'desacuerdo', texto: 'No' }),
      AdoptarProtocolo: () => ({
        convocatoria: 'x',
        intercambio: 'x',
        estrategiaTerritorial: 'x',
        conformidades: r.unaDe(3) ? [{ asiento: 'v', entidad: r.de(['md-090117', 'mp-0901']) }] : [],
      }),
      AbrirDiagnostico: () => ({
        servicio: r.de(this.servicios),
        territorio: territorio(),
        plan: r.de(this.planes),
        etti: r.de(this.ettis),
        transferencia: r.de([undefined, 'no_transferida']),
      }),
      GuardarNivelDePrestacion: () => ({ aspirado: 'Cobertura de 80 %' }),
      GuardarEnfoques: () => ({}),
      GuardarEstrategia: () => ({ estrategia: 'Por etapas' }),
      GuardarCronograma: () => ({ filas: r.unaDe(3) ? [] : [{ actividad: 'x', responsable: 'gr-09', inicio: c.hoy, fin: c.en(30) }] }),
      ProponerIndicador: () => INDICADOR,
      AcordarIndicador: () => ({ numero: 1, organo: 'etti', acta: r.unaDe(2) ? 'Acta 1' : undefined }),
      RegistrarLineaBase: () => ({ numero: 1, valor: 1, fecha: c.hoy, fuente: 'HIS' }),
      RetirarIndicador: () => ({ numero: 1, motivo: 'x' }),
      PedirInformacion: () => ({ entidad: gobierno(), informacion: 'x', lineaBase: 'x' }),
      RegistrarRespuesta: () => ({ numero: 1, texto: 'x' }),
      ElevarModelo: async () => (r.unaDe(3) ? {} : { actaEtti: await c.documento('Acta') }),
      EmitirOpinion: () => ({ espacio: 'gr-09-1', sentido: 'desfavorable', texto: 'x' }),
      RegistrarResolucion: async () => ({
        modo: r.de(['borrador', 'emitida', 'emitida']),
        numero: '1',
        fecha: c.hoy,
        visto: 'x',
        considerando: 'x',
        anexo: await anexo(),
      }),
      RegistrarFeDeErratas: async () => ({ numero: '1', fecha: c.hoy, anexo: await anexo() }),
      IniciarImplementacion: () => ({}),
      AprobarModelo: () => ({ enmiendas: r.unaDe(3) ? [{ seccion: 'nivelPrestacion', debeDecir: 'Con reporte por provincia' }] : [] }),
      ReconocerEtti: () => ({ gerentes: r.unaDe(2) ? gerentes() : [], fechaSeleccion: r.de([undefined, c.en(10), c.en(-1)]) }),
      SeleccionarGerentes: () => ({ gerentes: gerentes() }),
      PedirOpinionPrevia: () => ({ espacio: r.de(['gr-09-1', 'gr-21-1']) }),
      AdoptarEstrategia: () => ({ entidades: ['minsa'] }),
      ReconocerEspacio: () => ({ nombre: 'Mesa', entidad: 'gr-09' }),
      DeclararSinConsenso: () => ({ motivo: 'x', destino: r.de(['etti', 'plan']) }),
    };
  }

  /** Todo lo que esta historia tocó, tal como está en la base. */
  async mundo(): Promise<Mundo> {
    const c = this.camino;
    const filas = await this.casa.db
      .selectFrom('expediente')
      .select(['id', 'tipo', 'estado'])
      .where((e) =>
        e.or([
          e('id', 'in', [...this.servicios, c.cig, ...this.planes, ...this.ettis, ...this.modelos]),
          e.and([e('tipo', '=', 'sesion'), e('relaciones', '@>', JSON.stringify({ cig: c.cig }) as never)]),
        ]),
      )
      .execute();
    const de = <S>(tipo: string) => new Map(filas.filter((f) => f.tipo === tipo).map((f) => [f.id, f.estado as S]));
    return { servicios: de('servicio'), cigs: de('cig'), planes: de('plan'), ettis: de('etti'), modelos: de('modelo'), sesiones: de('sesion') };
  }
}
