import type { rights as english } from '../en/rights.ts';
import type { TextsLike } from '../texts.ts';

export const rights: TextsLike<typeof english> = {
  save: 'Guardar',
  retention: {
    title: 'Protección de datos',
    lead: 'Cuánto tiempo guarda esta clínica cada cosa. La ley de su país está por encima de estos valores: pregunte a quien le asesore.',
    rules: 'Se guarda durante',
    days: 'días',
    daysOf: 'Días: {{kind}}',
    source: 'Valor inicial según: {{source}}.',
    runs: 'Lo que se ha borrado según el calendario',
    nightly: 'Se ejecuta cada noche.',
    runNow: 'Ejecutar ahora',
    neverRan: 'Todavía no se ha ejecutado.',
    when: 'Cuándo',
    pending_one: '{{count}} supresión espera su fecha.',
    pending_other: '{{count}} supresiones esperan su fecha.',
    chartsDue_one: 'El plazo de {{count}} historia ha terminado. Pida su supresión en la página del paciente.',
    chartsDue_other: 'El plazo de {{count}} historias ha terminado. Pida su supresión en las páginas de los pacientes.',
  },
  kind: {
    'landmark-tracks': {
      name: 'Registros de movimiento',
      text: 'Puntos del cuerpo tal como los midió la cámara, tras una visita. Sin imágenes.',
    },
    links: { name: 'Enlaces', text: 'Enlaces a visitas, después de dejar de funcionar.' },
    sessions: { name: 'Sesiones', text: 'Quién había entrado y dónde, después de terminar la sesión.' },
    charts: {
      name: 'Historias',
      text: 'Todo sobre un paciente, tras el último contacto. Se suprime cuando alguien lo pide.',
    },
  },
  reason: {
    'asked-by-patient': 'Lo ha pedido el paciente',
    'consent-withdrawn': 'El paciente ha retirado su consentimiento',
    'retention-over': 'Ha terminado el plazo de conservación',
    'entered-by-mistake': 'Se introdujo por error',
  },
  patient: {
    title: 'Los derechos del paciente sobre sus datos',
    copy: 'Descargar una copia de todo',
    copyText: 'Un archivo con todo lo que se guarda de esta persona y quién lo ha mirado. Entréguelo solo a ella.',
    restrict: 'Limitar el uso',
    restrictText:
      'Mientras está limitado, los datos se guardan y no se usan: no hay visitas nuevas y la historia solo se abre con un motivo.',
    erase: 'Suprimir …',
    eraseWhy: '¿Por qué?',
    eraseText:
      'Las historias deben guardarse un tiempo. Esta se suprimirá el {{date}}; hasta entonces su uso queda limitado. Después no se puede recuperar.',
    eraseConfirm: 'Pedir la supresión',
    pending: 'Se suprimirá el {{date}}',
    pendingText: 'Hasta entonces los datos se guardan y su uso queda limitado.',
    withdraw: 'Retirar la petición',
  },
};
