import type { DeviceEvent, EventBody, EventType } from '@plumbline/shared/encounter';
import { makeEvent } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';

/** One device's pen: numbers its events without a gap. */
export function createPen(encounterId: string, deviceId: string) {
  const bootId = uuid();
  let deviceSeq = 0;
  return <T extends EventType>(type: T, body: Partial<EventBody<T>> = {}, atMs = Date.now()): DeviceEvent => {
    deviceSeq += 1;
    return makeEvent(type, body, {
      id: uuid(),
      encounterId,
      deviceId,
      deviceSeq,
      happenedAt: { bootId, monotonicMs: deviceSeq, serverMs: atMs, uncertaintyMs: 5 },
    });
  };
}
