import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, Nivel, Pendiente, TerritorioId } from '../../kernel/tipos.ts';

export interface Alineamiento {
  metas: string;
  acuerdoNacional: string;
  planEstrategico: string;
}

/** One service in one territory (8.7). */
export interface Linea {
  n: number;
  servicio: Id;
  nombreServicio: string;
  territorio: TerritorioId;
  prioridad: number;
  criterios: string;
  alineamiento: Alineamiento;
  roles: { nivel: Nivel; rol: string; competencia: string }[];
  /** Conditions of 6.5 still without evidence (R15). */
  sinSustento: string[];
}

export interface Informe {
  entidad: EntidadId;
  nivel: 'provincial' | 'regional';
  resumen: string;
  propuestas: string;
  /** Acuerdo de Concejo or de Consejo Regional; without it, it counts as input, not as Informe (A13). */
  acuerdo?: { numero: string; fecha: Fecha; documento?: string };
  tardio: boolean;
  convocado: boolean;
  el: Fecha;
  respuesta?: { resultado: 'incorporado' | 'parcial' | 'no_incorporado'; motivo: string };
}

export interface Aprobacion {
  sesion: Id;
  nombreSesion: string;
  el: Fecha;
  huella: string;
  enmiendas?: string;
  ausentes: { entidad: EntidadId; nivel: 'provincial' | 'regional' }[];
  nivelesAusentes: string[];
}

export interface Plan {
  cig: Id;
  sector: EntidadId;
  nombre: string;
  periodo: string;
  situacion: 'borrador' | 'elevado' | 'observado' | 'aprobado';
  diagnostico?: { texto: string; fuentes: string; practica: string; problematica: string; politicas: string; documento?: string };
  lineas: Linea[];
  convocatoria?: { el: Fecha; vence: Fecha; convocados: { entidad: EntidadId; nivel: 'provincial' | 'regional' }[] };
  informes: Informe[];
  observaciones: { el: Fecha; texto: string }[];
  /** Frozen text of the last elevation. */
  elevacion?: { el: Fecha; huella: string; sinSustento: string[] };
  aprobacion?: Aprobacion;
  desde: Fecha;
}

export type DatosLinea = Omit<Linea, 'n'>;
export type DatosDiagnostico = NonNullable<Plan['diagnostico']>;

export type PlanHecho =
  | Hecho<'PlanPropuesto', Pick<Plan, 'cig' | 'sector' | 'nombre' | 'periodo'>>
  | Hecho<'DiagnosticoPresentado', DatosDiagnostico>
  | Hecho<'ServicioIncluido', DatosLinea>
  | Hecho<'ServicioExcluido', { linea: number; motivo: string }>
  | Hecho<'InformesConvocados', { vence: Fecha; convocados: { entidad: EntidadId; nivel: 'provincial' | 'regional' }[] }>
  | Hecho<'InformePresentado', Omit<Informe, 'el' | 'respuesta'>>
  | Hecho<'InformeRespondido', { entidad: EntidadId } & NonNullable<Informe['respuesta']>>
  | Hecho<'PlanElevado', { huella: string; sinSustento: string[] }>
  | Hecho<'PlanObservado', { sesion: Id; observaciones: string }>
  | Hecho<'PlanAprobado', Omit<Aprobacion, 'el'>>;

export function evolve(s: Plan | undefined, h: PlanHecho, m: Marca): Plan {
  if (h.tipo === 'PlanPropuesto') return { ...h.datos, situacion: 'borrador', lineas: [], informes: [], observaciones: [], desde: m.ocurridoEl };
  const p = s as Plan;
  switch (h.tipo) {
    case 'DiagnosticoPresentado':
      return { ...p, diagnostico: h.datos };
    case 'ServicioIncluido': {
      const misma = p.lineas.find((l) => l.servicio === h.datos.servicio && l.territorio === h.datos.territorio);
      const n = misma?.n ?? Math.max(0, ...p.lineas.map((l) => l.n)) + 1;
      return { ...p, lineas: [...p.lineas.filter((l) => l.n !== n), { ...h.datos, n }].sort((a, b) => a.n - b.n) };
    }
    case 'ServicioExcluido':
      return { ...p, lineas: p.lineas.filter((l) => l.n !== h.datos.linea) };
    case 'InformesConvocados':
      return { ...p, convocatoria: { el: m.ocurridoEl, ...h.datos } };
    case 'InformePresentado':
      return { ...p, informes: [...p.informes.filter((i) => i.entidad !== h.datos.entidad), { ...h.datos, el: m.ocurridoEl }] };
    case 'InformeRespondido':
      return {
        ...p,
        informes: p.informes.map((i) => (i.entidad === h.datos.entidad ? { ...i, respuesta: { resultado: h.datos.resultado, motivo: h.datos.motivo } } : i)),
      };
    case 'PlanElevado':
      return { ...p, situacion: 'elevado', elevacion: { el: m.ocurridoEl, ...h.datos }, desde: m.ocurridoEl };
    case 'PlanObservado':
      return { ...p, situacion: 'observado', observaciones: [...p.observaciones, { el: m.ocurridoEl, texto: h.datos.observaciones }], desde: m.ocurridoEl };
    case 'PlanAprobado':
      return { ...p, situacion: 'aprobado', aprobacion: { el: m.ocurridoEl, ...h.datos }, desde: m.ocurridoEl };
  }
}

/** Governments convened (or, if nobody was, involved) whose Informe with acuerdo is not in: absences are printed, never block (8.8). */
export function ausentes(
  p: Plan,
  involucrados: readonly { entidad: EntidadId; nivel: 'provincial' | 'regional' }[],
): { entidad: EntidadId; nivel: 'provincial' | 'regional' }[] {
  const con = new Set(p.informes.filter((i) => i.acuerdo).map((i) => i.entidad));
  return (p.convocatoria?.convocados ?? involucrados).filter((c) => !con.has(c.entidad));
}

function pendientes(p: Plan): Pendiente[] {
  const sector = [{ entidad: p.sector, cargos: ['organo_descentralizacion'] }];
  const salida: Pendiente[] = [];
  const editable = p.situacion === 'borrador' || p.situacion === 'observado';
  if (editable && !p.diagnostico)
    salida.push({ clave: 'diagnostico', que: 'Presentar el diagnóstico del plan', numeral: '8.7', para: sector, desde: p.desde, acto: 'PresentarDiagnostico' });
  if (editable && p.situacion === 'observado')
    salida.push({
      clave: 'observado',
      que: 'Atender las observaciones de la CIG y elevar de nuevo el plan',
      numeral: '8.6',
      para: sector,
      desde: p.desde,
      acto: 'ElevarPlan',
    });
  if (editable && p.diagnostico && p.situacion === 'borrador')
    salida.push({ clave: 'elevar', que: 'Elevar el Plan de Trabajo Institucional a la CIG', numeral: '8.6', para: sector, desde: p.desde, acto: 'ElevarPlan' });
  if (p.situacion === 'elevado')
    salida.push({ clave: 'decidir', que: 'Someter el plan a la CIG', numeral: '8.6', para: sector, desde: p.desde, acto: 'ConvocarSesion' });
  const recibidos = new Set(p.informes.filter((i) => i.acuerdo).map((i) => i.entidad));
  if (p.convocatoria && p.situacion !== 'aprobado')
    for (const c of p.convocatoria.convocados)
      if (!recibidos.has(c.entidad))
        salida.push({
          clave: `informe-${c.entidad}`,
          que:
            c.nivel === 'provincial'
              ? 'Presentar el Informe Institucional Provincial con su Acuerdo de Concejo'
              : 'Presentar el Informe Institucional Regional con su Acuerdo de Consejo Regional',
          numeral: c.nivel === 'provincial' ? '8.8.1' : '8.8.2',
          para: [
            {
              entidad: c.entidad,
              cargos: c.nivel === 'provincial' ? ['alcalde_provincial', 'gerente_municipal'] : ['gobernador', 'gerente_regional', 'tecnico_regional'],
            },
          ],
          desde: p.convocatoria.el,
          vence: p.convocatoria.vence,
          acto: 'PresentarInforme',
        });
  for (const i of p.informes)
    if (!i.respuesta && i.convocado)
      salida.push({
        clave: `responder-${i.entidad}`,
        que: 'Responder cómo se integró el informe recibido',
        numeral: '8.8',
        para: sector,
        desde: i.el,
        acto: 'ResponderInforme',
      });
  return salida;
}

export function ficha(p: Plan): Ficha {
  return {
    titulo: p.nombre,
    situacion: p.situacion,
    entidad: p.sector,
    relaciones: { cig: p.cig, ...Object.fromEntries([...new Set(p.lineas.map((l) => l.servicio))].map((id) => [`servicio-${id}`, id])) },
    participantes: [...new Set([p.sector, ...(p.convocatoria?.convocados.map((c) => c.entidad) ?? []), ...p.informes.map((i) => i.entidad)])],
    unica: `${p.cig}:${p.periodo}`,
    pendientes: pendientes(p),
  };
}
