import { fechaDeLima } from '../kernel/calendario.ts';
import type { Catalogo } from '../kernel/tipos.ts';
import { leerCronologia } from '../lecturas/expediente.ts';
import { abierto, type Compromiso } from '../modules/acuerdo/acuerdo.ts';
import { type Cig, miembrosEl } from '../modules/cig/cig.ts';
import type { Sesion } from '../modules/sesion/sesion.ts';
import type { Db } from '../platform/base.ts';
import type { Oficina, Redaccion, Salida } from '../platform/salida/tablas.ts';
import { cartaDeAcuerdo, cartaDeConvocatoria, cartaDeRaiz } from './cartas.ts';

/** Who receives the root of the ledger and what is overdue: 5.2. */
export const SECRETARIA: Oficina = { entidad: 'pcm-sd', cargo: 'secretario_sd' };

interface Deps {
  db: Db;
  catalogo: () => Catalogo;
  direccion: string;
  ahora: () => Date;
}

/** Whom each message is for and what it says, read when it is addressed and when it is sent. */
export function crearRedaccion({ db, catalogo, direccion, ahora }: Deps): Redaccion {
  const expediente = (id: string | null) =>
    db
      .selectFrom('expediente')
      .select(['id', 'version', 'codigo', 'titulo', 'estado'])
      .where('id', '=', id ?? '')
      .executeTakeFirst();

  const deSesion = async (s: Salida) => {
    const e = await expediente(s.expediente);
    return e && { ...e, estado: e.estado as Sesion };
  };

  return {
    dirigir: async (s) => {
      if (s.clase === 'raiz') return [SECRETARIA];
      if (s.clase === 'convocatoria') {
        const sesion = await deSesion(s);
        const cig = sesion && (await expediente(sesion.estado.cig));
        return cig ? convocados(cig.estado as Cig, sesion.estado.fecha) : [];
      }
      const c = (await expediente(s.expediente))?.estado as Compromiso | undefined;
      if (!c) return [];
      return s.clase === 'recordatorio' ? [c.responsable] : unicas([c.responsable, { entidad: c.sector, cargo: 'organo_descentralizacion' }, SECRETARIA]);
    },
    redactar: async (s) => {
      const hoy = fechaDeLima(ahora());
      if (s.clase === 'raiz') {
        const raiz = await db.selectFrom('raiz').select(['fecha', 'huella', 'expedientes']).where('fecha', '=', String(s.datos.fecha)).executeTakeFirst();
        return raiz ? cartaDeRaiz(raiz, direccion) : { descartar: 'Esa raíz no está anotada.' };
      }
      if (s.clase === 'convocatoria') {
        const sesion = await deSesion(s);
        if (!sesion) return { descartar: 'La sesión ya no existe.' };
        if (sesion.estado.situacion === 'cerrado') return { descartar: 'La sesión ya se cerró.' };
        if ((sesion.estado.cierre?.fecha ?? sesion.estado.fecha) < hoy) return { descartar: 'La fecha de la sesión ya pasó.' };
        const [ultimo] = await leerCronologia(db, sesion.id, { maximo: 1 });
        return cartaDeConvocatoria(sesion, direccion, ultimo?.registradoEn ?? ahora().toISOString());
      }
      const e = await expediente(s.expediente);
      const c = e?.estado as Compromiso | undefined;
      if (!e || !c || !abierto(c)) return { descartar: 'El acuerdo ya no espera cumplimiento.' };
      if (c.vence !== s.datos.vence) return { descartar: 'El acuerdo se reprogramó.' };
      if (c.situacion === 'por_confirmar') return { descartar: 'La evidencia ya se presentó.' };
      return cartaDeAcuerdo(e.id, c, hoy, catalogo(), direccion);
    },
  };
}

/** Members, observers and guests in force on the day of the session, and the deputies of their seats. */
function convocados(cig: Cig, fecha: string): Oficina[] {
  return unicas(
    miembrosEl(cig, fecha).flatMap((m) => [{ entidad: m.entidad, cargo: m.cargo }, ...(m.suplente ? [{ entidad: m.entidad, cargo: m.suplente }] : [])]),
  );
}

const unicas = (oficinas: readonly Oficina[]): Oficina[] => [...new Map(oficinas.map((o) => [`${o.entidad}/${o.cargo}`, o])).values()];
