import { ASIENTOS, type Asiento } from '../../directiva/asientos.ts';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { CALIDADES, POSICIONES } from '../../modules/etti/etti.etiquetas.ts';
import { type Etti, enAsiento, esperadosIv, esperadosV } from '../../modules/etti/etti.ts';
import { nombreDeValor } from '../etiquetas.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

const ORDEN: readonly Asiento[] = ['i', 'ii', 'iii', 'iv', 'v'];

function filasDeAsiento(e: Etti, asiento: Asiento, n: Nombres): Vista[][] {
  const miembros = enAsiento(e, asiento);
  const esperados = asiento === 'iv' ? esperadosIv(e) : asiento === 'v' ? esperadosV(e) : 1;
  const nombre = `${asiento}. ${ASIENTOS[asiento].nombre}`;
  const filas = miembros.map((m) => [
    texto(nombre),
    texto(n.entidad(m.entidad)),
    texto([nombreDeCargo(m.cargo), m.unidad].filter(Boolean).join(', ')),
    texto(`${CALIDADES[m.calidad]}${m.elegidoPor === 'presidencia' ? ', por la presidencia del ETTI' : m.elegidoPor === 'cig' ? ', por la CIG' : ''}`),
    texto(dmy(m.desde)),
  ]);
  const faltan = esperados - miembros.length;
  return faltan > 0 ? [...filas, [texto(nombre), chip(faltan === 1 ? 'Vacante' : `${faltan} vacantes`, 'ambar'), texto(''), texto(''), texto('')]] : filas;
}

export function seccionesDeEtti(e: Etti, n: Nombres): Seccion[] {
  const p = e.protocolo;
  return [
    {
      id: 'asientos',
      titulo: 'Integración',
      numeral: '8.10',
      acto: 'DesignarMiembro',
      vista: tabla(
        'Asientos del ETTI',
        ['Asiento', 'Entidad', 'Oficina', 'Calidad', 'Desde'],
        ORDEN.flatMap((a) => filasDeAsiento(e, a, n)),
      ),
    },
    {
      id: 'etti',
      titulo: 'El equipo',
      numeral: '8.9',
      vista: datos([
        ['Sector', n.entidad(e.sector)],
        ['Territorio', e.nombreTerritorio],
        ['Comisión', n.expediente(e.cig)],
        ['Servicios que trabaja', lista(e.servicios.map((s) => n.expediente(s)))],
        ['Plan', e.plan ? n.expediente(e.plan) : undefined],
        ['Participación variada', e.variacion ? `${e.variacion.iv} regionales y ${e.variacion.v} municipales. ${e.variacion.motivo}` : undefined],
        [
          'Invitados, con voz',
          e.invitados.length > 0 ? lista(e.invitados.map((i) => `${n.entidad(i.entidad)}: ${i.especialidad}, sobre ${i.asunto}`)) : undefined,
        ],
      ]),
    },
    {
      id: 'protocolo',
      titulo: 'Protocolo',
      numeral: '8.12',
      acto: 'AdoptarProtocolo',
      vista: p
        ? datos([
            ['Regla de decisión', p.regla === 'consenso' ? 'Consenso' : (p.detalleRegla ?? 'Otra')],
            ['Convocatoria', texto(p.convocatoria, true)],
            ['Intercambio de información', texto(p.intercambio, true)],
            ['Estrategia con el territorio', texto(p.estrategiaTerritorial, true)],
            ['Convoca invitados', nombreDeValor(p.invitados)],
            [
              'Conformidades',
              p.conformidades.length > 0 ? lista(p.conformidades.map((c) => `${c.asiento}. ${n.entidad(c.entidad)}: ${POSICIONES[c.posicion]}`)) : undefined,
            ],
          ])
        : texto('El equipo aún no adopta su protocolo.'),
    },
    ...(e.comentarios.length > 0
      ? [
          {
            id: 'comentarios',
            titulo: 'Comentarios de invitados',
            numeral: '8.10',
            vista: lista(e.comentarios.map((c) => `${dmy(c.fecha)} · ${n.entidad(c.entidad)}: ${c.texto}`)),
          },
        ]
      : []),
  ];
}
