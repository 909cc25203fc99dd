/** Choosing what to measure or to count, and how. */
export const choose = {
  measure: {
    region: 'Joint',
    what: 'Movement',
    setUp: {
      front: {
        standing: 'The patient stands facing the camera, whole body in view.',
        sitting: 'The patient sits facing the camera, whole body in view.',
        lying: 'The patient lies in view of the camera.',
      },
      side: {
        standing: 'The patient stands with the measured side to the camera, whole body in view.',
        sitting: 'The patient sits with the measured side to the camera, whole body in view.',
        lying: 'The patient lies with the measured side to the camera.',
      },
    },
    mode: {
      AROM: 'The patient moves alone (AROM).',
      AAROM: 'A stick or the other arm helps (AAROM).',
      PROM: 'Somebody there moves the joint (PROM).',
    },
    weak: 'Rough with one camera: the ± is wide.',
    chooseSide: 'Choose the side',
    start: 'Start: {{name}}',
  },
  count: {
    region: 'Region',
    regions: { leg: 'Legs', arm: 'Arms', trunk: 'Trunk', balance: 'Balance' },
    find: 'Find an exercise',
    findHint: 'Find …  /',
    clear: 'Empty the field',
    found_one: '{{count}} exercise found',
    found_other: '{{count}} exercises found',
    nothingFound: 'No exercise is called “{{typed}}”.',
    what: 'Exercise',
    setUp: {
      front: {
        standing: 'The patient stands facing the camera.',
        sitting: 'The patient sits facing the camera.',
        lying: 'The patient lies in view of the camera.',
      },
      side: {
        standing: 'The patient stands side-on to the camera.',
        sitting: 'The patient sits side-on to the camera.',
        lying: 'The patient lies side-on to the camera.',
      },
    },
    counting: {
      self: 'Not counted by the camera yet: count each one with the + key.',
      time: 'What counts is the time it is held.',
    },
    watched: { side: 'Watched from the side: {{what}}.', front: 'Watched from the front: {{what}}.' },
    repetitions: 'Repetitions',
    target: 'Target angle',
    tempo: 'Tempo',
    tempoWrong: 'Four numbers of seconds, as in 3-1-3-0.',
    start: 'Start: {{name}}',
  },
} as const;
