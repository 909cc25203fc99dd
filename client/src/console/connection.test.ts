import { expect, test } from 'vitest';
import { connectionWord } from './connection.ts';

const fine = { socket: 'connected', room: 'connected', isOpen: true, patientInRoom: true } as const;

test.each([
  ['all is well', {}, 'connected'],
  ['the server is away', { socket: 'lost', room: 'reconnecting' }, 'no-server'],
  ['the video is away', { room: 'reconnecting' }, 'no-video'],
  ['the patient is away', { patientInRoom: false }, 'patient-away'],
  ['the room is being joined', { room: 'connecting' }, 'connecting'],
  ['nobody is admitted yet', { room: 'idle', isOpen: false, patientInRoom: false }, 'ready'],
] as const)('when %s', (_case, facts, word) => {
  expect(connectionWord({ ...fine, ...facts })).toBe(word);
});
