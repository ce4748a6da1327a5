interface Esperado {
  que: string;
  numeral: string;
  para: readonly string[];
  plazo: { texto: string };
  mio: boolean;
}

/** The same thing awaited from several entities for the same day, told once with all of them. */
export function juntarPendientes<P extends Esperado>(lista: readonly P[]): (P & { veces: number })[] {
  const grupos = new Map<string, P & { veces: number }>();
  for (const p of lista) {
    const clave = [p.que, p.numeral, p.plazo.texto].join('|');
    const g = grupos.get(clave);
    grupos.set(clave, g ? { ...g, para: [...new Set([...g.para, ...p.para])], mio: g.mio || p.mio, veces: g.veces + 1 } : { ...p, veces: 1 });
  }
  return [...grupos.values()];
}
