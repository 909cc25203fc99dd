import type { people as english } from '../en/people.ts';
import type { TextsLike } from '../texts.ts';

export const people: TextsLike<typeof english> = {
  email: 'Correo electrónico',
  emailWrong: 'Esto no es un correo electrónico.',
  missing: 'Rellene este campo.',
  password: {
    label: 'Contraseña',
    show: 'Mostrar la contraseña',
    hide: 'Ocultar la contraseña',
    capsLock: 'Las mayúsculas están activadas.',
    rule: 'Al menos {{count}} caracteres. Una frase se recuerda bien.',
    short: 'Al menos {{count}} caracteres, por favor.',
  },
  signIn: {
    title: 'Iniciar sesión',
    lead: 'Para el personal de la clínica. Los pacientes entran con el enlace que recibieron.',
    submit: 'Iniciar sesión',
    busy: 'Iniciando sesión…',
    needsSetUp: 'Esta clínica aún no está configurada. Abra el enlace que se mostró al iniciar Plumbline.',
  },
  signOut: { submit: 'Cerrar sesión', failed: 'No se ha podido cerrar la sesión. Inténtelo de nuevo.' },
  setUp: {
    title: 'Configure su clínica',
    lead: 'Así se crean la clínica y su cuenta. Lleva un minuto, y este enlace funciona una sola vez.',
    brokenTitle: 'Este enlace de configuración no está completo',
    brokenText: 'Abra el enlace entero que se mostró al iniciar Plumbline. Funciona una vez, en 24 horas.',
    clinicName: 'Nombre de la clínica',
    clinicHint: 'Los pacientes lo ven al abrir su enlace.',
    yourName: 'Su nombre',
    yourNameHint: 'Como lo conocen los pacientes.',
    emailHint: 'Con él inicia sesión.',
    submit: 'Configurar la clínica',
  },
};
