import { spawn } from 'node:child_process';

/** Alternates the two sides so that both see the same machine, and prints `NAME ratio R (min A, max B)`. */
export async function comparar(
  nombre: string,
  rondas: number,
  nuestro: () => Promise<number>,
  referencia: () => Promise<number>,
): Promise<{ ratio: number; nuestro: number; referencia: number }> {
  const pares: { n: number; r: number }[] = [];
  for (let i = 0; i < rondas; i++) pares.push(i % 2 === 0 ? { n: await nuestro(), r: await referencia() } : invertido(await referencia(), await nuestro()));
  const ratios = pares.map((p) => p.n / p.r).sort((a, b) => a - b);
  const n = mediana(pares.map((p) => p.n));
  const r = mediana(pares.map((p) => p.r));
  console.log(
    `${nombre} ratio ${mediana(ratios).toFixed(2)} (min ${ratios[0]?.toFixed(2)}, max ${ratios.at(-1)?.toFixed(2)}) · ${Math.round(n)}/s frente a ${Math.round(r)}/s`,
  );
  return { ratio: mediana(ratios), nuestro: n, referencia: r };
}

const invertido = (r: number, n: number) => ({ n, r });

function mediana(xs: readonly number[]): number {
  const orden = [...xs].sort((a, b) => a - b);
  return orden[Math.floor(orden.length / 2)] ?? 0;
}

/** Output of a command, or undefined when it is not installed. */
export async function salidaDe(programa: string, argumentos: string[]): Promise<string | undefined> {
  return new Promise((resolver, rechazar) => {
    const p = spawn(programa, argumentos, { stdio: ['ignore', 'pipe', 'pipe'] });
    let texto = '';
    let errores = '';
    p.stdout.on('data', (d) => {
      texto += d;
    });
    p.stderr.on('data', (d) => {
      errores += d;
    });
    p.on('error', () => resolver(undefined));
    p.on('close', (codigo) => (codigo === 0 ? resolver(texto) : rechazar(new Error(`${programa} terminó con ${codigo}: ${errores}`))));
  });
}
