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
    what: 'Contar',
    repetitions: 'Repeticiones',
    target: 'Ángulo objetivo',
    tempo: 'Tempo',
    tempoWrong: 'Cuatro números de segundos, como 3-1-3-0.',
    start: 'Empezar: {{name}}',
  },
};
