import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { CALIDADES } from '../../modules/cig/cig.etiquetas.ts';
import type { Cig, Miembro } from '../../modules/cig/cig.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, grupo, type Seccion, tabla, texto, type Vista } from './vista.ts';

export const NIVEL = { nacional: 'Gobierno Nacional', regional: 'Gobiernos Regionales', local: 'Gobiernos Locales' } as const;

function deNivel(miembros: readonly Miembro[], n: Nombres, nivel: keyof typeof NIVEL): Vista {
  const propios = miembros.filter((m) => m.nivel === nivel);
  if (propios.length === 0) return chip('Sin miembro acreditado', 'ambar', 'Se advierte; no impide que la comisión actúe (6.6).');
  return tabla(
    `Miembros de ${NIVEL[nivel]}`,
    ['Entidad', 'Oficina', 'Calidad', 'Desde'],
    propios.map((m) => [n.entidad(m.entidad), nombreDeCargo(m.cargo), m.hasta ? texto(`Hasta el ${dmy(m.hasta)}`) : CALIDADES[m.calidad], texto(dmy(m.desde))]),
  );
}

export function seccionesDeCig(c: Cig, n: Nombres): Seccion[] {
  const vigentes = c.miembros.filter((m) => !m.hasta);
  const retirados = c.miembros.filter((m) => m.hasta);
  return [
    {
      id: 'comision',
      titulo: 'La comisión',
      numeral: '6.6',
      vista: datos([
        ['Sector', n.entidad(c.sector)],
        ['Norma de conformación', c.norma],
        ['Motivo de una segunda comisión', c.adicional],
        ['Sesiones', `${c.ordinarias} ordinarias y ${c.extraordinarias} extraordinarias`],
      ]),
    },
    {
      id: 'miembros',
      titulo: 'Miembros por nivel de gobierno',
      numeral: '6.6',
      vista: grupo([
        ...(['nacional', 'regional', 'local'] as const).map((nivel) => [NIVEL[nivel], deNivel(vigentes, n, nivel)] as const),
        ...(retirados.length > 0
          ? [
              [
                'Retirados',
                tabla(
                  'Miembros retirados',
                  ['Entidad', 'Oficina', 'Hasta'],
                  retirados.map((m) => [n.entidad(m.entidad), nombreDeCargo(m.cargo), dmy(m.hasta ?? '')]),
                ),
              ] as const,
            ]
          : []),
      ]),
    },
    ...(c.espacios.length > 0
      ? [
          {
            id: 'espacios',
            titulo: 'Espacios de articulación reconocidos',
            numeral: '8.14',
            vista: tabla(
              'Espacios',
              ['Espacio', 'Gobierno que lo conduce'],
              c.espacios.map((e) => [e.nombre, n.entidad(e.entidad)]),
            ),
          },
        ]
      : []),
    ...(c.acuerdos.length > 0
      ? [
          {
            id: 'acuerdos',
            titulo: 'Otros acuerdos',
            numeral: '6.6',
            vista: tabla(
              'Acuerdos',
              ['Fecha', 'Asunto', 'Texto'],
              c.acuerdos.map((a) => [texto(dmy(a.el)), a.asunto, texto(a.texto, true)]),
            ),
          },
        ]
      : []),
  ];
}
