import { redirect } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy, fechaDeLima, masDias } from '../../kernel/calendario.ts';
import { CALIDADES } from '../../modules/designacion/designacion.etiquetas.ts';
import { emitirFicha, listarFichas, revocarFicha } from '../../platform/auth/fichas.ts';
import type { SesionActiva } from '../../platform/auth/sesiones.ts';
import type { Deps } from '../contexto.ts';
import { fichaMostrada } from '../fichas.ts';
import { fechaHora } from '../formato.ts';
import { formaDesconocida, responder, responderNegado } from '../gestion.servidor.ts';
import { texto } from '../sesion.servidor.ts';

export type DepsConSesion = Deps & { sesion: SesionActiva };

/** Whoever signed in, with or without an office; first the password, when it must be changed. */
export function propiaDe(deps: Deps): DepsConSesion {
  if (!deps.sesion) throw redirect('/ingresar?volver=/cuenta');
  if (deps.sesion.debeCambiar) throw redirect('/clave?volver=/cuenta');
  return deps as DepsConSesion;
}

/** What «Mi cuenta» shows. */
export async function datosDeMiCuenta(deps: DepsConSesion) {
  const { sesion } = deps;
  const hoy = fechaDeLima(deps.ahora());
  const [sesiones, fichas] = await Promise.all([deps.ingresos.sesiones(), listarFichas(deps.db, sesion.cuenta)]);
  return {
    csrf: deps.csrf,
    nombre: sesion.nombre,
    correo: sesion.correo,
    demo: sesion.demo,
    hoy,
    dentroDeUnAnio: masDias(hoy, 365),
    sinOficina: sesion.sinOficina,
    oficinas: sesion.oficinas.map((o) => ({
      id: o.designacion,
      oficina: nombreDeCargo(o.cargo),
      entidad: o.entidadNombre,
      calidad: CALIDADES[o.calidad],
      vigencia: o.hasta ? `del ${dmy(o.desde)} al ${dmy(o.hasta)}` : `desde el ${dmy(o.desde)}, sin término`,
      enUso: o.designacion === sesion.actor?.designacion,
    })),
    sesiones: sesiones.map((s) => ({
      id: s.id,
      esta: s.esta,
      navegador: s.navegador ?? 'Navegador sin identificar',
      oficina: s.oficina ? `${nombreDeCargo(s.oficina.cargo)} · ${s.oficina.entidadNombre}` : null,
      desde: fechaHora(s.creadaEn),
      uso: fechaHora(s.ultimaEn),
    })),
    fichas: fichas.map((f) => fichaMostrada(f, hoy)),
  };
}

/** Does what a form of «Mi cuenta» asks. */
export async function gestionarMiCuenta(deps: DepsConSesion, datos: FormData) {
  const forma = texto(datos, 'forma');
  if (forma === 'ficha') return crearFicha(deps, datos);
  if (forma === 'cerrar-otras' || forma.startsWith('cerrar-')) {
    const n = await deps.ingresos.cerrarOtras(forma === 'cerrar-otras' ? undefined : forma.slice('cerrar-'.length));
    const titulo = n === 0 ? 'No había otras sesiones que cerrar.' : n === 1 ? 'La sesión quedó cerrada.' : `${n} sesiones quedaron cerradas.`;
    return responder(datos, { ok: true, logro: { titulo, detalle: n > 0 ? 'Si no eran suyas, cambie además su contraseña.' : undefined } });
  }
  if (forma.startsWith('revocar-')) {
    const r = await revocarFicha(deps.db, { cuenta: deps.sesion.cuenta, actor: null }, forma.slice('revocar-'.length), deps.ahora());
    return r.ok
      ? responder(datos, { ok: true, logro: { titulo: 'La ficha quedó revocada.', detalle: 'El sistema que la usaba ya no puede actuar en su nombre.' } })
      : responderNegado(datos, r);
  }
  return formaDesconocida(datos);
}

async function crearFicha(deps: DepsConSesion, datos: FormData) {
  const r = await emitirFicha(deps.db, deps.sesion, {
    nombre: texto(datos, 'nombre'),
    designacion: texto(datos, 'designacion'),
    venceEl: texto(datos, 'venceEl'),
    ahora: deps.ahora(),
  });
  if (!r.ok) return responderNegado(datos, r);
  return responder(datos, {
    ok: true,
    logro: {
      titulo: 'La ficha quedó creada.',
      detalle: 'Configúrela en el sistema que la usará, como «Authorization: Bearer» seguido de la ficha. Quien la tenga actúa con la oficina elegida.',
      secreto: { etiqueta: 'Ficha:', valor: r.token },
    },
  });
}

export type DatosDeMiCuenta = Awaited<ReturnType<typeof datosDeMiCuenta>>;
