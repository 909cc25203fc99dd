import type { people as english } from '../en/people.ts';
import type { TextsLike } from '../texts.ts';

export const people: TextsLike<typeof english> = {
  password: {
    show: 'Mostrar la contraseña',
    hide: 'Ocultar la contraseña',
    capsLock: 'Las mayúsculas están activadas.',
  },
};
