import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  layout('rutas/publico.tsx', [
    index('rutas/inicio.tsx'),
    route('ingresar', 'rutas/ingresar.tsx'),
    route('directiva', 'rutas/directiva.tsx'),
    route('directiva/:numeral', 'rutas/numeral.tsx'),
  ]),
  route('salir', 'rutas/salir.ts'),
  route('documento/:huella', 'rutas/documento.ts'),
  layout('rutas/oficina-marco.tsx', [
    route('clave', 'rutas/clave.tsx'),
    route('oficina', 'rutas/oficina.tsx'),
    route('bandeja', 'rutas/bandeja.tsx'),
    route('expedientes', 'rutas/lista.tsx', { id: 'expedientes' }),
    route('servicios', 'rutas/lista.tsx', { id: 'servicios' }),
    route('planes', 'rutas/lista.tsx', { id: 'planes' }),
    route('ettis', 'rutas/lista.tsx', { id: 'ettis' }),
    route('modelos', 'rutas/lista.tsx', { id: 'modelos' }),
    route('sesiones', 'rutas/lista.tsx', { id: 'sesiones' }),
    route('cig', 'rutas/lista.tsx', { id: 'cig' }),
    route('expediente/:id', 'rutas/expediente.tsx', { id: 'expediente' }),
    route('sesion/:id', 'rutas/expediente.tsx', { id: 'sesion' }),
    route('expediente/:id/acto/:nombre', 'rutas/acto.tsx', { id: 'acto' }),
    route('expediente/:id/anular/:acto', 'rutas/anular.tsx'),
    route('nuevo/:nombre', 'rutas/acto.tsx', { id: 'nuevo' }),
    route('matriz', 'rutas/matriz.tsx'),
    route('admin', 'rutas/admin.tsx'),
    route('admin/cuentas', 'rutas/admin-cuentas.tsx'),
    route('admin/oficinas', 'rutas/lista.tsx', { id: 'oficinas' }),
  ]),
  route('*', 'rutas/no-existe.tsx'),
] satisfies RouteConfig;
