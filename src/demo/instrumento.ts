import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const ETTI = idDemo('etti/salud-09');
const PRESIDENCIA = 'minsa/funcionario_sector';

const TEXTO = [
  'Artículo 1.- Finalidad. Ordenar la visita domiciliaria a niñas y niños menores de 36 meses con control CRED pendiente.',
  'Artículo 2.- Programación. El establecimiento de salud programa las visitas cada mes, con el padrón nominal que actualiza la municipalidad.',
  'Artículo 3.- Lengua. En las comunidades donde se habla quechua la visita se realiza en esa lengua.',
  'Artículo 4.- Registro. El resultado de la visita se registra el mismo día en el sistema de información del sector.',
].join('\n');

/** A guide that the ETTI of Huancavelica elevated apart from its modelo (8.13, R23). */
export async function contarInstrumento(g: Guion): Promise<void> {
  const guia = idDemo('instrumento/visita');
  const datos = { etti: ETTI, clase: 'guia', titulo: 'Guía de visita domiciliaria para el control CRED', texto: TEXTO };
  await g.hacer('gr-09/gerente_regional', 'FormularInstrumento', guia, datos, { el: g.hace(40) });
  const actaEtti = await g.documento(PRESIDENCIA, 'Acta del ETTI que acuerda elevar la guía de visita domiciliaria', [
    'Los seis miembros acuerdan por consenso elevar la guía a la CIG.',
  ]);
  await g.hacer(PRESIDENCIA, 'ElevarInstrumento', guia, { actaEtti }, { el: g.hace(12) });
}
