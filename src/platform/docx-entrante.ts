import { inflateRawSync } from 'node:zlib';
import { reconocerArchivo } from './http/archivo.ts';

/** Text of a returned DOCX, a line per paragraph, or why it is not read. */
export type DocxLeido = { lineas: string[] } | { motivo: string; remedio: string };

const MAXIMO = 40 * 1024 * 1024;
const GUARDAR = 'Ábralo en su procesador de textos, guárdelo como documento de Word (DOCX) y súbalo de nuevo.';
const ENTRADA = 0x02014b50;
const FIN = 0x06054b50;

interface Parte {
  nombre: string;
  bytes: Buffer;
}

/** Parts really expanded, whatever size they declare: an entry that grows beyond what it says, or all beyond 40 MB, is refused. */
function expandir(bytes: Uint8Array): Parte[] | undefined {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fin = b.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (fin < 0 || b.readUInt32LE(fin) !== FIN) return undefined;
  const partes: Parte[] = [];
  let total = 0;
  let en = b.readUInt32LE(fin + 16);
  for (let i = b.readUInt16LE(fin + 10); i > 0; i--) {
    if (b.readUInt32LE(en) !== ENTRADA) return undefined;
    const [metodo, comprimido, declarado] = [b.readUInt16LE(en + 10), b.readUInt32LE(en + 20), b.readUInt32LE(en + 24)];
    const [largoNombre, extra, comentario, local] = [b.readUInt16LE(en + 28), b.readUInt16LE(en + 30), b.readUInt16LE(en + 32), b.readUInt32LE(en + 42)];
    const inicio = local + 30 + b.readUInt16LE(local + 26) + b.readUInt16LE(local + 28);
    const crudo = b.subarray(inicio, inicio + comprimido);
    total += declarado;
    if (total > MAXIMO || (metodo !== 0 && metodo !== 8)) return undefined;
    const contenido = metodo === 8 ? inflateRawSync(crudo, { maxOutputLength: Math.max(1, declarado) }) : crudo;
    if (contenido.length !== declarado) return undefined;
    partes.push({ nombre: b.toString('utf8', en + 46, en + 46 + largoNombre), bytes: contenido });
    en += 46 + largoNombre + extra + comentario;
  }
  return partes;
}

function partesSeguras(bytes: Uint8Array): Parte[] | undefined {
  try {
    return expandir(bytes);
  } catch {
    return undefined;
  }
}

/** What no document written by a person brings and an attack does. */
function hostil(partes: readonly Parte[]): string | undefined {
  for (const p of partes) {
    if (/\.(bin|exe|dll|js|vbs|ps1)$/i.test(p.nombre)) return 'El documento trae un objeto incrustado o un programa.';
    if (!/\.(xml|rels)$/i.test(p.nombre)) continue;
    // Also in UTF-16: the zero bytes between letters are dropped before looking.
    const texto = p.bytes.toString('latin1').replaceAll('\0', '');
    if (/<!(DOCTYPE|ENTITY)/i.test(texto)) return 'El documento declara entidades externas o propias, que no se admiten.';
    // Tag by tag: one expression over the whole text takes hours over a megabyte of `frame"` without an end.
    if (
      /\.rels$/i.test(p.nombre) &&
      texto.split('>').some((e) => /TargetMode="External"/i.test(e) && /(attachedTemplate|oleObject|frame|subDocument)"/i.test(e))
    )
      return 'El documento trae una plantilla u objeto de otro servidor.';
  }
  return undefined;
}

/** Reads a DOCX edited outside. Nothing in it runs, nothing is fetched, and nothing expands beyond 40 MB. */
export async function leerDocx(bytes: Uint8Array, nombre: string): Promise<DocxLeido> {
  const tipo = reconocerArchivo(bytes, nombre);
  if ('motivo' in tipo) return { motivo: tipo.motivo, remedio: GUARDAR };
  if (tipo.extension !== 'docx') return { motivo: 'El archivo no es un documento de Word (DOCX).', remedio: GUARDAR };
  const partes = partesSeguras(bytes);
  if (!partes) return { motivo: 'El archivo está dañado, o se expande a más de lo que declara o de 40 MB.', remedio: GUARDAR };
  const motivo = hostil(partes);
  if (motivo) return { motivo, remedio: 'Copie el texto en un documento nuevo y súbalo.' };
  try {
    const { default: mammoth } = await import('mammoth');
    // As HTML, because the plain text that mammoth gives joins the lines of a paragraph without a space.
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) });
    return { lineas: lineasDeHtml(value) };
  } catch {
    return { motivo: 'El texto del documento no se puede leer: está dañado.', remedio: GUARDAR };
  }
}

const ENTIDADES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Lines of the HTML that mammoth writes: every block and every break ends one. */
const lineasDeHtml = (html: string): string[] =>
  html
    .replace(/<br ?\/?>|<\/(?:p|h[1-6]|li|td|th|tr|table|ul|ol)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (e) => ENTIDADES[e] ?? e)
    .normalize('NFC')
    .split('\n')
    .map((l) => l.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
