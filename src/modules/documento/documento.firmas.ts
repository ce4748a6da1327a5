import { z } from 'zod';
import { DocumentoRef, FechaCampo, TextoOpcional } from '../../directiva/campos.ts';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { acto, type Contexto, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { type DocumentoHecho, type DocumentoOficial, enTurno, type Firmante, type HallazgoDeFirma } from './documento.ts';

const oficina = (f: Firmante, ctx: Contexto): string => `${nombreDeCargo(f.cargo)} de ${ctx.catalogo.entidad(f.entidad)?.nombre ?? f.entidad}`;

/** Places of this office among those who must sign. */
const suyas = (s: DocumentoOficial, actor: Actor): Firmante[] => s.firmantes.filter((f) => f.entidad === actor.entidad && f.cargo === actor.cargo);

function siNoSeFirma(s: DocumentoOficial): Impedimento[] {
  if (s.situacion === 'anulado')
    return [
      {
        numeral: '5.1',
        motivo: 'El documento está anulado.',
        remedio: s.anulacion?.reemplazadoPor ? 'Firme el documento que lo reemplaza.' : 'Emita uno nuevo.',
      },
    ];
  if (s.situacion === 'firmado') return [{ numeral: '5.1', motivo: 'Ya firmaron todos.', remedio: 'Descargue el documento firmado.' }];
  return [];
}

function siNoEsSuTurno(s: DocumentoOficial, ctx: Contexto): Impedimento[] {
  const propias = suyas(s, ctx.actor);
  if (propias.every((f) => f.firma)) return [{ numeral: '5.1', motivo: 'Su oficina ya firmó este documento.', remedio: 'No necesita hacer nada más.' }];
  const turno = enTurno(s);
  if (propias.some((f) => turno.some((t) => t.n === f.n))) return [];
  return [
    {
      numeral: '5.1',
      motivo: `Antes deben firmar: ${turno.map((f) => oficina(f, ctx)).join('; ')}.`,
      remedio: 'El documento llegará a su bandeja cuando le toque.',
    },
  ];
}

const DatosFirma = z.object({
  archivo: DocumentoRef('Documento firmado', 'El PDF que descargó de aquí, firmado con su certificado digital y sin ningún otro cambio.'),
});

export const firmarDocumento = acto<DocumentoOficial, z.output<typeof DatosFirma>, DocumentoHecho>({
  nombre: 'FirmarDocumento',
  titulo: 'Firmar el documento',
  resumen: 'Registra la firma digital de su oficina, después de verificar el archivo.',
  expediente: 'documento',
  numerales: ['5.1', '6.6', '8.15'],
  concurrencia: 'conmuta',
  datos: DatosFirma,
  pericia: 'firma',
  puede: (actor, s, ctx) =>
    suyas(s, actor).length > 0
      ? null
      : {
          numeral: '5.1',
          motivo: 'Su oficina no está entre las que firman este documento.',
          remedio: `Firman: ${s.firmantes.map((f) => oficina(f, ctx)).join('; ')}.`,
        },
  impide: (s, ctx) => {
    const cerrado = siNoSeFirma(s);
    return cerrado.length > 0 ? cerrado : siNoEsSuTurno(s, ctx);
  },
  decidir: (s, datos, ctx) => {
    const h = ctx.pericia as HallazgoDeFirma;
    const problema = problemaDelArchivo(s, h);
    if (problema) return { impedimentos: [{ numeral: '5.1', campo: 'archivo', ...problema }] };
    const turno = enTurno(s);
    const propia = suyas(s, ctx.actor).find((f) => turno.some((t) => t.n === f.n)) as Firmante;
    const [nueva] = h.nuevas as [HallazgoDeFirma['nuevas'][number]];
    return {
      hechos: [
        {
          tipo: 'DocumentoFirmado',
          v: 1,
          datos: {
            firmante: propia.n,
            firma: {
              resultado: nueva.resultado as 'VALIDO' | 'INDETERMINADO',
              razones: nueva.razones,
              certificado: nueva.certificado,
              selladaEl: nueva.selladaEl,
              archivo: datos.archivo,
            },
          },
        },
      ],
      advertencias: advertenciasDe(s, h, nueva, ctx),
    };
  },
});

/** Why the file is not this document signed by this office. */
function problemaDelArchivo(s: DocumentoOficial, h: HallazgoDeFirma): Omit<Impedimento, 'numeral'> | undefined {
  if (h.base !== s.vigente) return { motivo: 'Otra oficina firmó mientras tanto.', remedio: 'Descargue el documento con esa firma y firme ese archivo.' };
  if (h.continuidad === 'distinto')
    return {
      motivo: h.motivo ?? 'El archivo no es este documento, o se le cambió algo.',
      remedio: 'Descargue el documento de aquí y fírmelo sin modificarlo ni imprimirlo. Si el texto debe cambiar, emita un documento nuevo que lo reemplace.',
    };
  if (h.nuevas.length === 0)
    return { motivo: 'El archivo no trae ninguna firma nueva.', remedio: 'Fírmelo con su certificado y súbalo como lo guardó el programa de firma.' };
  if (h.dania)
    return {
      motivo: 'En este archivo, una firma anterior dejó de ser válida.',
      remedio: 'Descargue de nuevo el documento y agregue su firma sin cambiar nada más.',
    };
  if (h.nuevas.length > 1)
    return {
      motivo: `El archivo trae ${h.nuevas.length} firmas nuevas.`,
      remedio: 'Cada oficina sube el documento después de firmar: así consta quién firmó y cuándo.',
    };
  const [nueva] = h.nuevas;
  if (nueva?.deOtraPersona)
    return {
      motivo: 'La firma es de otra persona: el documento de identidad del certificado no es el de quien ejerce la oficina.',
      remedio: 'Debe firmar quien ejerce la oficina, con su propio certificado. Si cambió quien la ejerce, registre antes su designación.',
    };
  if (nueva?.resultado === 'NO_VALIDO')
    return { motivo: `La firma no es válida. ${nueva.razones.join(' ')}`, remedio: 'Revise su certificado y vuelva a firmar.' };
  return undefined;
}

function advertenciasDe(s: DocumentoOficial, h: HallazgoDeFirma, nueva: HallazgoDeFirma['nuevas'][number], ctx: Contexto): Advertencia[] {
  const lista: string[] = [];
  if (nueva.resultado === 'INDETERMINADO') lista.push(`La firma quedó como indeterminada. ${nueva.razones.join(' ')}`);
  if (nueva.esTitular === false) lista.push('El certificado está a nombre de una persona distinta de la que ejerce la oficina.');
  if (nueva.certificado && s.firmantes.some((f) => f.firma?.certificado === nueva.certificado)) lista.push('Con este mismo certificado ya firmó otra oficina.');
  if (h.continuidad === 'contenido') lista.push('El programa de firma volvió a escribir el archivo; su contenido es el mismo.');
  if (s.correcciones.some((c) => !c.resuelta)) lista.push('Hay correcciones propuestas sin resolver.');
  if (ctx.ocurridoEl !== ctx.hoy) lista.push('La fecha del acto es anterior a la de su registro.');
  return lista.map((motivo) => ({ numeral: '5.1', motivo }));
}

/** Offices that may attest that a scan is true to the original. */
const COTEJAN: readonly string[] = [
  'secretaria_general',
  'organo_descentralizacion',
  'secretario_sd',
  'secretario_sgp',
  'gerente_regional',
  'gerente_municipal',
  'alcalde_distrital',
];

const DatosManual = z.object({
  firmante: z.coerce
    .number({ error: 'Indique el número del firmante.' })
    .int()
    .min(1)
    .max(200)
    .meta({ title: 'Firmante', description: 'Número en la lista de firmas del documento.', control: 'numero' }),
  archivo: DocumentoRef('Documento escaneado', 'Imagen fiel del original con la firma manuscrita.'),
  fecha: FechaCampo('Fecha de la firma'),
  observacion: TextoOpcional('Observación', 'Por ejemplo, dónde se conserva el original.', 1000),
});

export const registrarFirmaManual = acto<DocumentoOficial, z.output<typeof DatosManual>, DocumentoHecho>({
  nombre: 'RegistrarFirmaManual',
  titulo: 'Registrar una firma manuscrita cotejada',
  resumen: 'Su oficina deja constancia de que comparó el documento escaneado con el original firmado a mano.',
  expediente: 'documento',
  numerales: ['5.1', '8.15'],
  concurrencia: 'version',
  datos: DatosManual,
  puede: (actor, s): Permiso =>
    COTEJAN.includes(actor.cargo) && (actor.entidad === s.entidad || s.firmantes.some((f) => f.entidad === actor.entidad))
      ? null
      : {
          numeral: '5.1',
          motivo: 'El cotejo lo hace una oficina de la entidad que emite el documento, o de quien lo firma.',
          remedio: 'Entregue el original a la secretaría general, gerencia u órgano de descentralización de su entidad.',
        },
  impide: (s) => siNoSeFirma(s),
  decidir: (s, datos, ctx) => {
    const f = s.firmantes.find((x) => x.n === datos.firmante);
    const no = (campo: string, motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '5.1', campo, motivo, remedio }] });
    if (!f) return no('firmante', `La lista de firmas no tiene un firmante ${datos.firmante}.`, 'Elija un número de la lista.');
    if (f.firma) return no('firmante', 'Ese firmante ya firmó.', 'Elija uno que falte.');
    if (f.entidad !== ctx.actor.entidad && s.entidad !== ctx.actor.entidad)
      return no('firmante', 'Esa firma es de otra entidad.', 'La coteja una oficina de esa entidad o de la que emite el documento.');
    const turno = enTurno(s);
    if (!turno.some((t) => t.n === f.n))
      return no('firmante', `Antes deben firmar: ${turno.map((t) => oficina(t, ctx)).join('; ')}.`, 'Registre primero esas firmas.');
    if (datos.fecha > ctx.hoy) return no('fecha', 'La fecha de la firma está en el futuro.', 'Indique la fecha que lleva el original.');
    return {
      hechos: [{ tipo: 'FirmaManualRegistrada', v: 1, datos: { firmante: f.n, el: datos.fecha, archivo: datos.archivo, observacion: datos.observacion } }],
      advertencias: [
        ...(f.cargo === ctx.actor.cargo && f.entidad === ctx.actor.entidad ? ['La misma oficina firma y coteja.'] : []),
        ...(datos.fecha < s.desde ? ['La firma lleva una fecha anterior a la emisión del documento.'] : []),
      ].map((motivo) => ({ numeral: '5.1', motivo })),
    };
  },
});
