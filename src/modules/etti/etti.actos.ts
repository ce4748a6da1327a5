import { z } from 'zod';
import { EntidadRef, ExpedienteRef, TerritorioRef } from '../../directiva/campos.ts';
import { CONDUCEN } from '../../directiva/cargos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Impedimento } from '../../kernel/tipos.ts';
import { acuerdosDeEtti } from './etti.acuerdos.ts';
import { declararVacancia, designarMiembro, instalarEtti, variarComposicion } from './etti.composicion.ts';
import { adoptarProtocolo, comentarComoInvitado, convocarInvitado } from './etti.dinamica.ts';
import { ficha } from './etti.ficha.ts';
import { cigDe, principalDe } from './etti.lecturas.ts';
import { seleccionarGerentesPorPresidencia } from './etti.seleccion.ts';
import { type Etti, type EttiHecho, evolve } from './etti.ts';

const DatosPropuesta = z.object({
  cig: ExpedienteRef('Comisión Intergubernamental', 'cig', 'La que reconocerá el ETTI.'),
  sector: EntidadRef('Sector que lo conduce', 'Ministerio rector del servicio.', ['ministerio', 'pcm']),
  territorio: TerritorioRef('Territorio departamental', 'Un ETTI por departamento; Lima tiene dos: Lima Metropolitana y Lima Provincias.', [
    'departamento',
    'ambito',
  ]),
  servicios: z
    .array(ExpedienteRef('Servicio', 'servicio'))
    .min(1, 'Indique al menos un servicio.')
    .meta({ title: 'Servicios que trabajará', control: 'lista' }),
  plan: ExpedienteRef('Plan de Trabajo Institucional', 'plan').optional(),
  principal: ExpedienteRef('ETTI que ya existe en el departamento', 'etti', 'Solo si propone un segundo ETTI de la misma CIG para otro servicio.').optional(),
});
type DatosPropuesta = z.output<typeof DatosPropuesta>;

function puedeProponer(actor: Actor, ctx: Contexto, datos?: DatosPropuesta): Permiso {
  if (datos) return conduceSector(actor, datos.sector, ctx.catalogo);
  if (actor.sector === actor.entidad && (CONDUCEN as readonly string[]).includes(actor.cargo)) return null;
  return {
    numeral: '8.9',
    motivo: 'El ETTI es conducido por el sector rector del servicio.',
    remedio: 'Puede proponerlo el órgano encargado de la descentralización del ministerio.',
  };
}

/** R4: a second ETTI of the same CIG and department is for another service, never for one that the first already works. */
function impedimentosDeAdicional(datos: DatosPropuesta, ctx: Contexto): Impedimento[] {
  if (!datos.principal) return [];
  const principal = principalDe(ctx);
  if (!principal || principal.cig !== datos.cig || principal.territorio !== datos.territorio)
    return [
      {
        numeral: '8.9',
        campo: 'principal',
        motivo: 'El expediente citado no es un ETTI de la misma CIG y del mismo departamento.',
        remedio: 'Cite el ETTI que ya existe en ese departamento, o deje vacío el campo si no lo hay.',
      },
    ];
  if (datos.servicios.length !== 1)
    return [
      {
        numeral: '8.9',
        campo: 'servicios',
        motivo: 'Un segundo ETTI de la misma CIG en el departamento se propone para un solo servicio.',
        remedio: 'Indique el servicio que no puede trabajar el ETTI existente.',
      },
    ];
  if (!principal.servicios.includes(datos.servicios[0] as string)) return [];
  return [
    {
      numeral: '8.9',
      campo: 'servicios',
      motivo: `«${principal.nombre}» ya trabaja ese servicio en el departamento.`,
      remedio: 'Trabaje el servicio en el ETTI existente.',
    },
  ];
}

/** t5: proposed by the sector, one per CIG and departmental territory (8.9). */
export const proponerEtti = acto<Etti | undefined, DatosPropuesta, EttiHecho>({
  nombre: 'ProponerEtti',
  titulo: 'Proponer un ETTI',
  resumen: 'Propone a la CIG un Equipo Técnico de Trabajo Intergubernamental para un territorio departamental.',
  expediente: 'etti',
  numerales: ['8.9', '8.10'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosPropuesta,
  refs: (d) => ({ cig: d.cig, plan: d.plan, principal: d.principal }),
  puede: (actor, _e, ctx, datos) => puedeProponer(actor, ctx, datos),
  decidir: (_e, datos, ctx) => {
    const territorio = ctx.catalogo.territorio(datos.territorio);
    const cig = cigDe(ctx);
    const impedimentos = impedimentosDeAdicional(datos, ctx);
    if (territorio?.departamental !== territorio?.id || !territorio)
      impedimentos.push({
        numeral: '8.9',
        campo: 'territorio',
        motivo: 'El ETTI se conforma para un territorio departamental.',
        remedio: 'Elija un departamento; en Lima, elija Lima Metropolitana o Lima Provincias.',
      });
    if (cig && cig.sector !== datos.sector)
      impedimentos.push({
        numeral: '8.9',
        campo: 'sector',
        motivo: 'El ETTI lo conduce el sector de la CIG que lo reconoce.',
        remedio: 'Elija la CIG del sector rector del servicio.',
      });
    if (impedimentos.length > 0 || !territorio) return { impedimentos };

    const { servicios, plan, principal } = datos;
    const provincias = ctx.catalogo.provinciasDe(territorio.id).length;
    const sector = ctx.catalogo.entidad(datos.sector);
    const adicionalPara = principal ? servicios[0] : undefined;
    const nombre = `ETTI ${territorio.nombre} – ${sector?.sigla ?? sector?.nombre ?? datos.sector}${adicionalPara ? ' (adicional)' : ''}`;
    const gobierno = ctx.catalogo.gobiernoDe(territorio.id)?.id;
    const advertencias = adicionalPara
      ? [
          {
            numeral: '8.9',
            motivo: 'Es un segundo ETTI de la misma CIG en el departamento, para otro servicio. La regla ordinaria es un ETTI por territorio departamental.',
          },
        ]
      : [];
    return {
      hechos: [
        {
          tipo: 'EttiPropuesto',
          v: 1,
          datos: {
            nombre,
            cig: datos.cig,
            sector: datos.sector,
            territorio: territorio.id,
            nombreTerritorio: territorio.nombre,
            gobierno,
            provincias,
            servicios,
            plan,
            adicionalPara,
            principal,
          },
        },
      ],
      advertencias,
    };
  },
});

export const etti: Modulo<Etti, EttiHecho> = {
  tipo: 'etti',
  nombre: 'Equipo Técnico de Trabajo Intergubernamental',
  serie: 'ETTI',
  evolve,
  ficha,
  actos: [
    proponerEtti,
    designarMiembro,
    variarComposicion,
    instalarEtti,
    declararVacancia,
    seleccionarGerentesPorPresidencia,
    adoptarProtocolo,
    convocarInvitado,
    comentarComoInvitado,
  ],
  acuerdos: acuerdosDeEtti,
  unicidad: {
    numeral: '8.9',
    motivo: 'Ya existe un ETTI de esta CIG para ese territorio departamental y servicio.',
    remedio: 'Trabaje el servicio en el ETTI existente. Si otro servicio necesita un equipo propio, propóngalo citando el ETTI que ya existe.',
  },
};
