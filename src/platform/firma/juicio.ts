import { createHash } from 'node:crypto';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { buscarCadena, revocacionDe } from './cadena.ts';
import { OID } from './cades.ts';
import { type Certificado, titularDe, USO } from './certificado.ts';
import { type Cms, leerCms, verificarCms } from './cms.ts';
import type { ByteRange, EnElPdf } from './cobertura.ts';
import { validarSello } from './sello.ts';
import type { Comprobacion, FirmaVerificada, OpcionesDeValidacion } from './validar.ts';

type Juicio = Pick<FirmaVerificada, 'certificado' | 'titular' | 'vigencia' | 'selladoEl' | 'comprobaciones'>;

const dia = (d: Date): string => dmy(fechaDeLima(d));

/** Judges the CMS of a signature: content, mathematics, certificate, dates, chain, revocation and time stamp. */
export async function juzgarCertificado(bytes: Buffer, f: EnElPdf, o: OpcionesDeValidacion): Promise<Juicio> {
  try {
    return await juzgar(bytes, f, o);
  } catch {
    // Whatever a crafted signature makes fail, it is not a valid one.
    return { comprobaciones: [{ que: 'firma', resultado: 'mal', detalle: 'La firma está dañada: no se pudo evaluar.' }] };
  }
}

async function juzgar(bytes: Buffer, f: EnElPdf, o: OpcionesDeValidacion): Promise<Juicio> {
  const digesto = digestoDe(bytes, f.byteRange as ByteRange);
  if (f.clase === 'sello') return juzgarSello(f.cms as Buffer, digesto, o);
  let cms: Cms;
  try {
    cms = leerCms(f.cms as Buffer);
  } catch {
    return { comprobaciones: [{ que: 'firma', resultado: 'mal', detalle: 'La firma no se puede leer: está dañada o no es de la forma debida.' }] };
  }
  const c = cms.certificado;
  const quien: Omit<Juicio, 'comprobaciones'> = c
    ? { certificado: c.huella, titular: titularDe(c), vigencia: { desde: c.desde.toISOString(), hasta: c.hasta.toISOString() } }
    : {};
  const m = verificarCms(cms, digesto);
  if (!m.ok || !c) {
    const falla = m.ok ? { falla: 'sin_certificado', detalle: '' } : m;
    const dudoso = falla.falla === 'debil' || falla.falla === 'sin_certificado';
    return {
      ...quien,
      comprobaciones: [{ que: falla.falla === 'digesto' ? 'contenido' : 'firma', resultado: dudoso ? 'dudoso' : 'mal', detalle: falla.detalle }],
    };
  }
  const lista: Comprobacion[] = [
    { que: 'contenido', resultado: 'bien', detalle: 'El contenido es exactamente el que se firmó.' },
    { que: 'firma', resultado: 'bien', detalle: 'La firma corresponde a la clave del certificado.' },
    ligadura(m.ligado, f.subfiltro),
    uso(c),
  ];
  const sello = selloDe(cms, o);
  if (sello) lista.push(sello.comprobacion);
  const { comprobacion, referencia } = vigencia(c, { sellado: sello?.probado, declarado: f.declarado.el ? new Date(f.declarado.el) : undefined, o });
  lista.push(comprobacion);
  const cadena = buscarCadena(c, cms.certificados, o.lista, referencia);
  lista.push(
    cadena.ok
      ? {
          que: 'cadena',
          resultado: 'bien',
          detalle: `Lleva a una autoridad de la lista de confianza: ${titularDe(cadena.camino.at(-1) as Certificado).nombre}.`,
        }
      : { que: 'cadena', resultado: cadena.falla === 'no_es_ca' ? 'mal' : 'dudoso', detalle: cadena.detalle },
  );
  if (cadena.ok) lista.push(await revocacion(cadena.camino, cms, o, referencia));
  return { ...quien, selladoEl: sello?.probado?.toISOString(), comprobaciones: lista };
}

function digestoDe(bytes: Buffer, [a, b, c, d]: ByteRange): (algoritmo: string) => Buffer {
  return (algoritmo) =>
    createHash(algoritmo)
      .update(bytes.subarray(a, a + b))
      .update(bytes.subarray(c, c + d))
      .digest();
}

function juzgarSello(token: Buffer, digesto: (a: string) => Buffer, o: OpcionesDeValidacion): Juicio {
  const s = validarSello(token, digesto, o.lista);
  if (!s.ok) return { comprobaciones: [{ que: 'sello', resultado: 'mal', detalle: s.detalle }] };
  return {
    selladoEl: s.probado ? s.el.toISOString() : undefined,
    comprobaciones: [
      { que: 'sello', resultado: s.probado ? 'bien' : 'dudoso', detalle: s.detalle },
      ...(s.probado ? [{ que: 'cadena', resultado: 'bien', detalle: 'La autoridad de sellado está en la lista de confianza.' } as const] : []),
    ],
  };
}

function ligadura(ligado: boolean, subfiltro: string): Comprobacion {
  if (ligado) return { que: 'certificado', resultado: 'bien', detalle: 'La firma está ligada a este certificado y a ningún otro.' };
  // The older form of Acrobat never had it; in PAdES it is obligatory.
  return subfiltro === 'ETSI.CAdES.detached'
    ? { que: 'certificado', resultado: 'dudoso', detalle: 'La firma dice ser PAdES y no liga el certificado (signing-certificate-v2).' }
    : { que: 'certificado', resultado: 'nota', detalle: 'La firma es de la forma anterior a PAdES: no liga el certificado.' };
}

function uso(c: Certificado): Comprobacion {
  if (c.ca) return { que: 'uso', resultado: 'mal', detalle: 'El certificado es de una autoridad, no de una persona.' };
  if (c.usos === undefined) return { que: 'uso', resultado: 'nota', detalle: 'El certificado no dice para qué puede usarse.' };
  return (c.usos & (USO.firmaDigital | USO.noRepudio)) !== 0
    ? { que: 'uso', resultado: 'bien', detalle: 'El certificado sirve para firmar.' }
    : { que: 'uso', resultado: 'mal', detalle: 'El certificado no está autorizado para firmar documentos.' };
}

function selloDe(cms: Cms, o: OpcionesDeValidacion): { comprobacion: Comprobacion; probado?: Date } | undefined {
  const atributo = cms.firmante.unsignedAttrs?.attributes.find((a) => a.type === OID.sello);
  if (!atributo) return undefined;
  const token = new Uint8Array((atributo.values[0] as { toBER(): ArrayBuffer }).toBER());
  const firma = Buffer.from(cms.firmante.signature.getValue());
  const s = validarSello(token, (a) => createHash(a).update(firma).digest(), o.lista, cms.certificados);
  if (!s.ok) return { comprobacion: { que: 'sello', resultado: 'mal', detalle: s.detalle } };
  return { comprobacion: { que: 'sello', resultado: s.probado ? 'bien' : 'nota', detalle: s.detalle }, probado: s.probado ? s.el : undefined };
}

/**
 * Was the certificate in force when it signed? A time stamp proves when; without one, what is known is that the file
 * already existed when it was received, and what the document says of itself counts only while both agree.
 */
function vigencia(
  c: Certificado,
  { sellado, declarado, o }: { sellado?: Date; declarado?: Date; o: OpcionesDeValidacion },
): { comprobacion: Comprobacion; referencia: Date } {
  const rige = (d: Date) => d >= c.desde && d <= c.hasta;
  const plazo = `El certificado rige del ${dia(c.desde)} al ${dia(c.hasta)}`;
  const conocida = (typeof o.recibidoEl === 'function' ? o.recibidoEl(c.huella) : o.recibidoEl) ?? o.ahora;
  const con = (resultado: Comprobacion['resultado'], detalle: string, referencia: Date) => ({
    comprobacion: { que: 'vigencia' as const, resultado, detalle },
    referencia,
  });
  if (sellado) return con(rige(sellado) ? 'bien' : 'mal', `${plazo}; el sello de tiempo prueba que se firmó a más tardar el ${dia(sellado)}.`, sellado);
  if (declarado && declarado.getTime() > conocida.getTime() + 3_600_000)
    return con('mal', `El documento dice haberse firmado el ${dia(declarado)}, después de haberse recibido.`, conocida);
  if (rige(conocida)) {
    if (declarado && !rige(declarado)) return con('mal', `${plazo}, y el documento dice haberse firmado el ${dia(declarado)}.`, conocida);
    return con('bien', `${plazo}; estaba vigente al recibirse el documento, el ${dia(conocida)}.`, conocida);
  }
  if (declarado && rige(declarado) && conocida > c.hasta)
    return con('dudoso', `${plazo}. El documento dice haberse firmado el ${dia(declarado)}, y ningún sello de tiempo lo prueba.`, declarado);
  return con('mal', `${plazo}, y no estaba vigente el ${dia(declarado ?? conocida)}.`, declarado ?? conocida);
}

async function revocacion(camino: readonly Certificado[], cms: Cms, o: OpcionesDeValidacion, fecha: Date): Promise<Comprobacion> {
  const r = await revocacionDe(camino, [...o.lista.revocaciones, ...cms.revocaciones], fecha);
  if (r.estado === 'revocado') return { que: 'revocacion', resultado: 'mal', detalle: `Un certificado de la cadena fue revocado el ${dia(r.el)}.` };
  if (r.estado === 'vigente')
    return { que: 'revocacion', resultado: 'bien', detalle: 'Ningún certificado de la cadena figura como revocado en las listas disponibles.' };
  return { que: 'revocacion', resultado: 'nota', detalle: 'No se pudo consultar si el certificado fue revocado: no hay una lista de revocación vigente.' };
}
