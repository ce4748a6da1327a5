import type { z } from 'zod';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia } from '../../kernel/tipos.ts';
import { DatosImportarNormas } from './catalogo.campos.ts';
import type { CatalogoHecho, CatalogoState } from './catalogo.ts';
import { administra } from './permisos.ts';

/** Competences become citable in the eligibility of services (6.5) and in the processes (9.1). */
export const importarNormas = acto<CatalogoState, z.output<typeof DatosImportarNormas>, CatalogoHecho>({
  nombre: 'ImportarNormas',
  titulo: 'Importar normas',
  resumen: 'Incorpora normas y las funciones que dan competencia a cada nivel. No elimina ninguna.',
  expediente: 'catalogo',
  numerales: ['9.1'],
  concurrencia: 'version',
  datos: DatosImportarNormas,
  puede: administra,
  decidir: (s, { documento: _, ...datos }) => {
    const advertencias: Advertencia[] = [];
    if (s.importaciones.normas?.archivo === datos.archivo) advertencias.push({ numeral: '9.1', motivo: 'Este archivo ya se había importado.' });
    if (datos.resumen.rechazado) advertencias.push({ numeral: '9.1', motivo: `Filas del archivo que no se incorporaron: ${datos.resumen.rechazado}.` });
    return { hechos: [{ tipo: 'NormasImportadas', v: 1, datos }], advertencias };
  },
});
