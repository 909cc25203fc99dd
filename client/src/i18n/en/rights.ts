export const rights = {
  save: 'Save',
  retention: {
    title: 'Data protection',
    lead: 'How long this clinic keeps what. The law of your country comes before these defaults: ask whoever advises you.',
    rules: 'Kept for',
    days: 'days',
    daysOf: 'Days: {{kind}}',
    source: 'Default from: {{source}}.',
    runs: 'What the schedule removed',
    nightly: 'It runs every night.',
    runNow: 'Run it now',
    neverRan: 'It has not run yet.',
    when: 'When',
    pending_one: '{{count}} erasure is waiting for its date.',
    pending_other: '{{count}} erasures are waiting for their dates.',
    chartsDue_one: 'The time of {{count}} chart is over. Ask for its erasure on the patient’s page.',
    chartsDue_other: 'The time of {{count}} charts is over. Ask for their erasure on the patients’ pages.',
  },
  kind: {
    'landmark-tracks': {
      name: 'Movement tracks',
      text: 'Points of the body as the camera measured them, after a visit. No pictures.',
    },
    links: { name: 'Links', text: 'Links to visits, after they stopped working.' },
    sessions: { name: 'Sessions', text: 'Who was signed in where, after the session ended.' },
    charts: {
      name: 'Charts',
      text: 'Everything about a patient, after the last contact. Erased when somebody asks for it.',
    },
  },
  reason: {
    'asked-by-patient': 'The patient asked for it',
    'consent-withdrawn': 'The patient took their consent back',
    'retention-over': 'The time it had to be kept is over',
    'entered-by-mistake': 'Entered by mistake',
  },
  patient: {
    title: 'The patient’s rights over their data',
    copy: 'Download a copy of everything',
    copyText: 'One archive with everything kept about this person, and who looked at it. Give it only to them.',
    restrict: 'Restrict the use',
    restrictText:
      'While restricted, the data are kept and not used: no new visits, and the chart opens only with a reason.',
    erase: 'Erase …',
    eraseWhy: 'Why?',
    eraseText:
      'Charts must be kept for a time. This one will be erased on {{date}}; until then its use is restricted. After that it cannot be brought back.',
    eraseConfirm: 'Ask for erasure',
    pending: 'Will be erased on {{date}}',
    pendingText: 'Until then the data are kept and their use is restricted.',
    withdraw: 'Take the request back',
  },
} as const;
