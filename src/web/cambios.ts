import { diffWordsWithSpace } from 'diff';

export interface Trozo {
  texto: string;
  que: 'igual' | 'agrega' | 'quita';
}

/** What changes from one text to the other, word by word. */
export function cambiosEntre(antes: string, despues: string): Trozo[] {
  return diffWordsWithSpace(antes, despues).map((p) => ({ texto: p.value, que: p.added ? 'agrega' : p.removed ? 'quita' : 'igual' }));
}
