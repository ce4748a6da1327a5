import { PASOS, pasoDe } from '../directiva/etapas.ts';
import { dmy } from '../kernel/calendario.ts';
import type { Fecha } from '../kernel/tipos.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';

export interface PasoMostrado {
  nombre: string;
  estado: 'hecho' | 'actual' | 'pendiente';
  nota?: string;
}

interface HechoFechado {
  tipo: string;
  ocurridoEl: Fecha;
}

/** Steps of the simpler kinds, each reached by any of these hechos. */
const LINEAS: Readonly<Record<string, readonly { nombre: string; hechos: readonly string[] }[]>> = {
  servicio: [
    { nombre: 'Identificado', hechos: ['ServicioIdentificado'] },
    { nombre: 'Elegibilidad resuelta', hechos: ['ServicioDeclaradoElegible', 'ServicioDeclaradoNoElegible'] },
  ],
  plan: [
    { nombre: 'Propuesto', hechos: ['PlanPropuesto'] },
    { nombre: 'Servicios priorizados', hechos: ['ServicioIncluido'] },
    { nombre: 'Informes convocados', hechos: ['InformesConvocados'] },
    { nombre: 'Diagnóstico', hechos: ['DiagnosticoPresentado'] },
    { nombre: 'Elevado a la CIG', hechos: ['PlanElevado'] },
    { nombre: 'Aprobado por la CIG', hechos: ['PlanAprobado'] },
  ],
  etti: [
    { nombre: 'Propuesto', hechos: ['EttiPropuesto'] },
    { nombre: 'Reconocido por la CIG', hechos: ['EttiReconocido'] },
    { nombre: 'Instalado', hechos: ['EttiInstalado'] },
    { nombre: 'Protocolo adoptado', hechos: ['ProtocoloAdoptado'] },
  ],
  documento: [
    { nombre: 'Emitido', hechos: ['DocumentoEmitido'] },
    { nombre: 'En firma', hechos: ['DocumentoFirmado', 'FirmaManualRegistrada'] },
  ],
  sesion: [
    { nombre: 'Convocada', hechos: ['SesionConvocada'] },
    { nombre: 'Instalada', hechos: ['SesionInstalada'] },
    { nombre: 'Cerrada', hechos: ['SesionCerrada'] },
  ],
};

/** First hecho that dates each step of a modelo. */
const FECHAS: Readonly<Record<string, readonly string[]>> = {
  diagnostico: ['DiagnosticoAbierto'],
  formulado: ['ModeloFormulado'],
  elevado: ['ModeloElevado'],
  aprobado: ['ModeloAprobado'],
  formalizado: ['ResolucionRegistrada', 'FeDeErratasRegistrada', 'TextoPublicadoAceptado'],
  implementacion: ['ImplementacionIniciada'],
};

/** States in which the step they stand on is still under way. */
const EN_CURSO = new Set(['E6', 'E8o', 'E11', 'E12', 'E13']);

function deModelo(m: Modelo, fecha: (tipos: readonly string[]) => string | undefined): PasoMostrado[] {
  const sinConsenso = m.pistaA === 'X3';
  const clave = sinConsenso ? 'E8' : m.pistaA;
  const aqui = PASOS.findIndex((p) => p.clave === pasoDe(clave)?.clave);
  const hasta = EN_CURSO.has(clave) ? aqui - 1 : aqui;
  return PASOS.map((p, i): PasoMostrado => {
    const estado = i <= hasta ? 'hecho' : i === hasta + 1 ? 'actual' : 'pendiente';
    if (estado === 'actual' && sinConsenso) return { nombre: p.nombre, estado, nota: 'sin consenso' };
    if (estado === 'actual' && m.situacion === 'discrepante') return { nombre: p.nombre, estado, nota: 'discrepante' };
    return { nombre: p.nombre, estado, nota: estado === 'hecho' || EN_CURSO.has(clave) ? (i <= aqui ? fecha(FECHAS[p.clave] ?? []) : undefined) : undefined };
  });
}

/**
 * Process line of an expediente, with the date of each step reached.
 * @param hechos from the last to the first, without those annulled
 */
export function procesoDe(tipo: string, estado: unknown, hechos: readonly HechoFechado[]): PasoMostrado[] {
  const fecha = (tipos: readonly string[]) => {
    const h = hechos.find((x) => tipos.includes(x.tipo));
    return h && dmy(h.ocurridoEl);
  };
  if (tipo === 'modelo') return deModelo(estado as Modelo, fecha);
  const linea = LINEAS[tipo];
  if (!linea) return [];
  const alcanzados = linea.map((p) => fecha(p.hechos));
  // An observed plan goes back to the sector: it is no longer elevated.
  if (tipo === 'plan' && (estado as { situacion: string }).situacion === 'observado') alcanzados[4] = undefined;
  const actual = alcanzados.indexOf(undefined);
  return linea.map((p, i) => ({ nombre: p.nombre, estado: alcanzados[i] ? 'hecho' : i === actual ? 'actual' : 'pendiente', nota: alcanzados[i] }));
}
