import { nombreDeCargo } from '../../directiva/cargos.ts';
import { describirReglas, REGLAS_POR_DEFECTO } from '../../directiva/reglamento.ts';
import { dmy } from '../../kernel/calendario.ts';
import { CALIDADES } from '../../modules/cig/cig.etiquetas.ts';
import type { Cig, Miembro } from '../../modules/cig/cig.ts';
import { RESULTADOS } from '../../modules/sesion/sesion.etiquetas.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, enlace, grupo, lista, plegado, type Seccion, tabla, texto, type Vista } from './vista.ts';

export const NIVEL = { nacional: 'Gobierno Nacional', regional: 'Gobiernos Regionales', local: 'Gobiernos Locales' } as const;

function deNivel(miembros: readonly Miembro[], n: Nombres, nivel: keyof typeof NIVEL): Vista {
  const propios = miembros.filter((m) => m.nivel === nivel);
  if (propios.length === 0) return chip('Sin miembro acreditado', 'ambar', 'Se advierte; no impide que la comisión actúe (6.6).');
  return tabla(
    `Miembros de ${NIVEL[nivel]}`,
    ['Entidad', 'Oficina', 'Calidad', 'Vigencia'],
    propios.map((m) => [
      n.entidad(m.entidad),
      [nombreDeCargo(m.cargo), m.suplente ? `Suplente: ${nombreDeCargo(m.suplente)}` : '', m.mandato ? `Mandato: ${m.mandato}` : ''].filter(Boolean).join('\n'),
      CALIDADES[m.calidad],
      texto(`Desde el ${dmy(m.desde)}${m.vence ? ` hasta el ${dmy(m.vence)}` : ''}`, true),
    ]),
  );
}

/** 6.6 ¶2: what the commission set for itself, never «la ley». */
function reglamento(c: Cig, n: Nombres): Seccion {
  const vigente = c.reglamentos?.at(-1);
  const previos = c.reglamentos?.slice(0, -1) ?? [];
  const propuestas = (c.propuestas ?? []).filter((p) => !c.reglamentos?.some((r) => r.propuesta === p.n));
  return {
    id: 'reglamento',
    titulo: 'Reglamento de la comisión',
    numeral: '6.6',
    acto: 'ProponerReglamento',
    vista: grupo([
      [
        undefined,
        texto(
          vigente
            ? `Versión ${vigente.version}, adoptada por consenso en la ${vigente.nombreSesion} el ${dmy(vigente.desde)}. Son parámetros de la comisión: la Directiva no fija quórum, plazos ni votos.`
            : 'La comisión no adoptó un reglamento y puede actuar igualmente (6.6). Rigen estos valores por defecto.',
          true,
        ),
      ],
      [undefined, datos(describirReglas(vigente?.reglas ?? REGLAS_POR_DEFECTO))],
      ...propuestas.map(
        (p) =>
          [
            undefined,
            plegado(`Propuesta ${p.n}, de ${n.oficina(p.entidad, p.cargo)}, ${dmy(p.el)}: por adoptarse en una sesión`, datos(describirReglas(p.reglas))),
          ] as const,
      ),
      ...previos.map((r) => [undefined, plegado(`Versión ${r.version}, del ${dmy(r.desde)}`, datos(describirReglas(r.reglas)))] as const),
    ]),
  };
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
    reglamento(c, n),
    ...(c.adoptados?.length
      ? [
          {
            id: 'adoptados',
            titulo: 'Acuerdos de sus sesiones',
            numeral: '6.6',
            vista: tabla(
              'Acuerdos de las sesiones',
              ['Fecha', 'Sesión', 'Asunto', 'Resultado', 'Responsable y plazo'],
              [...c.adoptados]
                .reverse()
                .map((a) => [
                  texto(dmy(a.el)),
                  enlace(a.nombreSesion, `/expediente/${a.sesion}`),
                  a.titulo,
                  RESULTADOS[a.resultado as keyof typeof RESULTADOS] ?? a.resultado,
                  [a.responsable ? n.entidad(a.responsable) : '', a.vence ? `Hasta el ${dmy(a.vence)}` : ''].filter(Boolean).join('\n') || '—',
                ]),
            ),
          },
        ]
      : []),
    ...(c.porTratar?.length
      ? [
          {
            id: 'por-tratar',
            titulo: 'Asuntos que vuelven en la próxima sesión',
            numeral: '6.6',
            vista: lista(c.porTratar.map((a) => `${a.titulo} (${a.nombreSesion})`)),
          },
        ]
      : []),
    ...(c.espacios.length > 0
      ? [
          {
            id: 'espacios',
            titulo: 'Espacios de articulación reconocidos',
            numeral: '8.14',
            vista: tabla(
              'Espacios',
              ['Espacio', 'Gobierno que lo conduce'],
              c.espacios.map((e) => [e.expediente ? n.expediente(e.expediente, e.nombre) : e.nombre, n.entidad(e.entidad)]),
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
