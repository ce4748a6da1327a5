/** What the history of an account says of each note. */
export const ANOTACIONES: Readonly<Record<string, string>> = {
  cuenta_creada: 'Cuenta creada',
  clave_restablecida: 'Contraseña restablecida por la administración',
  clave_cambiada: 'Contraseña cambiada por la persona',
  ingreso: 'Ingreso a la plataforma',
  ingreso_suspendido: 'Ingreso suspendido 15 minutos por cinco intentos fallidos',
  suspension_levantada: 'Suspensión del ingreso levantada',
  cuenta_bloqueada: 'Cuenta bloqueada por seguridad',
  cuenta_desbloqueada: 'Cuenta desbloqueada',
  sesiones_cerradas: 'Otras sesiones cerradas por la persona',
  cuenta_desactivada: 'Cuenta desactivada',
  cuenta_reactivada: 'Cuenta reactivada',
  persona_corregida: 'Nombre o DNI corregido',
  datos_suprimidos: 'Datos personales suprimidos',
  ficha_emitida: 'Ficha de la API creada',
  ficha_revocada: 'Ficha de la API revocada',
};
