/** Why a numeral has nothing to enforce: it defines, guides or sets the scope. One reason per numeral that is not a rule. */
const BASE_LEGAL = 'Cita una norma en que se apoya la Directiva; no manda hacer nada por sí misma. Esa norma figura en el catálogo cuando un acto la invoca.';

const MOTIVOS: Readonly<Record<string, string>> = {
  'RM.1': 'Aprueba la Directiva: el mandato está en su Anexo, numeral por numeral.',
  'RM.3': 'Manda publicar la resolución en 2016: se cumplió una vez y no se repite.',
  I: 'Dice para qué existe la Directiva; se cumple cuando se cumplen los numerales que siguen.',
  II: 'Dice qué finalidad persigue y con qué principios; cada rol de un modelo puede citar el que lo justifica.',
  III: 'Introduce la lista de normas en que se apoya la Directiva.',
  IV: 'Dice a quiénes obliga: las entidades se registran con su nivel de gobierno.',
  '6.1':
    'Define la Gestión Descentralizada. Lo exigible de ella está en otros numerales: los enfoques en 8.11.1, los niveles a cargo de cada proceso en 8.9 y las dimensiones de los indicadores en 8.19.',
  '6.3': 'Define el Modelo de Gestión para Resultados: sus clases de procesos y su cadena de valor son el formato de las secciones del modelo.',
  '7.1': 'Remite a las orientaciones de la Secretaría de Gestión Pública, que son el formato de los procesos del modelo.',
  '8.5': 'Dice quién aplica la metodología y dónde: en los espacios de articulación, cualquier nivel.',
  '8.11': 'Introduce los aspectos que el ETTI toma en cuenta; lo exigible está en 8.11.1, 8.11.2 y 8.11.3.',
  '8.20.4': 'Fija el orden en que se llenan los vacíos de la Directiva; se aplica al leer una norma, no mediante un acto.',
  '9.6': 'Aclara que otros planes siguen su propio curso: Ayni no los reemplaza ni los impide.',
  Anexo: 'El texto conserva solo el título del flujograma; el que muestra Ayni es una interpretación de los numerales VI a IX.',
};

/** The reason, or undefined for a numeral that is a rule. */
export function motivoDeOrientacion(numeral: string): string | undefined {
  return MOTIVOS[numeral] ?? (/^3\.\d+$/.test(numeral) ? BASE_LEGAL : undefined);
}
