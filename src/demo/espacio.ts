import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const GORE = 'gr-09/gerente_regional';

/** Space that the CIG of Salud recognised and asked for its opinion. */
export const MESA = idDemo('espacio/anemia-09');

/** A territorial space of Huancavelica, before any CIG recognised it (7.3.2.c). */
export async function generarMesa(g: Guion): Promise<void> {
  await g.hacer(
    GORE,
    'GenerarEspacio',
    MESA,
    {
      clase: 'territorial',
      nombre: 'Mesa regional de lucha contra la anemia de Huancavelica',
      proposito: 'Discutir con municipalidades, comunidades y organizaciones el modelo de control CRED.',
      integrantes: ['mp-0901', 'mp-0907'],
    },
    { el: g.hace(232) },
  );
}

/** What the space discussed of the modelo, with civil society. */
export async function reunirMesa(g: Guion): Promise<void> {
  const sobre = idDemo('modelo/cred-09');
  const temas = 'Visita domiciliaria, padrón nominal y atención en quechua.';
  await g.hacer(GORE, 'ConvocarReunion', MESA, { fecha: g.hace(50), lugar: 'Auditorio del Gobierno Regional, Huancavelica', temas, sobre }, { el: g.hace(64) });
  const aportar = (quien: typeof GORE | 'mp-0901/gerente_municipal', clase: string, institucion: string, texto: string) =>
    g.hacer(quien, 'RegistrarAporte', MESA, { reunion: 1, clase, institucion, texto, sobre }, { el: g.hace(50) });
  await aportar('mp-0901/gerente_municipal', 'gobierno', 'Municipalidad Provincial de Huancavelica', 'El padrón puede cruzarse cada mes con la red de salud.');
  await aportar(GORE, 'comunidad', 'Comunidades campesinas de Yauli', 'Que la visita se haga en quechua y fuera de los días de feria.');
  const asistentes = [
    { clase: 'gobierno', cuantos: 9 },
    { clase: 'comunidad', institucion: 'Comunidades campesinas de Yauli', cuantos: 14 },
    { clase: 'usuarios', cuantos: 21 },
  ];
  const conclusiones = 'Se respalda el modelo y se pide que la guía de visita prevea la atención en quechua.';
  await g.hacer(GORE, 'ConcluirReunion', MESA, { reunion: 1, asistentes, conclusiones }, { el: g.hace(48) });
  const segunda = { fecha: g.en(12), lugar: 'Plaza de Yauli', temas: 'Primeros resultados de la visita domiciliaria.', sobre };
  await g.hacer(GORE, 'ConvocarReunion', MESA, segunda, { el: g.hace(3) });
}
