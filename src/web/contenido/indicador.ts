import { nombreDePeriodo, PERIODICIDADES } from '../../directiva/periodos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { AGREGACIONES, CAPTURAS, CLASES, CRITERIOS, DIMENSIONES, SENTIDOS } from '../../modules/indicador/indicador.etiquetas.ts';
import type { Indicador } from '../../modules/indicador/indicador.ts';
import { nombreDeValor } from '../etiquetas.ts';
import { numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, enlace, grupo, lista, type Seccion, tabla, texto } from './vista.ts';

const SITUACION = { abierto: chip('Abierto', 'azul'), cerrado: chip('Cerrado'), publicado: chip('Publicado', 'verde') } as const;

export function seccionesDeIndicador(s: Indicador, n: Nombres, id: string | undefined): Seccion[] {
  const periodos = Object.entries(s.periodos)
    .map(([p, x]) => ({ p: Number(p), ...x }))
    .sort((a, b) => b.p - a.p);
  const cumplidos = Object.entries(CRITERIOS).filter(([k]) => s.criterios[k as keyof typeof CRITERIOS]);
  return [
    {
      id: 'ficha',
      titulo: 'Ficha del indicador',
      numeral: '8.19',
      acto: 'VersionarIndicador',
      vista: grupo([
        ...(id ? [[undefined, enlace('Ver cifras, mapa y series', `/indicadores/${id}`)] as const] : []),
        [
          undefined,
          datos([
            ['Servicio', n.expediente(s.servicio)],
            ['Modelo que lo propone', s.modelo ? n.expediente(s.modelo) : undefined],
            ['En los planes operativos', s.modelo ? enlace('Quién vinculó las metas del modelo con su POI', `/expediente/${s.modelo}#s-poi`) : undefined],
            ['Propósito', s.proposito],
            ['Qué se cuenta', s.numerador],
            ['Denominador o peso', s.denominador],
            ['Unidad', `${s.unidad}, con ${s.decimales} decimales${s.factor === 1 ? '' : `; factor ${numero(s.factor)}`}`],
            ['Qué mide', `${DIMENSIONES[s.dimension]} · ${CLASES[s.clase]} · ${SENTIDOS[s.sentido]}`],
            ['Cómo se agrega', AGREGACIONES[s.agregacion]],
            ['Se recoge por', `${CAPTURAS[s.captura]}, ${PERIODICIDADES[s.periodicidad].toLowerCase()}`],
            ['Fuente', s.fuente],
            ['Responsable', n.entidad(s.responsable)],
            ['Desagregaciones', s.desagregaciones.length > 0 ? lista(s.desagregaciones.map((d) => `${d.nombre}: ${d.categorias.join(', ')}`)) : undefined],
            ['Requisitos que cumple', cumplidos.length > 0 ? cumplidos.map(([, t]) => t).join(', ') : 'Ninguno declarado'],
          ]),
        ],
      ]),
    },
    {
      id: 'periodos',
      titulo: 'Periodos',
      numeral: '8.18',
      acto: 'AbrirPeriodo',
      vacia: periodos.length === 0,
      vista: tabla(
        'Periodos',
        ['Periodo', 'Situación', 'Vence'],
        periodos.map((p) => [nombreDePeriodo(s.periodicidad, p.p), SITUACION[p.situacion], p.vence ? dmy(p.vence) : '']),
      ),
    },
    {
      id: 'medicion',
      titulo: 'Línea de base y metas',
      numeral: '8.17',
      acto: 'FijarMetas',
      vacia: s.lineasBase + s.metas === 0,
      vista: datos([
        ['Líneas de base fijadas', numero(s.lineasBase)],
        ['Metas fijadas', numero(s.metas)],
      ]),
    },
    {
      id: 'acuerdos',
      titulo: 'Acuerdos',
      numeral: '8.18',
      acto: 'AdoptarIndicador',
      vacia: s.acuerdos.length === 0,
      vista: tabla(
        'Acuerdos',
        ['Órgano', 'Fecha', 'Acta', 'Niveles', 'Compromiso'],
        s.acuerdos.map((a) => [
          a.organo === 'cig' ? 'CIG' : 'ETTI',
          dmy(a.fecha),
          a.acta,
          a.niveles.map((x) => nombreDeValor(x)).join(', '),
          [a.entidad ? n.entidad(a.entidad) : '', a.compromiso].filter(Boolean).join(': '),
        ]),
      ),
    },
    {
      id: 'versiones',
      titulo: 'Cambios del método',
      numeral: '8.19',
      vacia: s.versiones.length < 2,
      vista: tabla(
        'Cambios del método',
        [{ titulo: 'Versión', num: true }, 'Desde', 'Motivo', 'Comparable'],
        s.versiones.map((v) => [
          String(v.numero),
          v.desde === undefined ? 'el inicio' : nombreDePeriodo(s.periodicidad, v.desde),
          texto(v.motivo, true),
          v.ruptura ? chip('No se compara con lo anterior', 'ambar') : 'Sí',
        ]),
      ),
    },
  ];
}
