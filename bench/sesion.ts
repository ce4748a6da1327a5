import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, type RequestOptions, request, type ServerResponse } from 'node:http';
import { type Casa, componer } from '../src/composicion.ts';
import { instalar } from '../src/instalar.ts';
import { fechaDeLima, masDias } from '../src/kernel/calendario.ts';
import { emitirFicha } from '../src/platform/auth/fichas.ts';
import { solicitanteInstalador } from '../src/platform/auth/instalacion.ts';
import type { Solicitante } from '../src/platform/contrato.ts';
import { baseDeBench } from './base.ts';

/**
 * A session of a CIG with many participants: each listens to the live events of the session, records its attendance and
 * takes position, all over HTTP. Every screen must hold the same hechos within a second. Beside it, in the same run, a
 * bare event stream: the same number of connections and messages of the same size, with nothing behind.
 */
const PARTICIPANTES = Number(process.env.PARTICIPANTES ?? 500);
const RONDAS = Number(process.env.RONDAS ?? 3);
/** Attendance is taken as fast as it goes, so many at a time; positions come when people decide, within this many seconds. */
const A_LA_VEZ = Number(process.env.A_LA_VEZ ?? 25);
const VENTANA = Number(process.env.VENTANA ?? 10);

interface Participante {
  quien: Solicitante;
  token: string;
}

/** Offices of district municipalities, with account, token and a seat in the commission. */
async function sembrar(casa: Casa): Promise<{ sector: Participante; participantes: Participante[]; cig: string }> {
  const municipalidades = casa
    .catalogo()
    .entidades()
    .filter((e) => e.tipo === 'municipalidad_distrital')
    .slice(0, PARTICIPANTES);
  const abrir = async (entidad: string, cargo: string): Promise<Participante> => {
    const [persona, designacion, cuenta] = [randomUUID(), randomUUID(), randomUUID()];
    const ahora = casa.ahora();
    await casa.db.insertInto('persona').values({ id: persona, nombres: 'Oficina', apellidos: entidad, dni: null, creada_en: ahora }).execute();
    await casa.db
      .insertInto('cuenta')
      .values({ id: cuenta, persona, correo: `${cargo}.${entidad}@localhost`, clave_hash: null, debe_cambiar: false, creada_en: ahora, ultimo_ingreso: null })
      .execute();
    const datos = { persona, entidad, cargo, calidad: 'titular', desde: '2020-01-01' };
    const r = await casa.ejecutar({ acto: 'DesignarOficina', expediente: designacion, clave: randomUUID(), datos }, solicitanteInstalador());
    if (!r.ok) throw new Error(JSON.stringify(r.impedimentos));
    const e = casa.catalogo().entidad(entidad);
    if (!e) throw new Error(`Falta ${entidad} en el catálogo.`);
    const actor = {
      persona,
      designacion,
      cargo,
      calidad: 'titular' as const,
      entidad,
      tipoEntidad: e.tipo,
      nivel: e.nivel,
      sector: e.sector,
      desde: '2020-01-01',
    };
    const ficha = await emitirFicha(
      casa.db,
      { cuenta, oficinas: [{ ...actor, entidadNombre: e.nombre }], debeCambiar: false },
      { nombre: 'bench', designacion, venceEl: masDias(fechaDeLima(ahora), 30), ahora },
    );
    if (!ficha.ok) throw new Error(ficha.motivo);
    return { quien: { cuenta, demo: false, actor }, token: ficha.token };
  };
  const sector = await abrir('minsa', 'organo_descentralizacion');
  const participantes: Participante[] = [];
  for (let i = 0; i < municipalidades.length; i += 25)
    participantes.push(...(await Promise.all(municipalidades.slice(i, i + 25).map((m) => abrir(m.id, 'alcalde_distrital')))));
  const cig = randomUUID();
  const miembros = [sector, ...participantes].map(({ quien: { actor } }) => ({ entidad: actor.entidad, cargo: actor.cargo, sustento: 'Oficio' }));
  await hacer(casa, 'ConformarCig', cig, { sector: 'minsa', nombre: 'CIG', norma: 'RM', miembros }, sector.quien);
  return { sector, participantes, cig };
}

async function hacer(casa: Casa, acto: string, expediente: string, datos: unknown, quien: Solicitante, version?: number): Promise<number> {
  const r = await casa.ejecutar({ acto, expediente, datos, clave: randomUUID(), version }, quien);
  if (!r.ok) throw new Error(`${acto}: ${JSON.stringify(r.impedimentos)}`);
  return r.version;
}

async function sesionNueva(casa: Casa, cig: string, sector: Participante): Promise<string> {
  const id = randomUUID();
  const fecha = fechaDeLima(casa.ahora());
  await hacer(casa, 'ConvocarSesion', id, { cig, fecha, lugar: 'Lima' }, sector.quien);
  const version = await hacer(
    casa,
    'IncluirAsunto',
    id,
    { tipo: 'RegistrarAcuerdo', titulo: 'Asunto', objeto: cig, propuesta: 'Se acuerda coordinar la atención.' },
    sector.quien,
  );
  await hacer(casa, 'InstalarSesion', id, {}, sector.quien, version);
  return id;
}

const agente = new Agent({ keepAlive: true, maxSockets: 4096 });

function pedir(o: RequestOptions, cuerpo?: string): Promise<IncomingMessage> {
  return new Promise((listo, fallo) => {
    const r = request({ host: '127.0.0.1', agent: agente, ...o }, listo);
    r.on('error', fallo);
    r.end(cuerpo);
  });
}

let ultimoTexto = '';
let ultimoMensaje: { version: number; hechos: number[] } = { version: 0, hechos: [] };

/** All screens live in this process: a message that repeats the last one is not parsed again, so that the client weighs less. */
function leida(texto: string): { version: number; hechos: number[] } {
  if (texto === ultimoTexto) return ultimoMensaje;
  const { version, hechos } = JSON.parse(texto) as { version: number; hechos: { version: number }[] };
  ultimoTexto = texto;
  ultimoMensaje = { version, hechos: hechos.map((h) => h.version) };
  return ultimoMensaje;
}

/** A screen: the stream of events, and when it came to hold each version. */
class Pantalla {
  version = 0;
  readonly llegadas: { version: number; ms: number }[] = [];
  private readonly flujo: IncomingMessage;
  private resto = '';

  constructor(flujo: IncomingMessage, alRecibir: (bytes: number) => void) {
    this.flujo = flujo;
    flujo.setEncoding('utf8');
    flujo.on('data', (t: string) => {
      alRecibir(t.length);
      this.leer(t);
    });
    flujo.on('error', () => {});
  }

  /** Only versions that follow one another count: a missing hecho leaves the screen behind. */
  private leer(trozo: string): void {
    const bloques = (this.resto + trozo).split('\n\n');
    this.resto = bloques.pop() ?? '';
    for (const b of bloques) {
      const linea = b.split('\n').find((l) => l.startsWith('data: '));
      if (!linea) continue;
      const { version, hechos } = leida(linea.slice(6));
      if (this.version === 0) this.version = version;
      for (const h of hechos) if (h === this.version + 1) this.version = h;
      this.llegadas.push({ version: this.version, ms: performance.now() });
    }
  }

  /** When it first held a version. */
  cuando(version: number): number | undefined {
    return this.llegadas.find((l) => l.version >= version)?.ms;
  }

  cerrar(): void {
    this.flujo.destroy();
  }
}

async function abrirPantallas(puerto: number, ruta: string, tokens: readonly string[], alRecibir: (bytes: number) => void): Promise<Pantalla[]> {
  const pantallas: Pantalla[] = [];
  for (let i = 0; i < tokens.length; i += 50)
    pantallas.push(
      ...(await Promise.all(
        tokens.slice(i, i + 50).map(async (token) => {
          const flujo = await pedir({ port: puerto, path: ruta, headers: { authorization: `Bearer ${token}` } });
          if (flujo.statusCode !== 200) throw new Error(`Eventos: ${flujo.statusCode}`);
          return new Pantalla(flujo, alRecibir);
        }),
      )),
    );
  return pantallas;
}

const percentil = (xs: readonly number[], p: number): number => [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * p))] ?? 0;
const pausa = (ms: number) => new Promise((listo) => setTimeout(listo, ms));

/** Runs the tasks so many at a time. */
async function enTandas<T>(xs: readonly T[], aLaVez: number, tarea: (x: T, i: number) => Promise<void>): Promise<void> {
  let siguiente = 0;
  await Promise.all(
    Array.from({ length: aLaVez }, async () => {
      while (siguiente < xs.length) {
        const i = siguiente++;
        await tarea(xs[i] as T, i);
      }
    }),
  );
}

/** Each task at its own moment of the window, spread evenly. */
async function enVentana<T>(xs: readonly T[], tarea: (x: T, i: number) => Promise<void>): Promise<void> {
  await Promise.all(
    xs.map(async (x, i) => {
      await pausa(((i + 0.5) / xs.length) * VENTANA * 1000);
      await tarea(x, i);
    }),
  );
}

interface Medida {
  /** ms of each position, from request to answer. */
  respuesta: number[];
  /** ms from the sending of a position until every screen holds it. */
  pantallas: number[];
  /** Attendances recorded per second, as fast as they go. */
  porSegundo: number;
  rechazos: number;
  bytes: number;
}

async function espera(condicion: () => boolean, ms: number): Promise<void> {
  const fin = performance.now() + ms;
  while (!condicion() && performance.now() < fin) await pausa(10);
}

/** From the sending of each position until the last screen held it. */
function consistencia(pantallas: readonly Pantalla[], hechas: readonly { version: number; ms: number }[]): number[] {
  return hechas.map(({ version, ms }) => Math.max(0, Math.max(...pantallas.map((p) => p.cuando(version) ?? Number.POSITIVE_INFINITY)) - ms));
}

async function nuestra(casa: Casa, puerto: number, cig: string, sector: Participante, participantes: readonly Participante[]): Promise<Medida> {
  const sesion = await sesionNueva(casa, cig, sector);
  let bytes = 0;
  const pantallas = await abrirPantallas(
    puerto,
    `/api/v1/expedientes/${sesion}/eventos?contenido=si`,
    participantes.map((p) => p.token),
    (n) => {
      bytes += n;
    },
  );
  await espera(() => pantallas.every((p) => p.version > 0), 5000);
  let rechazos = 0;
  const actuar = async (p: Participante, acto: string, datos: object) => {
    const inicio = performance.now();
    const cuerpo = JSON.stringify({ expediente: sesion, datos });
    const r = await pedir(
      {
        port: puerto,
        method: 'POST',
        path: `/api/v1/actos/${acto}`,
        headers: {
          authorization: `Bearer ${p.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(cuerpo),
          'idempotency-key': randomUUID(),
          prefer: 'return=minimal',
        },
      },
      cuerpo,
    );
    let texto = '';
    for await (const t of r) texto += t;
    if (r.statusCode !== 200) rechazos++;
    const ms = performance.now();
    return { demora: ms - inicio, version: (JSON.parse(texto) as { version: number }).version, ms: inicio };
  };
  const inicio = performance.now();
  await enTandas(participantes, A_LA_VEZ, async (p) => void (await actuar(p, 'RegistrarAsistencia', { modo: 'virtual' })));
  const porSegundo = participantes.length / ((performance.now() - inicio) / 1000);
  bytes = 0;
  const posiciones: { demora: number; version: number; ms: number }[] = [];
  await enVentana(participantes, async (p, i) => {
    const datos =
      i % 10 === 0 ? { postura: 'acuerdo_con_reserva', motivo: 'Debe preverse el presupuesto de las municipalidades pequeñas.' } : { postura: 'acuerdo' };
    posiciones.push(await actuar(p, 'FijarPosicion', { asunto: 1, texto: 1, ...datos }));
  });
  const ultima = Math.max(...posiciones.map((p) => p.version));
  await espera(() => pantallas.every((p) => p.version >= ultima), 5000);
  const medida = { respuesta: posiciones.map((p) => p.demora), pantallas: consistencia(pantallas, posiciones), porSegundo, rechazos, bytes };
  for (const p of pantallas) p.cerrar();
  return medida;
}

/** A bare event stream: what arrives by POST goes at once, as it came, to every open connection. */
async function referencia(participantes: number, mensaje: string): Promise<Medida> {
  const abiertas = new Set<ServerResponse>();
  let version = 1;
  const servidor = createServer((req, res) => {
    if (req.method === 'GET') {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(`data: {"version":1,"hechos":[]}\n\n`);
      abiertas.add(res);
      res.on('close', () => abiertas.delete(res));
      return;
    }
    let cuerpo = '';
    req.on('data', (t) => {
      cuerpo += t;
    });
    req.on('end', () => {
      version++;
      const bytes = Buffer.from(`id: ${version}\ndata: {"version":${version},"hechos":[{"version":${version},"cuerpo":${cuerpo}}]}\n\n`);
      for (const r of abiertas) r.write(bytes);
      res.end(JSON.stringify({ version }));
    });
  });
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo));
  const puerto = (servidor.address() as { port: number }).port;
  let bytes = 0;
  const pantallas = await abrirPantallas(
    puerto,
    '/',
    Array.from({ length: participantes }, () => ''),
    (n) => {
      bytes += n;
    },
  );
  await espera(() => pantallas.every((p) => p.version > 0), 5000);
  const hechas: { demora: number; version: number; ms: number }[] = [];
  const enviar = async () => {
    const antes = performance.now();
    const r = await pedir({ port: puerto, method: 'POST', path: '/', headers: { 'content-length': Buffer.byteLength(mensaje) } }, mensaje);
    let texto = '';
    for await (const t of r) texto += t;
    hechas.push({ demora: performance.now() - antes, version: (JSON.parse(texto) as { version: number }).version, ms: antes });
  };
  const inicio = performance.now();
  await enTandas(pantallas, A_LA_VEZ, enviar);
  const porSegundo = participantes / ((performance.now() - inicio) / 1000);
  const previas = hechas.splice(0).length;
  bytes = 0;
  await enVentana(pantallas, enviar);
  await espera(() => pantallas.every((p) => p.version >= previas + hechas.length + 1), 5000);
  const medida = { respuesta: hechas.map((h) => h.demora), pantallas: consistencia(pantallas, hechas), porSegundo, rechazos: 0, bytes };
  for (const p of pantallas) p.cerrar();
  servidor.closeAllConnections();
  await new Promise((listo) => servidor.close(listo));
  return medida;
}

async function levantarServidor(url: string): Promise<{ proceso: ChildProcess; puerto: number }> {
  const proceso = fork(new URL('./servidor.ts', import.meta.url), { env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' } });
  const { puerto } = await new Promise<{ puerto: number }>((listo, fallo) => {
    proceso.once('message', (m) => listo(m as { puerto: number }));
    proceso.once('exit', (c) => fallo(new Error(`El servidor terminó con ${c}`)));
  });
  return { proceso, puerto };
}

function informar(nombre: string, pares: readonly { n: Medida; r: Medida }[], valor: (m: Medida) => number, unidad: string): void {
  const razones = pares.map((p) => valor(p.n) / Math.max(0.01, valor(p.r))).sort((a, b) => a - b);
  const mediana = (xs: number[]) => percentil(xs, 0.5);
  console.log(
    `${nombre} ratio ${mediana(razones).toFixed(2)} (min ${razones[0]?.toFixed(2)}, max ${razones.at(-1)?.toFixed(2)}) · ${mediana(pares.map((p) => valor(p.n))).toFixed(1)} ${unidad} frente a ${mediana(pares.map((p) => valor(p.r))).toFixed(1)} ${unidad}`,
  );
}

const base = await baseDeBench('sesion');
let servidor: ChildProcess | undefined;
try {
  const casa = await componer({ url: base.url });
  await instalar(casa);
  const { sector, participantes, cig } = await sembrar(casa);
  const s = await levantarServidor(base.url);
  servidor = s.proceso;
  const mensaje = JSON.stringify({
    expediente: randomUUID(),
    hecho: { tipo: 'PosicionFijada', v: 2, datos: { asunto: 1, postura: 'acuerdo', texto: 1 } },
    relleno: 'x'.repeat(330),
  });
  const pares: { n: Medida; r: Medida }[] = [];
  for (let i = 0; i < RONDAS; i++) {
    const n = await nuestra(casa, s.puerto, cig, sector, participantes);
    const r = await referencia(participantes.length, mensaje);
    pares.push({ n, r });
  }
  await casa.cerrar();
  informar('sesion-posicion-p50', pares, (m) => percentil(m.respuesta, 0.5), 'ms');
  informar('sesion-posicion-p95', pares, (m) => percentil(m.respuesta, 0.95), 'ms');
  informar('sesion-pantallas-p95', pares, (m) => percentil(m.pantallas, 0.95), 'ms');
  informar('sesion-pantallas-peor', pares, (m) => Math.max(...m.pantallas), 'ms');
  informar('sesion-asistencias-por-segundo', pares, (m) => m.porSegundo, '/s');
  const ultima = pares.at(-1)?.n;
  console.log(
    `${participantes.length} participantes; posiciones en ${VENTANA} s · ${pares.reduce((n, p) => n + p.n.rechazos, 0)} rechazos · ${((ultima?.bytes ?? 0) / participantes.length / 1024).toFixed(0)} KB por pantalla en una ronda`,
  );
} finally {
  servidor?.kill();
  await base.cerrar();
}
