import { describe, expect, it } from 'vitest';
import { anexoDe, elevado, guardada, INDICADOR_CON_BASE, TODAS } from '../../../test/modelo.cig.fixtures.ts';
import { SECTOR } from '../../../test/modelo.fixtures.ts';
import { normalizar, primeraDiferencia } from '../../directiva/anexo.ts';
import { aprobarModelo } from './modelo.acuerdos.ts';

describe('Texto del anexo', () => {
  it('8.15: se lee en castellano, sección por sección, y no cambia (formato 1)', () => {
    const completo = TODAS.map(([clave, contenido]) => guardada(clave, contenido));
    const d = elevado([...completo, ...INDICADOR_CON_BASE])
      .luego()
      .cuandoLaCig(aprobarModelo, { enmiendas: [{ seccion: 'indicadores', dice: 'HIS MINSA', debeDecir: 'HIS' }] }, SECTOR);
    expect(anexoDe(d.estado)).toMatchInlineSnapshot(`
      "MODELO ESPECÍFICO DE GESTIÓN DESCENTRALIZADA
      Servicio público: Control CRED
      Territorio: provincia de Huancavelica
      Sector rector: Ministerio de Salud

      1. Destinatarios y sus necesidades
      1.1. Niñas y niños menores de 36 meses
      Necesidades: Control oportuno
      Requisitos: DNI

      2. Cadena de valor
      2.1. Entrega
      Actividades: Controlar
      Productos: Control realizado
      Resultado: Menos anemia

      3. Procesos
      3.1. Control
      Tipo: Operativo
      Nivel a cargo: Gobierno Regional
      Entrega a otro nivel: El distrito convoca
      Norma de competencia: LOGR-49-g
      Política: PN 1

      4. Roles y responsabilidades por nivel de gobierno
      4.1. Entrega – Gobierno Regional
      Rol: Entrega el control en los establecimientos
      Responsable de la fase: sí

      5. Bienes y servicios con estándares
      5.1. Control CRED
      Tipo: Servicio
      Estándar: 11 controles el primer año

      6. Nivel de prestación al que se aspira
      Cobertura de 80 % de niñas y niños menores de 36 meses
      En cobertura: 80 %

      7. Enfoques territorial, de género, de interculturalidad y de inclusión
      7.1. Enfoque territorial
      Evidencia: Dispersión
      7.2. Enfoque de género
      No aplica: Igual para todas
      7.3. Enfoque de interculturalidad
      Evidencia: sin sustento registrado
      7.4. Enfoque de inclusión
      Evidencia: Rutas

      8. Objetivos de política
      8.1. Reducir la anemia
      Política: PN 1
      Contribución: Detecta a tiempo

      9. Articulación con otros sectores
      Los resultados del servicio son multisectoriales.
      9.1. Ministerio de Educación
      Servicio asociado: Cuna
      Vínculo: Deriva

      10. Indicadores
      10.1. Niñas y niños con CRED completo
      Dimensión: Cobertura
      Tipo: De resultado
      Fórmula: a/b
      Unidad: %
      Fuente: HIS
      Periodicidad: Anual
      Situación: en borrador
      Línea de base: 42,5 (31/12/2025; Informe 4)"
    `);
  });

  it('8.15: la primera diferencia se cuenta por caracteres, también en el final', () => {
    expect(primeraDiferencia('a\nb', 'a \r\nb\n')).toBeUndefined();
    expect(primeraDiferencia('uno\ndós', 'uno\ndos')).toMatch(/^línea 2, columna 2:/);
    expect(primeraDiferencia('uno', 'uno dos')).toMatch(/el final del texto/);
    expect(normalizar('  a  \r\n\r\n')).toBe('a');
  });
});
