import type { choose as english } from '../en/choose.ts';
import type { TextsLike } from '../texts.ts';

export const choose: TextsLike<typeof english> = {
  measure: {
    region: 'Articulación',
    what: 'Movimiento',
    setUp: {
      front: {
        standing: 'El paciente está de pie, de frente a la cámara, con todo el cuerpo a la vista.',
        sitting: 'El paciente está sentado, de frente a la cámara, con todo el cuerpo a la vista.',
        lying: 'El paciente está tumbado, a la vista de la cámara.',
      },
      side: {
        standing: 'El paciente está de pie, con el lado que se mide hacia la cámara y todo el cuerpo a la vista.',
        sitting: 'El paciente está sentado, con el lado que se mide hacia la cámara y todo el cuerpo a la vista.',
        lying: 'El paciente está tumbado, con el lado que se mide hacia la cámara.',
      },
    },
    mode: {
      AROM: 'Se mueve sin ayuda (AROM).',
      AAROM: 'Le ayuda un bastón o el otro brazo (AAROM).',
      PROM: 'Alguien que está allí mueve la articulación (PROM).',
    },
    weak: 'Aproximado con una sola cámara: el ± es amplio.',
    chooseSide: 'Elija el lado',
    start: 'Empezar: {{name}}',
  },
  count: {
    region: 'Región',
    regions: { leg: 'Piernas', arm: 'Brazos', trunk: 'Tronco', balance: 'Equilibrio' },
    find: 'Buscar un ejercicio',
    findHint: 'Buscar …  /',
    clear: 'Vaciar el campo',
    found_one: '{{count}} ejercicio encontrado',
    found_other: '{{count}} ejercicios encontrados',
    nothingFound: 'Ningún ejercicio se llama «{{typed}}».',
    what: 'Ejercicio',
    setUp: {
      front: {
        standing: 'El paciente está de pie, de frente a la cámara.',
        sitting: 'El paciente está sentado, de frente a la cámara.',
        lying: 'El paciente está tumbado, a la vista de la cámara.',
      },
      side: {
        standing: 'El paciente está de pie, de lado a la cámara.',
        sitting: 'El paciente está sentado, de lado a la cámara.',
        lying: 'El paciente está tumbado, de lado a la cámara.',
      },
    },
    counting: {
      self: 'La cámara aún no lo cuenta: cuente cada una con la tecla +.',
      time: 'Lo que cuenta es el tiempo que aguanta.',
    },
    watched: { side: 'Se vigila de lado: {{what}}.', front: 'Se vigila de frente: {{what}}.' },
    repetitions: 'Repeticiones',
    target: 'Ángulo objetivo',
    tempo: 'Tempo',
    tempoWrong: 'Cuatro números de segundos, como 3-1-3-0.',
    start: 'Empezar: {{name}}',
  },
};
