import type { Opinion } from '../../directiva/opinion.ts';
import type { Resolucion } from '../../directiva/resolucion.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Fecha } from '../../kernel/tipos.ts';
import { nombreDeValor } from '../etiquetas.ts';
import { huellaCorta } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

/** What was elevated, approved and formalised, of a modelo or of another instrument. */
interface Formalizable {
  elevado?: { version: number; huella: string };
  aprobacion?: {
    nombreSesion: string;
    fecha: Fecha;
    enmiendas: readonly { dice?: string; debeDecir: string }[];
    nivelesAusentes: readonly string[];
  };
  resolucion?: Resolucion;
  proyecto?: { fecha: Fecha };
  anexo?: string;
}

export function formalizacion({ elevado, aprobacion: a, resolucion: r, proyecto, anexo }: Formalizable): Vista {
  return datos([
    ['Paquete elevado', elevado ? `Versión ${elevado.version}, huella ${huellaCorta(elevado.huella)}` : undefined],
    ['Aprobado por la CIG', a ? `${a.nombreSesion}, ${dmy(a.fecha)}` : undefined],
    [
      'Enmiendas hechas en la sesión',
      a && a.enmiendas.length > 0
        ? lista(a.enmiendas.map((e) => `${e.dice ? `Donde dice «${e.dice}», debe decir «${e.debeDecir}»` : `Se agrega «${e.debeDecir}»`}`))
        : undefined,
    ],
    ['Niveles sin posición', a ? a.nivelesAusentes.map((x) => nombreDeValor(x)).join(', ') : undefined],
    ['Resolución Ministerial', r ? `${r.numero}, ${dmy(r.fecha)}` : undefined],
    [
      'Situación de la resolución',
      r ? (r.situacion === 'vigente' ? chip('Vigente', 'verde') : chip('Discrepante con la versión aprobada', 'ambar', r.diferencia)) : undefined,
    ],
    ['Huella del anexo', r ? huellaCorta(r.huellaAnexo) : undefined],
    ['Texto del anexo', anexo ? { clase: 'plegado', titulo: 'Ver el texto, tal como debe publicarse', valor: texto(anexo, true) } : undefined],
    ['Proyecto de resolución', proyecto && !r ? `Conforme, ${dmy(proyecto.fecha)}` : undefined],
  ]);
}

/** Prior opinions asked, when there are any (8.14). */
export function opinionPrevia(opiniones: readonly Opinion[], n: Nombres): Seccion[] {
  if (opiniones.length === 0) return [];
  return [
    {
      id: 'opiniones',
      titulo: 'Opinión previa',
      numeral: '8.14',
      vista: tabla(
        'Opiniones previas',
        ['Espacio', 'Conduce', 'Opinión'],
        opiniones.map((o) => [
          o.nombre,
          n.entidad(o.entidad),
          o.respuesta ? texto(`${nombreDeValor(o.respuesta.sentido)}. ${o.respuesta.texto}`, true) : chip('Sin respuesta; no impide aprobar', 'ambar'),
        ]),
      ),
    },
  ];
}
