import { z } from 'zod';
import { EntidadRef, ExpedienteRef, TextoOpcional } from '../../directiva/campos.ts';
import { efecto, type HechoPara } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import type { Espacio as EspacioDeArticulacion, EspacioHecho } from '../espacio/espacio.ts';
import { type Cig, type CigHecho, claveDeEspacio } from './cig.ts';

const DatosReconocimiento = z.object({
  espacio: ExpedienteRef(
    'Espacio de articulación',
    'espacio',
    'El que su gobierno ya generó. Si no tiene expediente, escriba su nombre y su gobierno.',
  ).optional(),
  nombre: TextoOpcional('Nombre del espacio', 'Solo si no tiene expediente.', 300).meta({ control: 'texto' }),
  entidad: EntidadRef('Gobierno que lo conduce', 'Solo si no tiene expediente.', [
    'gobierno_regional',
    'municipalidad_provincial',
    'municipalidad_distrital',
    'asociacion',
  ]).optional(),
});
type DatosReconocimiento = z.output<typeof DatosReconocimiento>;

const no = (campo: string, motivo: string, remedio: string): { impedimentos: Impedimento[] } => ({
  impedimentos: [{ numeral: '8.14', campo, motivo, remedio }],
});

/** 8.14: only spaces that the CIG recognised may be asked for a prior opinion. One with an expediente learns it too. */
export const reconocerEspacio = efecto<Cig, DatosReconocimiento, HechoPara<CigHecho | EspacioHecho>>({
  nombre: 'ReconocerEspacio',
  titulo: 'Reconocer un espacio de articulación',
  resumen: 'La CIG reconoce un espacio sectorial regional o local, que podrá emitir opinión previa.',
  numerales: ['8.14'],
  datos: DatosReconocimiento,
  refs: (d) => ({ espacio: d.espacio }),
  escribe: (d) => (d.espacio ? ['espacio'] : []),
  decidir: (c, d, a, ctx) => {
    const leido = d.espacio ? ctx.leidos.espacio : undefined;
    if (d.espacio && leido?.tipo !== 'espacio') return no('espacio', 'El expediente citado no es un espacio de articulación.', 'Elija un espacio de la lista.');
    const { nombre, entidad } = (leido?.estado as EspacioDeArticulacion | undefined) ?? d;
    if (!nombre || !entidad)
      return no('espacio', 'Falta decir qué espacio se reconoce.', 'Elija un espacio de la lista, o escriba su nombre y el gobierno que lo conduce.');
    if (leido && c.espacios.some((e) => e.expediente === leido.id))
      return no('espacio', 'La comisión ya reconoció ese espacio.', 'Retire el asunto de la agenda.');
    const e = ctx.catalogo.entidad(entidad);
    if (!e || (e.nivel === 'nacional' && e.tipo !== 'asociacion'))
      return no(
        leido ? 'espacio' : 'entidad',
        'Los espacios de articulación son de nivel regional o local.',
        'Elija uno que conduzca un gobierno regional o una municipalidad.',
      );
    const enLaCig: HechoPara<CigHecho> = { tipo: 'EspacioReconocido', v: 1, datos: { nombre, entidad, sesion: a.sesion, expediente: leido?.id } };
    if (!leido) return { hechos: [enLaCig] };
    const enElEspacio: HechoPara<EspacioHecho> = {
      en: 'espacio',
      tipo: 'ReconocimientoObtenido',
      v: 1,
      datos: { cig: a.cig, nombreCig: c.nombre, clave: claveDeEspacio(c, entidad), sesion: a.sesion, nombreSesion: a.nombreSesion },
    };
    return { hechos: [enLaCig, enElEspacio] };
  },
});
