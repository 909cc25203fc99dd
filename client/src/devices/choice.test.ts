import { describe, expect, test } from 'vitest';
import { countOf, FIRST_CHOICE, otherCamera, otherMicrophone, worthAsking } from './choice.ts';

const device = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId });
const laptop = [
  device('videoinput', 'lid'),
  device('videoinput', 'usb'),
  device('audioinput', 'default'),
  device('audioinput', 'inside'),
  device('audioinput', 'headset'),
];
const phone = ['front', 'wide', 'tele', 'ultra'].map((id) => device('videoinput', id));

describe('the other camera', () => {
  test('of a phone is the other side, whichever lens it has there', () => {
    const back = otherCamera(FIRST_CHOICE, { facingMode: 'user', deviceId: 'front' }, phone);
    expect(back).toMatchObject({ facing: 'environment', cameraId: null });
    expect(otherCamera(back, { facingMode: 'environment', deviceId: 'tele' }, phone).facing).toBe('user');
  });

  test('of a computer is the next one, round and round', () => {
    const second = otherCamera(FIRST_CHOICE, { deviceId: 'lid' }, laptop);
    expect(second.cameraId).toBe('usb');
    expect(otherCamera(second, { deviceId: 'usb' }, laptop).cameraId).toBe('lid');
  });
});

test("the other microphone passes over the system's second name for the same one", () => {
  expect(otherMicrophone(FIRST_CHOICE, { deviceId: 'headset' }, laptop).microphoneId).toBe('inside');
  expect([countOf('camera', laptop), countOf('microphone', laptop)]).toEqual([2, 2]);
});

test('before a permission nothing can be chosen: names are empty', () => {
  expect(countOf('camera', [device('videoinput', '')])).toBe(0);
});

describe('after a no', () => {
  test.each([
    ['camera blocked for good, microphone not asked yet', 'denied', 'prompt', false, true],
    ['the question was waved away', 'prompt', 'prompt', false, false],
    ['camera blocked, microphone allowed', 'denied', 'granted', false, true],
    ['microphone blocked, camera not asked yet', 'prompt', 'denied', true, false],
    ['the browser does not tell', null, null, false, true],
  ] as const)('%s', (_what, camera, microphone, askCamera, askMicrophone) => {
    const permissions = { camera, microphone };
    expect(worthAsking('camera', permissions)).toBe(askCamera);
    expect(worthAsking('microphone', permissions)).toBe(askMicrophone);
  });
});
