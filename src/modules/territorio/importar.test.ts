import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { prepararImportacion } from './importar.ts';

const catalogo = catalogoReal();
const HUELLA = 'a'.repeat(64);
const INEI = '\uFEFFdepartamento;provincia;distrito;ubigeo;capital_legal;categoría;altitud;población;latitud;longitud';
const RENIEC = 'inei,reniec,departamento,provincia,distrito,capital';

function preparar(...filas: string[]) {
  const r = prepararImportacion(filas.join('\n'), catalogo, HUELLA);
  if (!r.ok) throw new Error(r.motivo);
  return r;
}
const negada = (texto: string) => {
  const r = prepararImportacion(texto, catalogo, HUELLA);
  return r.ok ? '' : r.motivo;
};

describe('Importar la tabla del INEI', () => {
  it('completa capital, población y posición de un distrito conocido y conserva su nombre', () => {
    const r = preparar(INEI, 'AMAZONAS;Chachapoyas;CHILIQUIN;010105;Chiliquín;Pueblo;2677.0;554;-6.05833333;-77.7375');
    expect(r.lineas).toEqual([
      { linea: 2, codigo: '010105', nombre: 'AMAZONAS / Chachapoyas / CHILIQUIN', resultado: 'igual', efecto: 'cambiado', motivo: 'Se actualizan sus datos.' },
    ]);
    expect(r.datos.territorios).toEqual([
      {
        id: '010105',
        nombre: 'Chiliquín',
        tipo: 'distrito',
        padre: '0101',
        departamental: '01',
        capital: 'Chiliquín',
        poblacion: 554,
        lat: -6.05833333,
        lon: -77.7375,
      },
    ]);
  });

  it('repone el cero inicial perdido', () => {
    const [linea] = preparar(INEI, 'Amazonas;Chachapoyas;Balsas;10103;;;;;;').lineas;
    expect(linea).toMatchObject({ codigo: '10103', resultado: 'igual', motivo: 'Se repuso el cero inicial: 010103.' });
  });

  it('incorpora un distrito nuevo con su municipalidad', () => {
    const r = preparar(INEI, 'Puno;Puno;Distrito Nuevo;210116;Villa Nueva;Pueblo;3800;100;-15.8;-70.0');
    expect(r.datos.resumen).toEqual({ nuevo: 1 });
    expect(r.datos.territorios[0]).toMatchObject({ id: '210116', padre: '2101', departamental: '21', poblacion: 100 });
    expect(r.datos.entidades).toEqual([
      { id: 'md-210116', nombre: 'Municipalidad Distrital de Distrito Nuevo', tipo: 'municipalidad_distrital', nivel: 'distrital', territorio: '210116' },
    ]);
  });

  it('incorpora una provincia nueva, con su cercado y su municipalidad provincial', () => {
    const r = preparar(INEI, 'Lima;Valle Nuevo;Valle Nuevo;151101;;;;;;', 'Lima;Valle Nuevo;Otro Valle;151102;;;;;;');
    expect(r.datos.territorios.map((t) => [t.id, t.padre, t.departamental, t.cercado])).toEqual([
      ['1511', '15P', '15P', undefined],
      ['151101', '1511', '15P', true],
      ['151102', '1511', '15P', undefined],
    ]);
    expect(r.datos.entidades.map((e) => e.id)).toEqual(['mp-1511', 'md-151102']);
  });

  it('renombra el distrito y su municipalidad', () => {
    const anterior = catalogo.territorio('050703')?.nombre;
    const r = preparar(INEI, 'Ayacucho;Parinacochas;NOMBRE DE LA VILLA;050703;;;;;;');
    expect(r.lineas[0]).toMatchObject({ resultado: 'renombrado', motivo: `Antes: «${anterior}».` });
    expect(r.datos.territorios[0]?.nombre).toBe('Nombre de la Villa');
    expect(r.datos.entidades[0]).toMatchObject({ id: 'md-050703', nombre: 'Municipalidad Distrital de Nombre de la Villa' });
  });

  it('no renombra si la fila dice otra provincia', () => {
    expect(preparar(INEI, 'Ayacucho;Lucanas;Nombre Nuevo;050703;;;;;;').lineas[0]?.resultado).toBe('rechazado');
  });

  it('conserva el nombre cuando el archivo lo trae cortado', () => {
    const r = preparar(INEI, 'Cajamarca;Contumazá;Santa Cruz de Toled;060506;Santa Cruz;Villa;2400;1000;-7.3;-78.8');
    expect(r.lineas[0]).toMatchObject({ resultado: 'igual' });
    expect(r.datos.territorios[0]).toMatchObject({ nombre: 'Santa Cruz de Toledo', poblacion: 1000 });
  });

  it('no toma un código de RENIEC por uno del INEI: compara los nombres', () => {
    const r = preparar(INEI, 'CUSCO;CUSCO;CUSCO;070101;;;;;;', 'CUSCO;QUISPICANCHI;LUCRE;071208;;;;;;');
    expect(r.lineas.map((l) => l.resultado)).toEqual(['rechazado', 'rechazado']);
    expect(r.lineas[0]?.motivo).toContain('distrito de Callao');
    expect(r.lineas[1]?.motivo).toContain('081208');
    expect(r.datos.territorios).toEqual([]);
  });

  it('cuando muchos códigos son ajenos no crea ni renombra nada', () => {
    const r = preparar(INEI, 'CUSCO;CUSCO;CUSCO;070101;;;;;;', 'Puno;Puno;Distrito Nuevo;210116;;;;;;');
    expect(r.datos.resumen).toEqual({ rechazado: 2 });
  });

  it('rechaza con motivo la fila sin código, repetida o incompleta, y sigue con las demás', () => {
    const r = preparar(
      INEI,
      'Amazonas;Chachapoyas;Balsas;;;;;;;',
      'Amazonas;Chachapoyas;Balsas;01-01;;;;;;',
      'Amazonas;Chachapoyas;Balsas;010103;;;;;;',
      'Amazonas;Chachapoyas;Balsas;010103;;;;;;',
      'Amazonas;;Balsas;010104',
      '',
      'Amazonas;Chachapoyas;Granada;010107;;;;;;',
    );
    expect(r.lineas.map((l) => [l.linea, l.resultado])).toEqual([
      [2, 'rechazado'],
      [3, 'rechazado'],
      [4, 'igual'],
      [5, 'rechazado'],
      [6, 'rechazado'],
      [8, 'igual'],
    ]);
    expect(r.lineas[3]?.motivo).toContain('línea 4');
  });

  it('deja sin usar un valor ilegible y lo dice; «sin dato» no es cero', () => {
    const r = preparar(INEI, 'Amazonas;Chachapoyas;Balsas;010103;NA;;;1,125;-77.7;-6.2');
    expect(r.lineas[0]).toMatchObject({ resultado: 'igual', motivo: 'Sin usar por ilegible: poblacion, latitud, longitud.' });
    expect(r.datos.territorios).toEqual([]);
  });
});

describe('Importar la tabla INEI–RENIEC', () => {
  it('agrega el código de RENIEC y no cambia los nombres', () => {
    const r = preparar(RENIEC, '090102,080102,HUANCAVELICA,HUANCAVELICA,ACOBAMBILLA,', '110301,100301,ICA,"NAZCA","NAZCA",Nasca');
    expect(r.datos.codigos).toEqual([
      { territorio: '090102', emisor: 'RENIEC', codigo: '080102', vigente: true },
      { territorio: '110301', emisor: 'RENIEC', codigo: '100301', vigente: true },
    ]);
    expect(r.datos.territorios).toEqual([]);
    expect(r.lineas[1]?.motivo).toContain('el catálogo conserva «Nasca»');
  });

  it('reconoce por sus nombres la fila sin código del INEI', () => {
    const r = preparar(RENIEC, 'NA,170107,MOQUEGUA,MARISCAL NIETO,SAN ANTONIO,NA');
    expect(r.lineas[0]).toMatchObject({ resultado: 'codigo_reniec' });
    expect(r.datos.codigos).toEqual([{ territorio: '180107', emisor: 'RENIEC', codigo: '170107', vigente: true }]);
  });

  it('conserva como no vigente el código de un distrito que cambió de provincia', () => {
    const r = preparar(RENIEC, '160109,150107,LORETO,MAYNAS,PUTUMAYO,NA', '150144,NA,LIMA,LIMA,SANTA MARIA DE HUACHIPA,NA');
    expect(r.datos.resumen).toEqual({ no_vigente: 2 });
    expect(r.datos.codigos).toEqual([
      { territorio: '160801', emisor: 'INEI', codigo: '160109', vigente: false },
      { territorio: '160801', emisor: 'RENIEC', codigo: '150107', vigente: false },
    ]);
  });

  it('con las columnas cambiadas rechaza las filas', () => {
    const r = preparar('reniec,inei,departamento,provincia,distrito', '081208,071208,CUSCO,QUISPICANCHI,LUCRE', '110101,100101,ICA,ICA,ICA');
    expect(r.datos.codigos).toEqual([]);
  });

  it('cuenta la línea del archivo aunque un campo ocupe dos', () => {
    const r = preparar(RENIEC, '010103,010103,AMAZONAS,CHACHAPOYAS,BALSAS,"Balsas\nPueblo"', '010107,010107,AMAZONAS,CHACHAPOYAS,GRANADA,');
    expect(r.lineas.map((l) => l.linea)).toEqual([2, 4]);
  });
});

describe('Archivo que no se puede usar', () => {
  it('dice qué columnas espera', () => {
    expect(negada('a;b;c\n1;2;3')).toContain('no corresponden');
    expect(negada('')).toContain('no corresponden');
  });
  it('no adivina entre dos columnas del mismo nombre', () => {
    expect(negada('ubigeo;UBIGEO;departamento;provincia;distrito\n')).toContain('más de una vez');
  });
  it('rechaza otra codificación antes que perder tildes', () => {
    expect(negada(Buffer.from(`${INEI}\nÁncash`, 'latin1').toString('utf8'))).toContain('UTF-8');
  });
  it('explica una comilla sin cerrar', () => {
    expect(negada(`${RENIEC}\n"010103,010103`)).toContain('no se puede leer');
  });
});
