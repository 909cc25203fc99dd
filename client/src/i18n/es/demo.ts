import type { demo as english } from '../en/demo.ts';
import type { TextsLike } from '../texts.ts';

export const demo: TextsLike<typeof english> = {
  title: 'Una visita medida, ante sus ojos',
  lead: 'Tom, el terapeuta, a la izquierda; Ana, la paciente, a la derecha. Ana es una figura dibujada ante la cámara; la llamada, la medición y el registro son los de verdad.',
  therapist: 'El portátil de Tom',
  patient: 'El teléfono de Ana',
  starting: 'Abriendo la clínica…',
  failed: 'La demostración no se ha abierto. ¿Sigue en marcha el servidor?',
  pause: 'Pausar y probar yo',
  resume: 'Que siga sola',
  restart: 'Empezar otra vez',
  step: 'Paso {{step}} de {{of}}',
  stuck: 'Tarda más de lo normal. Puede pulsar usted los botones en los dos marcos.',
  caption: {
    link: 'Ana abre su enlace. No se instala nada ni hace falta una cuenta.',
    name: 'Dice quién es.',
    check: 'Se prueban la cámara y el sonido.',
    admit: 'Tom ve que Ana espera y la deja pasar.',
    measure: 'Tom quiere saber hasta dónde sube el brazo derecho hacia el lado.',
    measuring: 'Ana se queda quieta, sube el brazo, aguanta y lo baja. Su aparato lo mide; los dos ven el número.',
    keep: 'El valor lleva su ±. Tom lo guarda.',
    count: 'Ahora ocho sentadillas.',
    counting: 'Cada repetición es una fila: recorrido, ritmo, válida o no.',
    counted: 'Ocho filas completas. Tom termina la serie.',
    end: 'La visita termina…',
    summary: '… con un resumen de dónde viene cada número.',
    finished: 'Eso era una visita entera. Empiece otra vez o mire en los marcos.',
  },
};
