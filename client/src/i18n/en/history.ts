/** A value beside what was before, beside the other side, and over time. For the therapist. */
export const history = {
  label: 'Beside this value',
  lastTime: 'Last time',
  otherSide: 'Other side',
  today: 'today',
  first: 'Not measured before',
  missing: 'Earlier visits could not be read',
  norm: {
    active: {
      male: 'Men of {{from}}–{{to}}, moving actively',
      female: 'Women of {{from}}–{{to}}, moving actively',
    },
    passive: {
      male: 'Men of {{from}}–{{to}}, moved passively',
      female: 'Women of {{from}}–{{to}}, moved passively',
    },
    value: '{{mean}}° (SD {{sd}}; {{source}})',
  },
  verdict: {
    changed: '{{now}}°, last time {{before}}°: changed by {{by}}° (MDC {{least}}°)',
    same: '{{now}}°, last time {{before}}°: too close to call (MDC {{least}}°)',
    incomparable: 'Not compared with last time ({{before}}°): {{why}}',
  },
  why: {
    place: 'the patient stood elsewhere in the picture',
    distance: 'the camera was nearer or further away',
    turn: 'the patient was turned another way',
    picture: 'the picture had another shape',
    unknown: 'how the patient stood is not known',
    other: 'it was measured in another way',
  },
  trend: {
    title: 'Over time',
    of: '{{name}} over time',
    method: {
      camera: 'by camera',
      goniometer: 'by goniometer',
      'by-eye': 'by eye',
      tape: 'by tape',
      picture: 'from picture',
    },
    summary: '{{name}}, {{method}}: {{count}} values from {{from}} to {{to}}.',
    hollow: 'Hollow: not reviewed.',
    gap: 'A gap in the line: set-ups too different to join.',
    table: 'As a table',
    date: 'Date',
    value: 'Value',
    note: 'Note',
    unreviewed: 'not reviewed',
    notJoined: 'not joined: {{why}}',
    loading: 'Drawing …',
    others: 'Measured earlier, not in this visit',
  },
  setUp: {
    score: 'As last time: {{percent}} %',
    hears: 'hears “{{cue}}”',
  },
} as const;
