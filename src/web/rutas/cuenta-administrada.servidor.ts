import { randomUUID } from 'node:crypto';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { type CuentaCompleta, findCuenta, hechosDeDesignaciones } from '../../lecturas/administracion.ts';
import { CALIDADES } from '../../modules/designacion/designacion.etiquetas.ts';
import { historiaDeCuenta } from '../../platform/auth/cuentas.lista.ts';
import {
  bloquearCuenta,
  corregirPersona,
  desactivarCuenta,
  desbloquearCuenta,
  levantarSuspension,
  reactivarCuenta,
  restablecerClave,
  suprimirDatos,
} from '../../platform/auth/cuentas.ts';
import { listarFichas, revocarFicha } from '../../platform/auth/fichas.ts';
import type { Negado } from '../../platform/auth/tablas.ts';
import { ANOTACIONES } from '../etiquetas.cuentas.ts';
import { nombreDeHecho, type Tono } from '../etiquetas.ts';
import { fichaMostrada } from '../fichas.ts';
import { fechaHora } from '../formato.ts';
import { formaDesconocida, opcional, responder, responderActo, responderNegado } from '../gestion.servidor.ts';
import { type DepsDeOficina, noExiste, texto } from '../sesion.servidor.ts';

async function cuentaDe(deps: DepsDeOficina, id: string | undefined): Promise<CuentaCompleta> {
  const cuenta = id ? await findCuenta(deps.db, id) : undefined;
  if (!cuenta) throw noExiste('Esa cuenta no existe.', 'Búsquela en la lista de cuentas.');
  return cuenta;
}

function estadoDe(c: CuentaCompleta): { texto: string; tono: Tono } {
  if (c.suprimida) return { texto: 'Datos suprimidos', tono: 'gris' };
  if (!c.activa) return { texto: 'Desactivada', tono: 'gris' };
  return c.bloqueada ? { texto: 'Bloqueada', tono: 'rojo' } : { texto: 'Activa', tono: 'verde' };
}

function situacionDe(d: CuentaCompleta['designaciones'][number], hoy: string): { texto: string; tono: Tono } {
  if (d.anulada) return { texto: 'Anulada', tono: 'ambar' };
  if (d.desde > hoy) return { texto: 'Por empezar', tono: 'azul' };
  return d.hasta && d.hasta < hoy ? { texto: 'Terminada', tono: 'gris' } : { texto: 'Vigente', tono: 'verde' };
}

/** All that the page of an account shows. */
export async function datosDeCuenta(deps: DepsDeOficina, id: string | undefined) {
  const c = await cuentaDe(deps, id);
  const hoy = fechaDeLima(deps.ahora());
  const [historia, hechos, fichas] = await Promise.all([
    historiaDeCuenta(deps.db, c.id, deps.ahora()),
    hechosDeDesignaciones(deps.db, c.persona),
    listarFichas(deps.db, c.id),
  ]);
  const sucesos = [
    ...historia.anotaciones.map((a) => ({ en: a.ocurrioEn, que: ANOTACIONES[a.que] ?? a.que, detalle: '', por: a.por ?? 'La plataforma', a: null })),
    ...hechos.map((h) => ({
      en: h.registradoEn,
      que: nombreDeHecho('designacion', h.hecho),
      detalle: `${nombreDeCargo(h.cargo)} · ${h.entidadNombre}`,
      por: `${nombreDeCargo(h.por.cargo)} · ${h.por.entidadNombre}`,
      a: `/expediente/${h.designacion}`,
    })),
  ].sort((a, b) => Date.parse(b.en) - Date.parse(a.en));
  return {
    csrf: deps.csrf,
    clave: randomUUID(),
    id: c.id,
    persona: c.persona,
    nombres: c.nombres,
    apellidos: c.apellidos,
    dni: c.dni,
    correo: c.correo,
    propia: c.id === deps.quien.cuenta,
    activa: c.activa,
    bloqueada: c.bloqueada,
    suprimida: c.suprimida,
    demo: c.demo,
    debeCambiar: c.debeCambiar,
    conClave: c.conClave,
    estado: estadoDe(c),
    suspendidaHasta: historia.suspendidaHasta ? fechaHora(historia.suspendidaHasta) : null,
    ultimoIngreso: c.ultimoIngreso ? fechaHora(c.ultimoIngreso) : null,
    hoy,
    designaciones: c.designaciones.map((d) => ({
      id: d.id,
      version: d.version,
      oficina: nombreDeCargo(d.cargo),
      entidad: d.entidadNombre,
      calidad: CALIDADES[d.calidad],
      documento: d.documento ?? (d.calidad === 'representante' ? 'Sin acto de delegación registrado' : null),
      desde: dmy(d.desde),
      hasta: d.hasta ? dmy(d.hasta) : null,
      situacion: situacionDe(d, hoy),
      terminable: !d.anulada && (!d.hasta || d.hasta >= hoy),
    })),
    fichas: fichas.map((f) => fichaMostrada(f, hoy)),
    historia: sucesos.slice(0, 100).map((s) => ({ ...s, en: fechaHora(s.en) })),
    masHistoria: sucesos.length > 100,
  };
}

type Simple = (deps: DepsDeOficina, cuenta: string) => Promise<{ ok: true } | Negado>;

/** Actions without data: what they do, and what the page says when done. */
const SIMPLES: Readonly<Record<string, { hacer: Simple; titulo: string; detalle: string }>> = {
  bloquear: {
    hacer: (d, c) => bloquearCuenta(d.db, d.quien, c, d.ahora()),
    titulo: 'La cuenta quedó bloqueada.',
    detalle: 'Sus sesiones terminaron. No ingresa ni usa sus fichas hasta que la desbloquee.',
  },
  desbloquear: {
    hacer: (d, c) => desbloquearCuenta(d.db, d.quien, c, d.ahora()),
    titulo: 'La cuenta quedó desbloqueada.',
    detalle: 'La persona puede ingresar.',
  },
  levantar: {
    hacer: (d, c) => levantarSuspension(d.db, d.quien, c, d.ahora()),
    titulo: 'La suspensión quedó levantada.',
    detalle: 'La persona puede intentar el ingreso de nuevo.',
  },
  desactivar: {
    hacer: (d, c) => desactivarCuenta(d.db, d.quien, c, d.ahora()),
    titulo: 'La cuenta quedó desactivada.',
    detalle: 'Sus sesiones terminaron y sus fichas quedaron revocadas. Sus actos y designaciones se conservan.',
  },
  reactivar: {
    hacer: (d, c) => reactivarCuenta(d.db, d.quien, c, d.ahora()),
    titulo: 'La cuenta quedó reactivada.',
    detalle: 'La persona puede ingresar. Sus fichas anteriores siguen revocadas: debe crear otras.',
  },
  suprimir: {
    hacer: (d, c) => suprimirDatos(d.db, d.quien, c, d.ahora()),
    titulo: 'Los datos personales quedaron suprimidos.',
    detalle: 'Los expedientes conservan qué oficina actuó, sin el nombre.',
  },
};

/** Does what a form of the page asks. */
export async function gestionarCuenta(deps: DepsDeOficina, id: string | undefined, datos: FormData) {
  const c = await cuentaDe(deps, id);
  const forma = texto(datos, 'forma');
  const simple = SIMPLES[forma];
  if (simple) {
    const r = await simple.hacer(deps, c.id);
    return r.ok ? responder(datos, { ok: true, logro: { titulo: simple.titulo, detalle: simple.detalle } }) : responderNegado(datos, r);
  }
  if (forma === 'restablecer') return restablecer(deps, c, datos);
  if (forma === 'corregir') {
    const r = await corregirPersona(
      deps.db,
      deps.quien,
      c.id,
      { nombres: texto(datos, 'nombres'), apellidos: texto(datos, 'apellidos'), dni: opcional(datos, 'dni') },
      deps.ahora(),
    );
    return r.ok ? responder(datos, { ok: true, logro: { titulo: 'Los datos quedaron corregidos.' } }) : responderNegado(datos, r);
  }
  if (forma.startsWith('terminar-') && c.designaciones.some((d) => `terminar-${d.id}` === forma))
    return responderActo(
      deps,
      datos,
      'TerminarDesignacion',
      forma.slice('terminar-'.length),
      { hasta: texto(datos, 'hasta'), motivo: texto(datos, 'motivo') },
      {
        titulo: 'La designación termina en la fecha indicada.',
        detalle: 'Desde el día siguiente la persona ya no actúa con esa oficina.',
      },
    );
  if (forma.startsWith('revocar-') && (await listarFichas(deps.db, c.id)).some((f) => `revocar-${f.id}` === forma)) {
    const r = await revocarFicha(deps.db, deps.quien, forma.slice('revocar-'.length), deps.ahora());
    return r.ok
      ? responder(datos, { ok: true, logro: { titulo: 'La ficha quedó revocada.', detalle: 'El sistema que la usaba ya no puede actuar.' } })
      : responderNegado(datos, r);
  }
  return formaDesconocida(datos);
}

async function restablecer(deps: DepsDeOficina, c: CuentaCompleta, datos: FormData) {
  const r = await restablecerClave(deps.db, deps.quien, c.id, deps.ahora());
  if (!r.ok) return responderNegado(datos, r);
  return responder(datos, {
    ok: true,
    logro: {
      titulo: 'La contraseña quedó restablecida.',
      detalle: 'Sus sesiones terminaron. Entregue la contraseña temporal por un medio seguro; la persona la cambiará al ingresar.',
      secreto: { etiqueta: `Contraseña temporal de ${c.correo}:`, valor: r.clave },
    },
  });
}

export type DatosDeCuenta = Awaited<ReturnType<typeof datosDeCuenta>>;
