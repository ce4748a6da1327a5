import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { type AcuerdoFila, listarAcuerdos } from '../../lecturas/acuerdos.ts';
import { patrones } from '../../lecturas/lista.ts';
import { SITUACIONES } from '../../modules/acuerdo/acuerdo.etiquetas.ts';
import { nombreDeSituacion, type Tono, tonoDeSituacion } from '../etiquetas.ts';
import { paginaDe } from '../gestion.servidor.ts';
import type { DepsDeOficina } from '../sesion.servidor.ts';

export const POR_PAGINA = 25;
/** Rows of the file: beyond them, filter. */
const EN_ARCHIVO = 20_000;

const ESTADOS: readonly (readonly [string, string])[] = [['', 'Todos'], ['abierto', 'Por cumplir'], ['vencido', 'Vencidos'], ...Object.entries(SITUACIONES)];

/** Words and colour of an agreement on a day: being overdue comes before its situation. */
export function estadoDe(a: Pick<AcuerdoFila, 'situacion' | 'vencido' | 'vence'>): { texto: string; tono: Tono } {
  return a.vencido
    ? { texto: `Vencido el ${dmy(a.vence)}`, tono: 'rojo' }
    : { texto: nombreDeSituacion('acuerdo', a.situacion), tono: tonoDeSituacion(a.situacion) };
}

/** What the list and its file read, by the filters of the address. */
export async function leerAcuerdos(deps: DepsDeOficina, p: URLSearchParams, { archivo = false } = {}) {
  const hoy = fechaDeLima(deps.ahora());
  const uno = (n: string, forma: RegExp) => (forma.test(p.get(n) ?? '') ? (p.get(n) ?? '') : '');
  const q = (p.get('q') ?? '').trim().slice(0, 100);
  const cig = uno('cig', /^[0-9a-f-]{36}$/);
  const estado = ESTADOS.find(([k]) => k === p.get('estado'))?.[0] ?? '';
  const responsable = uno('responsable', /^[a-z0-9-]{1,40}$/);
  const { entidad, cargo } = deps.quien.actor;
  const propia = responsable === 'mi-oficina';
  const pagina = paginaDe(p);
  const r = await listarAcuerdos(
    deps.db,
    {
      q: patrones(q),
      cig: cig || undefined,
      responsable: propia ? entidad : responsable || undefined,
      cargo: propia ? cargo : undefined,
      estado: estado || undefined,
    },
    hoy,
    archivo ? { maximo: EN_ARCHIVO, salto: 0 } : { maximo: POR_PAGINA, salto: (pagina - 1) * POR_PAGINA },
  );
  return { ...r, q, cig, estado, responsable, pagina, hoy, estados: ESTADOS.map(([valor, texto]) => ({ valor, texto })) };
}

export const filasDeCsv = (filas: readonly AcuerdoFila[]): string[][] => [
  [
    'Número',
    'Acuerdo',
    'Comisión',
    'Sesión',
    'Asunto',
    'Entidad responsable',
    'Oficina responsable',
    'Se considera cumplido cuando',
    'Vence',
    'Estado',
    'Vencido',
    'Avance (%)',
    'Reprogramaciones',
  ],
  ...filas.map((f) => [
    f.codigo,
    f.titulo,
    f.nombreCig,
    f.nombreSesion ?? '',
    f.asunto === null ? '' : String(f.asunto),
    f.entidadNombre,
    nombreDeCargo(f.cargo),
    f.cumplimiento,
    dmy(f.vence),
    nombreDeSituacion('acuerdo', f.situacion),
    f.vencido ? 'Sí' : 'No',
    f.avance === null ? '' : String(f.avance),
    String(f.reprogramaciones),
  ]),
];
