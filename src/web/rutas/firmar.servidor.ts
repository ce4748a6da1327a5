import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { dmy } from '../../kernel/calendario.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import { RESULTADOS } from '../../modules/documento/documento.etiquetas.ts';
import { type DocumentoOficial, enTurno, PAPELES } from '../../modules/documento/documento.ts';
import { nombresDeCertificados } from '../../platform/firma/certificados.tabla.ts';
import { nombresDe } from '../contenido/nombres.ts';
import { type DepsDeOficina, formulario, noExiste, texto } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

const TONOS = { VALIDO: 'verde', INDETERMINADO: 'ambar', COTEJADO: 'azul' } as const;

/** What the page to sign shows. */
export async function datosParaFirmar(deps: DepsDeOficina, id: string | undefined) {
  const e = await cargarExpediente(deps, id);
  if (e.tipo !== 'documento') throw noExiste('Ese expediente no es un documento para firmar.');
  const doc = e.estado as DocumentoOficial;
  const accion = (await deps.disponibles(deps.quien, e.id)).find((a) => a.acto === 'FirmarDocumento');
  const n = nombresDe(deps.catalogo(), e.relacionados);
  const { entidad, cargo } = deps.quien.actor;
  const turno = enTurno(doc);
  const nombres = await nombresDeCertificados(
    deps.db,
    doc.firmantes.flatMap((f) => f.firma?.certificado ?? []),
  );
  const propio = turno.find((f) => f.entidad === entidad && f.cargo === cargo);
  return {
    id: e.id,
    titulo: e.titulo,
    codigo: e.codigo,
    archivo: doc.vigente,
    proyecto: doc.proyecto,
    papel: propio ? PAPELES[propio.papel] : null,
    impedimentos: accion && accion.estado !== 'posible' ? accion.impedimentos : [],
    firmas: doc.firmantes.map((f) => ({
      n: f.n,
      oficina: n.oficina(f.entidad, f.cargo),
      papel: PAPELES[f.papel],
      ...(f.firma
        ? {
            estado: RESULTADOS[f.firma.resultado],
            tono: TONOS[f.firma.resultado],
            nota: [dmy(f.firma.el), nombres.get(f.firma.certificado ?? '')].filter(Boolean).join(' · '),
          }
        : turno.some((t) => t.n === f.n)
          ? { estado: 'Le toca firmar', tono: 'azul' as const, nota: '' }
          : { estado: 'Pendiente', tono: 'gris' as const, nota: '' }),
    })),
    csrf: deps.csrf,
    clave: randomUUID(),
  };
}

/** A signature made in the page, or a file signed elsewhere. */
export async function recibirFirma(deps: DepsDeOficina, id: string | undefined, request: Request) {
  const datos = await formulario(deps, request);
  const expediente = id ?? '';
  const clave = texto(datos, '_clave') || randomUUID();
  const rechazar = (impedimentos: readonly Impedimento[], titulo: string, estado: number) => data({ titulo, impedimentos }, { status: estado });
  const falta = (motivo: string, remedio: string) => rechazar([{ numeral: '5.1', motivo, remedio }], 'La firma no se registró', 400);

  if (texto(datos, 'via') === 'aqui') {
    const cms = Buffer.from(texto(datos, 'cms'), 'base64');
    if (cms.length === 0)
      return falta('No llegó la firma.', 'Vuelva a firmar. Para firmar en este equipo, la página necesita que su navegador permita guiones.');
    const r = await deps.firmas.firmar(deps.quien, expediente, { base: texto(datos, 'base'), instante: texto(datos, 'instante'), cms, clave });
    return r.ok ? redirect(`/expediente/${expediente}?hecho=${r.acto}`) : rechazar(r.impedimentos, r.titulo, r.estado);
  }
  const archivo = datos.get('archivo');
  if (!(archivo instanceof File) || archivo.size === 0) return falta('No adjuntó el documento firmado.', 'Elija el PDF que guardó el programa de firma.');
  const subido = await deps.subirDocumento(archivo);
  if (!('huella' in subido)) return rechazar([{ numeral: subido.numeral, motivo: subido.motivo, remedio: subido.remedio }], 'El archivo no se recibió', 400);
  const r = await deps.ejecutar({ acto: 'FirmarDocumento', expediente, datos: { archivo: subido.huella }, clave }, deps.quien);
  return r.ok ? redirect(`/expediente/${expediente}?hecho=${r.acto}`) : rechazar(r.impedimentos, r.titulo, r.estado);
}

/** The verification of every signature, in words. */
export async function informeDeFirmas(deps: DepsDeOficina, id: string | undefined) {
  const e = await cargarExpediente(deps, id);
  const informe = e.tipo === 'documento' ? await deps.firmas.informe(e.id) : undefined;
  if (!informe) throw noExiste('Ese expediente no es un documento con firmas.');
  return { id: e.id, titulo: e.titulo, codigo: e.codigo, archivo: informe.documento.vigente, validacion: informe.validacion, confianza: informe.confianza };
}
