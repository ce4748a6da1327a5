import type { Catalogo, Entidad, Territorio } from '../src/kernel/tipos.ts';

const T = (id: string, nombre: string, tipo: Territorio['tipo'], padre?: string, departamental?: string, cercado?: boolean): Territorio => ({
  id,
  nombre,
  tipo,
  padre,
  departamental,
  cercado,
});

const TERRITORIOS: readonly Territorio[] = [
  T('pe', 'Perú', 'pais'),
  T('07', 'Callao', 'departamento', 'pe', '07'),
  T('0701', 'Prov. Const. del Callao', 'provincia', '07', '07'),
  T('09', 'Huancavelica', 'departamento', 'pe', '09'),
  T('0901', 'Huancavelica', 'provincia', '09', '09'),
  T('090101', 'Huancavelica', 'distrito', '0901', '09', true),
  T('090102', 'Acobambilla', 'distrito', '0901', '09'),
  T('0902', 'Acobamba', 'provincia', '09', '09'),
  T('0903', 'Angaraes', 'provincia', '09', '09'),
  T('15', 'Lima', 'departamento', 'pe'),
  T('15M', 'Lima Metropolitana', 'ambito', '15', '15M'),
  T('15P', 'Lima Provincias', 'ambito', '15', '15P'),
  T('1501', 'Lima', 'provincia', '15', '15M'),
  T('1502', 'Barranca', 'provincia', '15', '15P'),
  T('21', 'Puno', 'departamento', 'pe', '21'),
  T('2101', 'Puno', 'provincia', '21', '21'),
];

const E = (id: string, nombre: string, tipo: Entidad['tipo'], nivel: Entidad['nivel'], resto: Partial<Entidad> = {}): Entidad => ({
  id,
  nombre,
  tipo,
  nivel,
  ...resto,
});

const ENTIDADES: readonly Entidad[] = [
  E('pcm', 'Presidencia del Consejo de Ministros', 'pcm', 'nacional', { sigla: 'PCM', sector: 'pcm' }),
  E('sd', 'Secretaría de Descentralización', 'secretaria_pcm', 'nacional', { sigla: 'SD' }),
  E('minsa', 'Ministerio de Salud', 'ministerio', 'nacional', { sigla: 'MINSA', sector: 'minsa' }),
  E('minedu', 'Ministerio de Educación', 'ministerio', 'nacional', { sigla: 'MINEDU', sector: 'minedu' }),
  E('sis', 'Seguro Integral de Salud', 'adscrito', 'nacional', { sigla: 'SIS', sector: 'minsa' }),
  E('gr-07', 'Gobierno Regional del Callao', 'gobierno_regional', 'regional', { territorio: '07' }),
  E('gr-09', 'Gobierno Regional de Huancavelica', 'gobierno_regional', 'regional', { territorio: '09' }),
  E('gr-21', 'Gobierno Regional de Puno', 'gobierno_regional', 'regional', { territorio: '21' }),
  E('gr-15', 'Gobierno Regional de Lima', 'gobierno_regional', 'regional', { territorio: '15P' }),
  E('mp-0701', 'Municipalidad Provincial del Callao', 'municipalidad_provincial', 'provincial', { territorio: '0701' }),
  E('mp-0901', 'Municipalidad Provincial de Huancavelica', 'municipalidad_provincial', 'provincial', { territorio: '0901' }),
  E('mp-0902', 'Municipalidad Provincial de Acobamba', 'municipalidad_provincial', 'provincial', { territorio: '0902' }),
  E('mp-0903', 'Municipalidad Provincial de Angaraes', 'municipalidad_provincial', 'provincial', { territorio: '0903' }),
  E('mp-1501', 'Municipalidad Metropolitana de Lima', 'municipalidad_provincial', 'provincial', { territorio: '1501' }),
  E('mp-2101', 'Municipalidad Provincial de Puno', 'municipalidad_provincial', 'provincial', { territorio: '2101' }),
  E('md-090102', 'Municipalidad Distrital de Acobambilla', 'municipalidad_distrital', 'distrital', { territorio: '090102' }),
  E('remurpe', 'Red de Municipalidades Urbanas y Rurales del Perú', 'asociacion', 'regional'),
];

/** Three departments and the two of Lima: enough for rules that do not count the whole country. */
export function catalogoMinimo(): Catalogo {
  return {
    territorio: (id) => TERRITORIOS.find((t) => t.id === id),
    hijosDe: (id) => TERRITORIOS.filter((t) => t.padre === id),
    provinciasDe: (d) => TERRITORIOS.filter((t) => t.tipo === 'provincia' && t.departamental === d),
    departamentales: () => TERRITORIOS.filter((t) => t.departamental === t.id),
    entidad: (id) => ENTIDADES.find((e) => e.id === id),
    gobiernoDe: (t) => ENTIDADES.find((e) => e.territorio === (t === '15M' ? '1501' : t)),
    entidades: () => ENTIDADES,
    competencia: (clave) => (clave.startsWith('L') ? { clave, texto: clave } : undefined),
  };
}
