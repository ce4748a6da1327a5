import { nombreDeCargo } from '../../directiva/cargos.ts';
import type { SalidaFila } from '../../lecturas/salida.ts';
import { CLASES, ESTADOS_DE_CORREO } from '../etiquetas.correo.ts';
import { fechaHora, huellaCorta } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { chip, grupo, plegado, type Seccion, tabla, texto } from './vista.ts';

/** What the mail server answered for each office, without addresses. */
export function constanciaDeNotificacion(filas: readonly SalidaFila[], n: Nombres): Seccion[] {
  if (filas.length === 0) return [];
  const enviados = filas.filter((f) => f.estado === 'enviado').length;
  return [
    {
      id: 'notificacion',
      titulo: 'Constancia de notificación',
      numeral: '7.3.1.a',
      vista: grupo([
        [
          undefined,
          texto(
            `${enviados} de ${filas.length} mensajes aceptados por el servidor de correo. La aceptación prueba la entrega al servidor, no la lectura.`,
            true,
          ),
        ],
        [
          undefined,
          plegado(
            'Ver oficina por oficina',
            tabla(
              'Mensajes por oficina',
              ['Oficina', 'Mensaje', 'Resultado', 'Fecha y hora', 'Respuesta o motivo', 'Huella del destino'],
              filas.map((f) => [
                `${nombreDeCargo(f.cargo ?? '')}\n${n.entidad(f.entidad ?? '')}`,
                CLASES[f.clase],
                chip(ESTADOS_DE_CORREO[f.estado].texto, ESTADOS_DE_CORREO[f.estado].tono),
                texto(fechaHora(f.cuando)),
                texto(f.respuesta ?? f.motivo ?? '', true),
                texto(f.destino ? huellaCorta(f.destino) : ''),
              ]),
            ),
          ),
        ],
      ]),
    },
  ];
}
