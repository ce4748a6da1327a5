import type { Advertencia, Impedimento, Nivel } from '../kernel/tipos.ts';

/** The three levels that must concert (6.6): provinces and districts are the local one. */
export type NivelDeGobierno = 'nacional' | 'regional' | 'local';

export const NIVELES_DE_GOBIERNO: readonly NivelDeGobierno[] = ['nacional', 'regional', 'local'];

export function nivelDeGobierno(nivel: Nivel): NivelDeGobierno {
  return nivel === 'nacional' || nivel === 'regional' ? nivel : 'local';
}

export const POSTURAS = {
  acuerdo: 'De acuerdo',
  acuerdo_con_reserva: 'De acuerdo, con reserva',
  se_aparta: 'Se aparta sin objetar',
  objecion: 'Objeción',
} as const;

export type Postura = keyof typeof POSTURAS;

export interface Posicion {
  postura: Postura;
  motivo?: string;
  nivel: NivelDeGobierno;
  /** Member of the leading sector. */
  esSector: boolean;
  nombre: string;
}

export interface Consenso {
  impedimentos: Impedimento[];
  advertencias: Advertencia[];
  ausentes: NivelDeGobierno[];
  resultado: 'consenso' | 'consenso_con_reservas' | 'consenso_con_nivel_ausente';
}

/**
 * 6.6 ¶2 with R2. Blocked by any standing objection, reasoned or not, and when nobody outside the sector took a
 * position. Silence is never adherence, an absent subnational level warns, and nothing here counts votes.
 */
export function valorarConsenso(posiciones: readonly Posicion[]): Consenso {
  const impedimentos: Impedimento[] = [];
  const advertencias: Advertencia[] = [];
  for (const p of posiciones.filter((x) => x.postura === 'objecion')) {
    impedimentos.push({
      numeral: '6.6',
      motivo: `${p.nombre} mantiene una objeción${p.motivo ? `: «${p.motivo}»` : ' sin motivo registrado'}.`,
      remedio: 'Se destraba si la retira o si se acuerda un texto nuevo que la atienda.',
    });
    if (!p.motivo) advertencias.push({ numeral: '6.6', motivo: `La objeción de ${p.nombre} no tiene motivo registrado; igual cuenta.` });
  }
  if (posiciones.every((p) => p.esSector))
    impedimentos.push({
      numeral: '6.6',
      motivo:
        posiciones.length === 0
          ? 'Nadie fijó posición: el silencio no es adhesión.'
          : 'Solo el sector fijó posición, y la CIG actúa de manera concertada y por consenso.',
      remedio: 'Deben fijar posición también los gobiernos regionales o locales acreditados.',
    });
  const ausentes = NIVELES_DE_GOBIERNO.filter((n) => !posiciones.some((p) => p.nivel === n));
  for (const n of ausentes) advertencias.push({ numeral: '6.6', motivo: `El nivel ${n} no fijó posición; el acuerdo se anota con nivel ausente.` });
  if (impedimentos.length === 0 && !posiciones.some((p) => !p.esSector && p.postura.startsWith('acuerdo')))
    advertencias.push({ numeral: '6.6', motivo: 'Fuera del sector nadie expresó acuerdo: los demás se apartaron sin objetar.' });
  const conReservas = posiciones.some((p) => p.postura !== 'acuerdo');
  return {
    impedimentos,
    advertencias,
    ausentes,
    resultado: ausentes.length > 0 ? 'consenso_con_nivel_ausente' : conReservas ? 'consenso_con_reservas' : 'consenso',
  };
}

const CIFRAS: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 42 → XLII: sessions are numbered in Roman numerals. */
export function romano(n: number): string {
  let resto = n;
  let texto = '';
  for (const [valor, letra] of CIFRAS)
    while (resto >= valor) {
      texto += letra;
      resto -= valor;
    }
  return texto;
}
