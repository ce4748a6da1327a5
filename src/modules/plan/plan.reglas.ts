import { canon } from '../../kernel/canon.ts';
import type { Advertencia, Catalogo, Entidad, EntidadId, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import type { Servicio } from '../servicio/servicio.ts';
import type { DatosLinea, Linea, Plan } from './plan.ts';

/** 6.5: a modelo lives in a departmental territory or in a province; never a district, never the country. */
export function territorioDeModelo(id: TerritorioId, catalogo: Catalogo): Impedimento[] {
  const t = catalogo.territorio(id);
  if (t && (t.tipo === 'provincia' || t.departamental === t.id)) return [];
  return [
    {
      numeral: '6.5',
      campo: 'territorio',
      motivo: t ? `${t.nombre} no es un territorio departamental ni provincial.` : 'El territorio no está en el catálogo.',
      remedio: id === '15' ? 'Elija Lima Metropolitana o Lima Provincias.' : 'Elija un departamento o una provincia.',
    },
  ];
}

/** 6.5 ¶2: only services declared eligible enter the plan. */
export function servicioElegible(s: Servicio, sector: EntidadId): Impedimento[] {
  if (s.situacion !== 'elegible')
    return [
      {
        numeral: '6.5',
        campo: 'servicio',
        motivo: s.situacion === 'no_elegible' ? 'El servicio fue declarado no elegible.' : 'El servicio aún no fue declarado elegible.',
        remedio: 'Evalúe sus tres condiciones en el expediente del servicio.',
      },
    ];
  if (s.sector !== sector)
    return [
      {
        numeral: '6.4',
        campo: 'servicio',
        motivo: 'La rectoría de ese servicio corresponde a otro sector.',
        remedio: 'Puede reutilizarlo en su cadena de valor (8.11.2); el plan prioriza los servicios propios.',
      },
    ];
  return [];
}

/** 8.4 (R12) and 8.7 b: what is missing warns. */
export function advertenciasDeLinea(l: DatosLinea, existe: (clave: string) => boolean): Advertencia[] {
  const a: Advertencia[] = [];
  const { metas, acuerdoNacional, planEstrategico } = l.alineamiento;
  if (!metas) a.push({ numeral: '8.4', motivo: 'No se indica la contribución a metas nacionales y sectoriales.' });
  if (!acuerdoNacional) a.push({ numeral: '8.4', motivo: 'No se indica la contribución a las políticas del Acuerdo Nacional.' });
  if (!planEstrategico) a.push({ numeral: '8.4', motivo: 'No se indica la contribución al plan estratégico nacional vigente.' });
  if (l.roles.length === 0) a.push({ numeral: '8.7', motivo: 'No se precisan los roles por nivel de gobierno.' });
  for (const r of l.roles) {
    if (!r.competencia) a.push({ numeral: '8.7', motivo: `El rol «${r.rol}» no cita la competencia que lo sustenta.` });
    else if (!existe(r.competencia)) a.push({ numeral: '8.7', motivo: `La competencia «${r.competencia}» no está en el catálogo de normas.` });
  }
  return a;
}

export interface Involucrado {
  entidad: EntidadId;
  nivel: 'provincial' | 'regional';
}

const esInforme = (e: Entidad | undefined): e is Entidad => e?.tipo === 'gobierno_regional' || e?.tipo === 'municipalidad_provincial';

/**
 * Governments with territory in the scope of the plan (A15): of a department, its regional government and its provincial
 * municipalities; of a province, its municipality and the regional government above. In Lima Metropolitana one
 * municipality is both (A6).
 */
export function involucrados(lineas: readonly Pick<Linea, 'territorio'>[], catalogo: Catalogo): Involucrado[] {
  const mapa = new Map<EntidadId, Involucrado>();
  for (const { territorio } of lineas) {
    const t = catalogo.territorio(territorio);
    if (!t?.departamental) continue;
    const regional = catalogo.gobiernoDe(t.departamental);
    if (esInforme(regional)) mapa.set(regional.id, { entidad: regional.id, nivel: regional.tipo === 'gobierno_regional' ? 'regional' : 'provincial' });
    for (const p of t.tipo === 'provincia' ? [t] : catalogo.provinciasDe(t.departamental)) {
      const m = catalogo.gobiernoDe(p.id);
      if (esInforme(m)) mapa.set(m.id, { entidad: m.id, nivel: 'provincial' });
    }
  }
  return [...mapa.values()];
}

/** Text of the plan as elevated: what the CIG approves is this, plus the amendments it makes (R1). */
export function textoDelPlan(p: Plan, enmiendas?: string): string {
  return canon({ nombre: p.nombre, periodo: p.periodo, diagnostico: p.diagnostico, lineas: p.lineas, informes: p.informes, enmiendas });
}
