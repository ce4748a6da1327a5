import { ASIENTOS, type Asiento, presidenciaDe } from '../../directiva/asientos.ts';
import type { Destinatario, Ficha, Pendiente } from '../../kernel/tipos.ts';
import { type Etti, enAsiento, esperadosIv, esperadosV, fijosVacantes } from './etti.ts';

const delSector = (e: Etti): Destinatario => ({ entidad: e.sector, cargos: ['organo_descentralizacion'] });

/** President, or the sector while seat i is empty. */
function conduccion(e: Etti): Destinatario {
  const p = presidenciaDe(e);
  return p ? { entidad: p.entidad, cargos: [p.cargo] } : delSector(e);
}

const vacanteDesde = (e: Etti, asiento: Asiento): string => e.vacancias.find((v) => v.asiento === asiento)?.desde ?? e.desde;

function designaciones(e: Etti): Pendiente[] {
  const fijas = fijosVacantes(e).map(
    (a): Pendiente => ({
      clave: `asiento-${a}`,
      que: `Designar al ${ASIENTOS[a].nombre} (asiento ${a})`,
      numeral: ASIENTOS[a].numeral,
      para: [delSector(e)],
      desde: vacanteDesde(e, a),
      acto: 'DesignarMiembro',
    }),
  );
  if (enAsiento(e, 'iv').length >= esperadosIv(e)) return fijas;
  const gobierno: Destinatario[] = e.gobierno ? [{ entidad: e.gobierno, cargos: ['gobernador', 'alcalde_provincial'] }] : [];
  return [
    ...fijas,
    {
      clave: 'asiento-iv',
      que: 'Designar al Gerente Regional que integra el ETTI (asiento iv)',
      numeral: '8.10.iv',
      para: [...gobierno, delSector(e)],
      desde: vacanteDesde(e, 'iv'),
      acto: 'DesignarMiembro',
    },
  ];
}

function seleccion(e: Etti): Pendiente[] {
  if (e.situacion === 'propuesto' || enAsiento(e, 'v').length >= esperadosV(e)) return [];
  const base = { numeral: '8.10.v', desde: vacanteDesde(e, 'v') };
  if (e.seleccion.fechaCig && !e.seleccion.defecto)
    return [
      {
        ...base,
        clave: 'asiento-v',
        que: 'Llevar a la CIG la selección de los Gerentes Municipales (asiento v)',
        para: [delSector(e)],
        vence: e.seleccion.fechaCig,
      },
    ];
  return [
    {
      ...base,
      clave: 'asiento-v',
      que: 'Seleccionar a los Gerentes Municipales en defecto de la CIG (asiento v)',
      para: [conduccion(e)],
      acto: 'SeleccionarGerentesPorPresidencia',
    },
  ];
}

function marcha(e: Etti): Pendiente[] {
  if (e.situacion === 'propuesto')
    return [{ clave: 'reconocimiento', que: 'Llevar a la CIG el reconocimiento del ETTI', numeral: '8.9', para: [delSector(e)], desde: e.desde }];
  if (e.situacion === 'reconocido')
    return fijosVacantes(e).length > 0
      ? []
      : [{ clave: 'instalacion', que: 'Instalar el ETTI', numeral: '8.10', para: [conduccion(e)], desde: e.desde, acto: 'InstalarEtti' }];
  return e.protocolo
    ? []
    : [{ clave: 'protocolo', que: 'Adoptar el protocolo del ETTI', numeral: '8.12', para: [conduccion(e)], desde: e.desde, acto: 'AdoptarProtocolo' }];
}

/**
 * One ETTI per CIG × department (8.9, R4): `cig:territorio`. A second one, declared additional for another service,
 * takes `cig:territorio:servicio`, so two for the same service × department meet here; that the first one does not
 * already cover that service is checked when it is proposed, against the first one, which it must cite.
 */
const claveUnica = (e: Etti): string => [e.cig, e.territorio, e.adicionalPara].filter(Boolean).join(':');

export function ficha(e: Etti): Ficha {
  const servicios = Object.fromEntries(e.servicios.map((id, i) => [`servicio-${i + 1}`, id]));
  return {
    titulo: e.nombre,
    situacion: e.situacion,
    entidad: e.sector,
    territorio: e.territorio,
    relaciones: { cig: e.cig, ...(e.plan ? { plan: e.plan } : {}), ...(e.principal ? { principal: e.principal } : {}), ...servicios },
    participantes: [...new Set([e.sector, ...(e.gobierno ? [e.gobierno] : []), ...e.miembros.map((m) => m.entidad), ...e.invitados.map((i) => i.entidad)])],
    unica: claveUnica(e),
    pendientes: [...marcha(e), ...designaciones(e), ...seleccion(e)],
  };
}
