import { z } from 'zod';
import { asientoDe, presideEtti } from '../../directiva/asientos.ts';
import { DocumentoRef, EntidadRef, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { NOMBRES_DE_ASIENTO, POSICIONES, QUIEN_INVITA, REGLAS_DE_DECISION, SENTIDOS } from './etti.etiquetas.ts';
import type { Conformidad, Etti, EttiHecho } from './etti.ts';

const DatosInvitado = z.object({
  entidad: EntidadRef('Entidad u organización', 'De algún nivel de gobierno o de la sociedad civil.'),
  especialidad: Texto('Especialidad', 'Por ejemplo: nutrición infantil.'),
  asunto: Texto('Asunto', 'Para qué se convoca.', 1000),
});

/** 8.10 ¶3: specialists take part with voice; they hold no seat. */
export const convocarInvitado = acto<Etti, z.output<typeof DatosInvitado>, EttiHecho>({
  nombre: 'ConvocarInvitado',
  titulo: 'Convocar a un especialista invitado',
  resumen: 'Convoca a una entidad u organización para que participe con derecho a voz.',
  expediente: 'etti',
  numerales: ['8.10'],
  concurrencia: 'conmuta',
  datos: DatosInvitado,
  puede: (actor, e, ctx) => (e.protocolo?.invitados === 'cualquier_miembro' && asientoDe(e, actor) ? null : presideEtti(actor, e, ctx.catalogo)),
  decidir: (_e, datos, ctx) =>
    ctx.catalogo.entidad(datos.entidad)
      ? { hechos: [{ tipo: 'InvitadoConvocado', v: 1, datos }] }
      : { impedimentos: [{ numeral: '8.10', campo: 'entidad', motivo: 'La entidad no está en el catálogo.', remedio: 'Elija una entidad de la lista.' }] },
});

const DatosComentario = z.object({
  sentido: Opcion('Sentido', SENTIDOS).default('aporte'),
  texto: TextoLargo('Comentario'),
});

/** A guest's disagreement is a comment: it is no position and no consensus counts it (8.10 ¶3). */
export const comentarComoInvitado = acto<Etti, z.output<typeof DatosComentario>, EttiHecho>({
  nombre: 'ComentarComoInvitado',
  titulo: 'Comentar como invitado',
  resumen: 'Registra un aporte o un desacuerdo con derecho a voz; no cuenta como posición de un miembro.',
  expediente: 'etti',
  numerales: ['8.10'],
  concurrencia: 'conmuta',
  datos: DatosComentario,
  puede: (actor, e) =>
    e.invitados.some((i) => i.entidad === actor.entidad)
      ? null
      : {
          numeral: '8.10',
          motivo: 'Comentan como invitados quienes fueron convocados por el ETTI.',
          remedio: 'Pida a la presidencia del ETTI que convoque a su entidad.',
        },
  decidir: (_e, datos) => ({ hechos: [{ tipo: 'ComentarioRegistrado', v: 1, datos }] }),
});

const DatosProtocolo = z.object({
  regla: Opcion('Regla de decisión', REGLAS_DE_DECISION).default('consenso'),
  detalleRegla: TextoOpcional('Detalle de la regla', 'Los indicadores se acuerdan siempre por consenso de los niveles (8.17).'),
  convocatoria: TextoLargo('Convocatoria', 'Quién convoca, con qué anticipación y por qué medio.'),
  intercambio: TextoLargo('Intercambio de información', 'Cómo se comparten documentos y datos entre los miembros.'),
  estrategiaTerritorial: TextoLargo('Estrategia territorial', 'Cómo se atiende la realidad heterogénea de cada jurisdicción.'),
  invitados: Opcion('Quién convoca invitados', QUIEN_INVITA).default('presidencia'),
  conformidades: z
    .array(
      z.object({
        asiento: Opcion('Asiento', NOMBRES_DE_ASIENTO),
        entidad: EntidadRef('Entidad'),
        posicion: Opcion('Posición', POSICIONES).default('conforme'),
        motivo: TextoOpcional('Motivo', '', 2000),
      }),
    )
    .default([])
    .meta({ title: 'Conformidad de los miembros', control: 'lista' }),
  documento: DocumentoRef('Protocolo firmado').optional(),
});

const ajenos = (e: Etti, conformidades: readonly Conformidad[]): Impedimento[] =>
  conformidades.flatMap((c, i) =>
    e.miembros.some((m) => m.asiento === c.asiento && m.entidad === c.entidad)
      ? []
      : [
          {
            numeral: '8.10',
            campo: `conformidades[${i}].entidad`,
            motivo: 'Se registra la conformidad de quien no ocupa ese asiento; los invitados participan solo con derecho a voz.',
            remedio: 'Registre a los miembros; el parecer de un invitado va como comentario.',
          },
        ],
  );

function advertenciasDeProtocolo(e: Etti, d: z.output<typeof DatosProtocolo>): Advertencia[] {
  const sinPosicion = e.miembros.filter((m) => !d.conformidades.some((c) => c.asiento === m.asiento && c.entidad === m.entidad && c.posicion !== 'ausente'));
  const enContra = d.conformidades.filter((c) => c.posicion === 'en_desacuerdo');
  return [
    ...(sinPosicion.length > 0
      ? [
          {
            numeral: '8.12',
            motivo: `Miembros sin posición registrada: ${sinPosicion.map((m) => `asiento ${m.asiento}`).join(', ')}. El silencio no es conformidad.`,
          },
        ]
      : []),
    ...(enContra.length > 0
      ? [
          {
            numeral: '8.12',
            motivo: `Miembros en desacuerdo: ${enContra.map((c) => `asiento ${c.asiento}`).join(', ')}. El protocolo busca el entendimiento entre los miembros.`,
          },
        ]
      : []),
    ...(d.regla === 'otra' && !d.detalleRegla ? [{ numeral: '8.12', motivo: 'La regla de decisión distinta del consenso no está descrita.' }] : []),
  ];
}

/** 8.12: the guide of the members to design the modelos; elevating needs it (R11). */
export const adoptarProtocolo = acto<Etti, z.output<typeof DatosProtocolo>, EttiHecho>({
  nombre: 'AdoptarProtocolo',
  titulo: 'Adoptar el protocolo del ETTI',
  resumen: 'Registra el protocolo de entendimiento entre los miembros, con la conformidad de cada uno.',
  expediente: 'etti',
  numerales: ['8.12'],
  concurrencia: 'version',
  datos: DatosProtocolo,
  puede: (actor, e, ctx) => presideEtti(actor, e, ctx.catalogo),
  impide: (e) => {
    if (e.situacion === 'propuesto')
      return [{ numeral: '8.9', motivo: 'La CIG aún no reconoce el ETTI.', remedio: 'Lleve el reconocimiento a una sesión de la CIG.' }];
    if (e.situacion === 'reconocido')
      return [{ numeral: '8.10', motivo: 'El ETTI aún no está instalado.', remedio: 'Instale el ETTI con los asientos i, ii y iii cubiertos.' }];
    return [];
  },
  decidir: (e, datos) => {
    const impedimentos = ajenos(e, datos.conformidades);
    if (impedimentos.length > 0) return { impedimentos };
    return { hechos: [{ tipo: 'ProtocoloAdoptado', v: 1, datos }], advertencias: advertenciasDeProtocolo(e, datos) };
  },
});
