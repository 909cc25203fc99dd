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
    what: 'Count',
    repetitions: 'Repetitions',
    target: 'Target angle',
    tempo: 'Tempo',
    tempoWrong: 'Four numbers of seconds, as in 3-1-3-0.',
    start: 'Start: {{name}}',
  },
} as const;
