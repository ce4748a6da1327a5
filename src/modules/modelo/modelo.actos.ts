import type { Modulo } from '../../kernel/acto.ts';
import { acuerdosDeModelo } from './modelo.acuerdos.ts';
import { abrirNuevaVersion, cerrarCiclo, evaluarPeriodo, formalizarCese } from './modelo.ciclo.ts';
import { abrirDiagnostico, pedirInformacion, registrarRespuesta } from './modelo.diagnostico.ts';
import { elevarModelo, emitirOpinion, formularModelo, retirarElevacion } from './modelo.elevacion.ts';
import { ficha } from './modelo.ficha.ts';
import { acordarIndicador, proponerIndicador, registrarLineaBase, retirarIndicador } from './modelo.indicadores.ts';
import { iniciarImplementacion, registrarFeDeErratas, registrarResolucion } from './modelo.resolucion.ts';
import { actosDeSecciones } from './modelo.secciones.ts';
import { evolve, type Modelo, type ModeloHecho } from './modelo.ts';

/** A Modelo Específico, from its diagnosis (t6) to its implementation (t14). */
export const modelo: Modulo<Modelo, ModeloHecho> = {
  tipo: 'modelo',
  nombre: 'Modelo Específico',
  serie: 'ME',
  evolve,
  ficha,
  actos: [
    abrirDiagnostico,
    ...actosDeSecciones,
    proponerIndicador,
    acordarIndicador,
    registrarLineaBase,
    retirarIndicador,
    pedirInformacion,
    registrarRespuesta,
    formularModelo,
    elevarModelo,
    retirarElevacion,
    emitirOpinion,
    registrarResolucion,
    registrarFeDeErratas,
    iniciarImplementacion,
    evaluarPeriodo,
    cerrarCiclo,
    abrirNuevaVersion,
    formalizarCese,
  ],
  acuerdos: acuerdosDeModelo,
  unicidad: {
    numeral: '6.5',
    motivo: 'Ya hay un Modelo Específico de ese servicio en ese territorio.',
    remedio: 'Abra el modelo existente. El mismo servicio puede figurar en la cadena de valor de otro sector sin abrir otro modelo (8.11.2).',
  },
};
