import type { history as english } from '../en/history.ts';
import type { TextsLike } from '../texts.ts';

export const history: TextsLike<typeof english> = {
  label: 'Junto a este valor',
  lastTime: 'La última vez',
  otherSide: 'El otro lado',
  today: 'hoy',
  first: 'No se había medido antes',
  otherVersion: 'La última vez con una versión anterior del método: no se compara',
  missing: 'No se pudieron leer las visitas anteriores',
  norm: {
    active: {
      male: 'Hombres de {{from}}–{{to}}, movimiento activo',
      female: 'Mujeres de {{from}}–{{to}}, movimiento activo',
    },
    passive: {
      male: 'Hombres de {{from}}–{{to}}, movimiento pasivo',
      female: 'Mujeres de {{from}}–{{to}}, movimiento pasivo',
    },
    value: '{{mean}}° (DE {{sd}}; {{source}})',
  },
  verdict: {
    changed: '{{now}}°, la última vez {{before}}°: cambio de {{by}}° (CMD {{least}}°)',
    same: '{{now}}°, la última vez {{before}}°: demasiado cerca para decidir (CMD {{least}}°)',
    incomparable: 'No se compara con la última vez ({{before}}°): {{why}}',
  },
  why: {
    place: 'el paciente estaba en otro lugar de la imagen',
    distance: 'la cámara estaba más cerca o más lejos',
    turn: 'el paciente estaba girado de otra forma',
    picture: 'la imagen tenía otra forma',
    unknown: 'no se sabe cómo estaba el paciente',
    other: 'se midió de otra manera',
  },
  trend: {
    title: 'En el tiempo',
    of: '{{name}} en el tiempo',
    method: {
      camera: 'con cámara',
      goniometer: 'con goniómetro',
      'by-eye': 'a ojo',
      tape: 'con cinta',
      picture: 'de la imagen',
    },
    summary: '{{name}}, {{method}}: {{count}} valores de {{from}} a {{to}}.',
    hollow: 'Hueco: sin revisar.',
    gap: 'Un corte en la línea: posiciones demasiado distintas para unirlas.',
    table: 'Como tabla',
    date: 'Fecha',
    value: 'Valor',
    note: 'Nota',
    unreviewed: 'sin revisar',
    notJoined: 'no se une: {{why}}',
    loading: 'Dibujando …',
    others: 'Medido antes y no en esta visita',
  },
  setUp: {
    score: 'Como la última vez: {{percent}} %',
    hears: 'oye «{{cue}}»',
  },
};
