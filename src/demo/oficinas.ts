import type { Casa } from '../composicion.ts';
import { CARGOS, type Cargo } from '../directiva/cargos.ts';
import { masDias } from '../kernel/calendario.ts';
import type { Calidad, EntidadId, Fecha } from '../kernel/tipos.ts';
import { anotar } from '../platform/auth/bitacora.ts';
import { insertarCuenta } from '../platform/auth/cuentas.ts';
import { solicitanteInstalador } from '../platform/auth/instalacion.ts';
import type { Solicitante } from '../platform/contrato.ts';
import { type ClaveDeOficina, designacionDemo, idDemo } from './identidad.ts';

interface OficinaDemo {
  entidad: EntidadId;
  cargo: Cargo;
  calidad: Calidad;
  documento?: string;
  /** Office whose holder also holds this one. */
  tambien?: ClaveDeOficina;
}

const de = (entidad: EntidadId, ...cargos: Cargo[]): OficinaDemo[] => cargos.map((cargo) => ({ entidad, cargo, calidad: 'titular' }));
const DEL_MINISTERIO: Cargo[] = ['organo_descentralizacion', 'ogpp', 'funcionario_sector', 'secretaria_general'];

/** Offices of the demo. In Education the Secretary General is also in charge of the decentralisation office. */
export const OFICINAS: readonly OficinaDemo[] = [
  ...de('pcm', 'administrador'),
  ...de('pcm-sd', 'secretario_sd'),
  ...de('pcm-sgp', 'secretario_sgp'),
  ...de('minsa', ...DEL_MINISTERIO),
  ...de('minam', ...DEL_MINISTERIO),
  ...de('minedu', 'ogpp', 'funcionario_sector', 'secretaria_general'),
  {
    entidad: 'minedu',
    cargo: 'organo_descentralizacion',
    calidad: 'encargatura',
    documento: 'Resolución de encargatura (demostración)',
    tambien: 'minedu/secretaria_general',
  },
  ...['gr-09', 'gr-16', 'gr-21'].flatMap((gr) => de(gr, 'gobernador', 'gerente_regional')),
  ...['mp-0901', 'mp-0902', 'mp-0907', 'mp-1601', 'mp-1602', 'mp-2101', 'mp-2102', 'mp-2111'].flatMap((mp) =>
    de(mp, 'alcalde_provincial', 'gerente_municipal'),
  ),
  ...de('md-090117', 'alcalde_distrital', 'tecnico_distrital'),
  ...de('angr', 'representante_asociacion'),
  ...de('remurpe', 'representante_asociacion'),
];

export const claveDe = ({ entidad, cargo }: Pick<OficinaDemo, 'entidad' | 'cargo'>): ClaveDeOficina => `${entidad}/${cargo}`;

const personaDe = (o: OficinaDemo) => idDemo(`persona/${o.tambien ?? claveDe(o)}`);

/** Days before the load from which the offices are designated: earlier than any acto of the demo. */
const ANTIGUEDAD = 400;

/**
 * Accounts without password, one per holder, and the designation of every office by the acto `DesignarOficina`.
 * @returns who acts, by office
 * @throws when a designation is refused
 */
export async function abrirOficinas(casa: Casa, base: Fecha): Promise<Map<ClaveDeOficina, Solicitante>> {
  const desde = masDias(base, -ANTIGUEDAD);
  const cuentas = await abrirCuentas(casa);
  const respuestas = await Promise.all(
    OFICINAS.map((o) =>
      casa.ejecutar(
        {
          acto: 'DesignarOficina',
          expediente: designacionDemo(claveDe(o)),
          clave: `demo:designacion:${claveDe(o)}`,
          datos: {
            persona: personaDe(o),
            entidad: o.entidad,
            cargo: o.cargo,
            calidad: o.calidad,
            desde,
            documento: o.documento ?? 'Designación de demostración',
          },
          ocurridoEl: desde,
        },
        solicitanteInstalador(true),
      ),
    ),
  );
  const fallida = respuestas.find((r) => !r.ok);
  if (fallida && !fallida.ok) throw new Error(`No se pudo designar una oficina de la demostración: ${fallida.impedimentos.map((i) => i.motivo).join(' ')}`);
  return new Map(OFICINAS.map((o) => [claveDe(o), solicitante(casa, o, cuentas, desde)]));
}

function solicitante(casa: Casa, o: OficinaDemo, cuentas: ReadonlyMap<string, string>, desde: Fecha): Solicitante {
  const entidad = casa.catalogo().entidad(o.entidad);
  const persona = personaDe(o);
  if (!entidad) throw new Error(`La entidad ${o.entidad} de la demostración no está en el catálogo.`);
  return {
    cuenta: cuentas.get(persona) ?? persona,
    demo: true,
    actor: {
      persona,
      designacion: designacionDemo(claveDe(o)),
      cargo: o.cargo,
      calidad: o.calidad,
      entidad: o.entidad,
      tipoEntidad: entidad.tipo,
      nivel: entidad.nivel,
      sector: entidad.sector,
      territorio: entidad.territorio,
      desde,
    },
  };
}

/** Account of each holder, made once. Nobody is named: the demo has offices, not people. */
async function abrirCuentas(casa: Casa): Promise<Map<string, string>> {
  const leer = () => casa.db.selectFrom('cuenta').select(['id', 'persona']).where('demo', '=', true).execute();
  const hay = new Set((await leer()).map((c) => c.persona));
  const nuevas = OFICINAS.filter((o) => !o.tambien && !hay.has(personaDe(o)));
  const ahora = casa.ahora();
  if (nuevas.length > 0)
    await casa.db.transaction().execute(async (tx) => {
      for (const o of nuevas) {
        const sigla = casa.catalogo().entidad(o.entidad)?.sigla ?? casa.catalogo().entidad(o.entidad)?.nombre ?? o.entidad;
        const nueva = await insertarCuenta(tx, {
          persona: personaDe(o),
          nombres: 'Oficina de demostración',
          apellidos: `(${CARGOS[o.cargo].nombre}, ${sigla})`.slice(0, 100),
          correo: `${o.cargo}.${o.entidad}@demostracion.invalid`,
          hash: null,
          demo: true,
          ahora,
        });
        if (nueva) await anotar(tx, { ahora, que: 'cuenta_creada', sobre: nueva.cuenta });
      }
    });
  return new Map((await leer()).map((c) => [c.persona, c.id]));
}
