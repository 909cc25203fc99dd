export type DeviceKind = 'camera' | 'microphone';

/** What the person chose among several; null is the browser's choice. */
export interface Choice {
  facing: 'user' | 'environment';
  cameraId: string | null;
  microphoneId: string | null;
}

export const FIRST_CHOICE: Choice = { facing: 'user', cameraId: null, microphoneId: null };

type Settings = Pick<MediaTrackSettings, 'deviceId' | 'facingMode'>;
type Listed = Pick<MediaDeviceInfo, 'kind' | 'deviceId'>;

/** The other camera: a phone's front or back one, whichever of its many lenses; elsewhere the next in the list. */
export function otherCamera(choice: Choice, now: Settings | null, devices: readonly Listed[]): Choice {
  if (now?.facingMode === 'user' || now?.facingMode === 'environment') {
    return { ...choice, cameraId: null, facing: now.facingMode === 'user' ? 'environment' : 'user' };
  }
  return { ...choice, cameraId: nextOf('videoinput', now?.deviceId, devices) };
}

export function otherMicrophone(choice: Choice, now: Settings | null, devices: readonly Listed[]): Choice {
  return { ...choice, microphoneId: nextOf('audioinput', now?.deviceId, devices) };
}

function nextOf(kind: MediaDeviceKind, now: string | undefined, devices: readonly Listed[]): string | null {
  const listed = devices.filter((device) => device.kind === kind && isReal(device));
  const at = listed.findIndex((device) => device.deviceId === now);
  return listed[(at + 1) % Math.max(1, listed.length)]?.deviceId ?? null;
}

/** Chrome lists the system's choice a second time, under a name of its own. */
function isReal({ deviceId }: Listed): boolean {
  return deviceId !== '' && deviceId !== 'default' && deviceId !== 'communications';
}

/** How many of a kind there are to choose from. */
export function countOf(kind: DeviceKind, devices: readonly Listed[]): number {
  const listed = kind === 'camera' ? 'videoinput' : 'audioinput';
  return devices.filter((device) => device.kind === listed && isReal(device)).length;
}

type Permissions = Record<DeviceKind, PermissionState | null>;

/** After a no to both: whether one alone is worth a question. Not where the person has just said no to it. */
export function worthAsking(kind: DeviceKind, permissions: Permissions): boolean {
  const other = permissions[kind === 'camera' ? 'microphone' : 'camera'];
  switch (permissions[kind]) {
    case 'granted':
      return true;
    case 'prompt':
      return other === 'denied';
    case 'denied':
      return false;
    default:
      // The browser does not tell: the voice is worth one more question.
      return kind === 'microphone';
  }
}
