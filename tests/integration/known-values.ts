import { createHash } from 'node:crypto';
import { emptyProfile } from '@plumbline/shared/people';
import { makeEvent } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import type { Member } from './cast.ts';
import type { Known } from './contract-input.ts';
import { TOM } from './stand.ts';

/** What a contract cannot know, as `member` would fill it in. */
export function knownTo({ subject, deviceId }: Member): Known {
  const envelope = { id: uuid(), encounterId: subject.encounterId, deviceId, deviceSeq: 1 };
  const isPatient = deviceId === subject.device.id;
  return {
    encounterId: subject.encounterId,
    patientId: subject.patientId,
    token: subject.link,
    // Of no request to move that there is.
    secret: 'S'.repeat(43),
    profile: emptyProfile('Someone Else'),
    phone: null,
    email: TOM.email,
    contact: 'nobody@example.org',
    code: '000000',
    password: TOM.password,
    timeZone: 'Europe/Berlin',
    day: new Date().toISOString().slice(0, 10),
    sha256: createHash('sha256').update(Buffer.from('AAAA', 'base64')).digest('hex'),
    // Her device has told three events of this visit: arrived, consent, and one for every try before it is rolled back.
    events: [
      isPatient
        ? makeEvent('stop.pressed', {}, { ...envelope, deviceSeq: 3 })
        : makeEvent('display.changed', {}, envelope),
    ],
  };
}
