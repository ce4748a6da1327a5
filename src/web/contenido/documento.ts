import { dmy } from '../../kernel/calendario.ts';
import { RESULTADOS } from '../../modules/documento/documento.etiquetas.ts';
import { type DocumentoOficial, enTurno, type Firmante, PAPELES } from '../../modules/documento/documento.ts';
import type { Tono } from '../etiquetas.ts';
import { fechaHora, huellaCorta } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, enlace, grupo, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

const TONO: Readonly<Record<'VALIDO' | 'INDETERMINADO' | 'COTEJADO', Tono>> = { VALIDO: 'verde', INDETERMINADO: 'ambar', COTEJADO: 'azul' };

function estadoDe(f: Firmante, toca: boolean): Vista {
  if (!f.firma) return toca ? chip('Le toca firmar', 'azul') : chip('Pendiente', 'gris');
  return chip(RESULTADOS[f.firma.resultado], TONO[f.firma.resultado], `${dmy(f.firma.el)}, registrada el ${fechaHora(f.firma.registradaEn)}`);
}

function detalleDe(f: Firmante, n: Nombres): Vista {
  if (!f.firma) return texto('');
  const { cotejo, razones, selladaEl } = f.firma;
  const partes = [
    ...(cotejo ? [`Cotejó el original: ${n.oficina(cotejo.entidad, cotejo.cargo)}.${cotejo.observacion ? ` ${cotejo.observacion}` : ''}`] : []),
    ...(selladaEl ? [`Sello de tiempo del ${fechaHora(selladaEl)}.`] : []),
    ...razones,
  ];
  return partes.length > 0 ? lista(partes) : texto('Todo lo que se pudo verificar está bien.');
}

const archivo = (t: string, huella: string): Vista => ({ clase: 'enlace', texto: t, a: `/documento/${huella}`, archivo: true });

/** Who signed, when and with what result; who is next; corrections. */
export function seccionesDeDocumento(s: DocumentoOficial, n: Nombres): Seccion[] {
  const turno = new Set(enTurno(s).map((f) => f.n));
  const conFirmas = s.vigente !== s.huella;
  return [
    {
      id: 'firmas',
      titulo: 'Firmas',
      numeral: '5.1',
      vista: grupo([
        [
          undefined,
          s.firmantes.length === 0
            ? texto('El expediente no señala quién debe firmar este documento.')
            : tabla(
                'Firmas en orden',
                [{ titulo: 'N°', num: true }, 'Estado', 'Oficina', 'Firma como', 'Qué se verificó'],
                s.firmantes.map((f) => [texto(String(f.n)), estadoDe(f, turno.has(f.n)), n.oficina(f.entidad, f.cargo), PAPELES[f.papel], detalleDe(f, n)]),
              ),
        ],
        [
          undefined,
          lista([
            archivo(conFirmas ? 'Descargar el documento firmado' : 'Descargar el documento', s.vigente),
            ...(conFirmas ? [archivo('Descargar el documento como se emitió', s.huella), enlace('Ver la verificación de cada firma', 'firmas')] : []),
          ]),
        ],
      ]),
    },
    {
      id: 'documento',
      titulo: 'Documento',
      vista: datos([
        ['Clase', s.nombreClase],
        ['Sale de', n.expediente(s.origen)],
        ['Versión del expediente', String(s.origenVersion)],
        ['Emite', n.entidad(s.entidad)],
        ['Emitido el', dmy(s.desde)],
        ['Huella del archivo (sha-256)', huellaCorta(s.huella)],
        ['Reemplaza a', s.reemplaza ? n.expediente(s.reemplaza) : undefined],
        ['Anulado', s.anulacion ? `${dmy(s.anulacion.el)}. ${s.anulacion.motivo}` : undefined],
        ['Reemplazado por', s.anulacion?.reemplazadoPor ? n.expediente(s.anulacion.reemplazadoPor, 'Documento que lo reemplaza') : undefined],
      ]),
    },
    ...(s.correcciones.length > 0
      ? [
          {
            id: 'correcciones',
            titulo: 'Correcciones propuestas',
            numeral: '6.6',
            vista: tabla(
              'Correcciones propuestas',
              [{ titulo: 'N°', num: true }, 'Propone', 'Parte', 'Corrección', 'Respuesta'],
              s.correcciones.map((c) => [
                texto(String(c.n)),
                `${n.oficina(c.entidad, c.cargo)}, ${dmy(c.el)}`,
                c.donde,
                c.propuesta,
                c.resuelta
                  ? chip(
                      c.resuelta.resultado === 'aceptada' ? 'Aceptada' : 'No aceptada',
                      c.resuelta.resultado === 'aceptada' ? 'verde' : 'gris',
                      c.resuelta.respuesta,
                    )
                  : chip('Por resolver', 'ambar'),
              ]),
            ),
          },
        ]
      : []),
  ];
}
