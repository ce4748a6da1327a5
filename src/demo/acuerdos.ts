import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const CIG = idDemo('cig/ambiente');
const SESION = idDemo('sesion/ambiente-1');
const MODELO = idDemo('modelo/residuos-16');
const SECTOR = 'minam/organo_descentralizacion';

/** What the first session of Ambiente agreed and is being followed up: one fulfilled, one overdue, one about to be due. */
export async function contarAcuerdos(g: Guion): Promise<void> {
  const comun = { cig: CIG, sesion: SESION };
  const reglas = idDemo('acuerdo/asistencia');
  await g.hacer(
    SECTOR,
    'RegistrarCompromiso',
    reglas,
    {
      ...comun,
      asunto: 1,
      titulo: 'Asistir a las municipalidades sin oficina ambiental',
      responsable: 'minam',
      cargo: 'funcionario_sector',
      cumplimiento: 'Las municipalidades del plan recibieron al menos una visita técnica y su informe',
      vence: g.hace(60),
    },
    { el: g.hace(188) },
  );
  await g.hacer('minam/funcionario_sector', 'InformarAvance', reglas, { texto: 'Visitas a Maynas y Alto Amazonas.', porcentaje: 60 }, { el: g.hace(120) });
  await g.hacer('minam/funcionario_sector', 'DarPorCumplido', reglas, { texto: 'Cuatro visitas con informe, la última en Yurimaguas.' }, { el: g.hace(66) });
  await g.hacer(SECTOR, 'DarPorCumplido', reglas, {}, { el: g.hace(64) });

  const financiamiento = idDemo('acuerdo/financiamiento');
  await g.hacer(
    SECTOR,
    'RegistrarCompromiso',
    financiamiento,
    {
      ...comun,
      sobre: MODELO,
      titulo: 'Proponer cómo se financia la operación del relleno compartido',
      responsable: 'gr-16',
      cargo: 'gerente_regional',
      cumplimiento: 'La propuesta de fondo de operación está en la estrategia del modelo',
      vence: g.hace(45),
    },
    { el: g.hace(188) },
  );
  await g.hacer(
    SECTOR,
    'ReprogramarCompromiso',
    financiamiento,
    { vence: g.hace(10), motivo: 'El gobierno regional pidió esperar el cierre del presupuesto.' },
    { el: g.hace(44) },
  );
  await g.hacer(
    'gr-16/gerente_regional',
    'InformarAvance',
    financiamiento,
    { texto: 'Borrador en consulta con las provincias.', porcentaje: 40 },
    { el: g.hace(20) },
  );

  await g.hacer(
    SECTOR,
    'RegistrarCompromiso',
    idDemo('acuerdo/pesaje'),
    {
      ...comun,
      titulo: 'Enviar el registro mensual de toneladas recogidas en Yurimaguas',
      responsable: 'mp-1602',
      cargo: 'gerente_municipal',
      cumplimiento: 'El ETTI recibió el registro de doce meses',
      vence: g.en(5),
    },
    { el: g.hace(30) },
  );
}
