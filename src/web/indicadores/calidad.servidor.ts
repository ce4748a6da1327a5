import { finDe } from '../../directiva/periodos.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { TerritorioId } from '../../kernel/tipos.ts';
import { type AvisoLeido, type Cumplimiento, cuentasPor, leerAvisos, leerCumplimiento, leerMasivos } from '../../lecturas/calidad.ts';
import { esperable, REGLAS_DE_CALIDAD } from '../../modules/reporte/reporte.etiquetas.ts';
import { plazoDe, prepara } from '../../modules/reporte/reporte.reglas.ts';
import { type Posiciones, posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { direccionDeExplicar } from '../contenido/calidad.ts';
import type { Deps } from '../contexto.ts';
import { cifra, numero } from '../formato.ts';
import { descendientes, direccionDe, type VistaDeIndicador } from './vista.servidor.ts';

const AVISOS = 60;
const FALTAN = 60;

interface Leida {
  plazo: string | undefined;
  posiciones: Posiciones;
  /** Territories that were expected, inside the one on screen. */
  cumplimiento: Cumplimiento[];
  /** Undefined for the public: warnings are work between offices. */
  avisos: AvisoLeido[] | undefined;
  masivos: Awaited<ReturnType<typeof leerMasivos>>;
}

/** Completeness, timeliness and warnings of the period on screen; undefined while there are no figures. */
async function leer(deps: Pick<Deps, 'db' | 'quien' | 'catalogo'>, v: VistaDeIndicador): Promise<Leida | undefined> {
  const { i, periodo, categoria } = v;
  if (periodo === undefined) return undefined;
  const s = i.estado;
  const posiciones = await posicionesDeCatalogo(deps.db, deps.catalogo());
  const plazo = plazoDe(s.periodos[periodo]);
  const [cumplimiento, avisos, masivos] = await Promise.all([
    leerCumplimiento(deps.db, i.id, s, posiciones, { categoria, periodo, fin: finDe(s.periodicidad, periodo), plazo }),
    deps.quien ? leerAvisos(deps.db, i.id, s, posiciones, periodo) : undefined,
    deps.quien ? leerMasivos(deps.db, i.id, periodo) : [],
  ]);
  const suyos = new Set(dentroDe(deps, v, v.territorio.id).map((t) => posiciones.de(t)));
  return { plazo, posiciones, masivos, cumplimiento: cumplimiento.filter((c) => suyos.has(c.pos)), avisos: avisos?.filter((a) => suyos.has(a.pos)) };
}

/** Territories of capture inside one, itself when it is one. */
function dentroDe(deps: Pick<Deps, 'catalogo'>, v: VistaDeIndicador, id: TerritorioId): TerritorioId[] {
  const { captura } = v.i.estado;
  const dentro = descendientes(deps.catalogo(), id, captura).map((t) => t.id);
  return dentro.length > 0 ? dentro : [id];
}

/** Rows of the table of completeness: departments of the country, provinces of a department, or the territory itself. */
function filasDe(deps: Pick<Deps, 'catalogo'>, v: VistaDeIndicador): TerritorioId[] {
  const catalogo = deps.catalogo();
  const { captura } = v.i.estado;
  const { id } = v.territorio;
  if (captura === 'pais') return ['pe'];
  const tipo = catalogo.territorio(id)?.tipo;
  const partes =
    id === 'pe'
      ? catalogo.departamentales()
      : captura === 'distrito' && tipo !== 'provincia' && tipo !== 'distrito'
        ? descendientes(catalogo, id, 'provincia')
        : [];
  return partes.length > 0 ? partes.map((t) => t.id) : [id];
}

/** What the section «Calidad del dato» shows (8.17, 8.19). */
export async function datosDeCalidad(deps: Pick<Deps, 'db' | 'quien' | 'catalogo'>, v: VistaDeIndicador) {
  const l = await leer(deps, v);
  if (!l) return null;
  const s = v.i.estado;
  const territorios = l.posiciones.en(s.captura);
  const cuentas = cuentasPor([v.territorio.id, ...filasDe(deps, v)], s, l.posiciones, l.cumplimiento, l.avisos);
  const total = cuentas.get(v.territorio.id);
  const actor = deps.quien?.actor;
  const faltan = l.cumplimiento.filter((c) => !c.reporto);
  const donde = (id: TerritorioId) => v.nombreDe(deps.catalogo().territorio(id)?.padre ?? '');
  const lugar = (id: TerritorioId) => ({
    id,
    nombre: v.nombreDe(id),
    dentroDe: s.captura === 'pais' ? '' : donde(id),
    a: direccionDe(v, { territorio: id, nivel: '' }),
  });
  return {
    plazo: l.plazo ? dmy(l.plazo) : null,
    total: total ?? { esperados: 0, reportaron: 0, tarde: 0, avisos: undefined },
    filas: filasDe(deps, v).flatMap((id) => {
      const c = cuentas.get(id);
      return c && c.esperados > 0
        ? [{ ...lugar(id), ...c, faltan: c.esperados - c.reportaron, a: `${direccionDe(v, { territorio: id, nivel: '' })}#calidad` }]
        : [];
    }),
    faltan: v.territorio.id !== 'pe' || faltan.length <= FALTAN ? faltan.slice(0, FALTAN).map((c) => lugar(territorios[c.pos] ?? '')) : [],
    sinListar: faltan.length,
    avisos: l.avisos?.slice(0, AVISOS).map((a) => {
      const id = territorios[a.pos] ?? '';
      const explica = actor !== undefined && a.de?.entidad === actor.entidad && prepara(actor) === null;
      return {
        ...lugar(id),
        a: direccionDe(v, { territorio: id, nivel: '', categoria: a.categoria }),
        clave: `${a.categoria} ${a.pos} ${a.regla}`,
        categoria: a.categoria,
        regla: REGLAS_DE_CALIDAD[a.regla],
        valor: a.valor === undefined ? 'reservado' : cifra(a.valor, s.decimales),
        esperable: esperable(a, s.decimales),
        de: a.de ? { a: `/expediente/${a.de.reporte}`, codigo: a.de.codigo, entidad: a.de.entidadNombre } : null,
        explicacion: a.explicacion ? `${a.explicacion.texto} (${dmy(a.explicacion.fecha)})` : null,
        explicar: explica && a.de ? direccionDeExplicar(a.de.reporte, s, a, id) : null,
      };
    }),
    masivos: l.masivos.map((m) => `${REGLAS_DE_CALIDAD[m.regla]}${m.categoria ? ` (${m.categoria})` : ''}: ${numero(m.territorios)} territorios`),
    totalAvisos: l.avisos?.length ?? 0,
    reglas: Math.max(0, ...(l.avisos ?? []).map((a) => a.reglas)),
  };
}

export type DatosDeCalidad = NonNullable<Awaited<ReturnType<typeof datosDeCalidad>>>;

/** A row per territory that was expected, and then one per warning, for whoever signed in. */
export async function filasDeCalidad(deps: Pick<Deps, 'db' | 'quien' | 'catalogo'>, v: VistaDeIndicador): Promise<(string | number)[][] | undefined> {
  const l = await leer(deps, v);
  if (!l) return undefined;
  const territorios = l.posiciones.en(v.i.estado.captura);
  const nombre = (pos: number): [string, string] => [territorios[pos] ?? '', v.nombreDe(territorios[pos] ?? '')];
  return [
    ['Código', 'Territorio', 'Reportó', 'Enviado', 'Después del plazo', 'Entidad que reporta', 'Reporte'],
    ...l.cumplimiento.map((c) => [
      ...nombre(c.pos),
      c.reporto ? 'sí' : 'no',
      c.de ? dmy(c.de.enviado) : '',
      c.reporto && l.plazo ? (c.tarde ? 'sí' : 'no') : '',
      c.de?.entidadNombre ?? '',
      c.de?.codigo ?? '',
    ]),
    ...(l.avisos
      ? [
          [],
          ['Código', 'Territorio', 'Categoría', 'Aviso', 'Valor', 'Mínimo esperado', 'Máximo esperado', 'Versión de las reglas', 'Explicación'],
          ...l.avisos.map((a) => [
            ...nombre(a.pos),
            a.categoria || 'Total',
            REGLAS_DE_CALIDAD[a.regla],
            a.valor ?? 'reservado',
            a.menor ?? '',
            a.mayor ?? '',
            a.reglas,
            a.explicacion?.texto ?? '',
          ]),
        ]
      : []),
  ];
}
