import { type Choice, type DeviceKind, worthAsking } from './choice.ts';

/** Why there is no camera or microphone. denied: the person or the browser said no. busy: another program has it. */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | 'unsupported';

export interface OpenedDevices {
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  /** Of the camera, or of both. */
  problem: DeviceProblem | null;
}

/** The problem behind an error of getUserMedia. */
export function problemOf(error: unknown): DeviceProblem {
  switch ((error as DOMException).name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

const VIDEO = { width: { ideal: 960 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };
// The voice of someone three metres away, in an echoing room.
const AUDIO = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

function constraintsFor(kind: DeviceKind, { facing, cameraId, microphoneId }: Choice): MediaStreamConstraints {
  if (kind === 'microphone') return { audio: { ...AUDIO, ...(microphoneId ? { deviceId: microphoneId } : {}) } };
  return { video: { ...VIDEO, ...(cameraId ? { deviceId: cameraId } : { facingMode: facing }) } };
}

/** One of the two alone. Rejects as getUserMedia does. */
export async function openDevice(kind: DeviceKind, choice: Choice): Promise<MediaStreamTrack | null> {
  const stream = await navigator.mediaDevices.getUserMedia(constraintsFor(kind, choice));
  return stream.getTracks()[0] ?? null;
}

/** Asks for camera and microphone together; for one alone where that can help, without asking the same question twice. */
export async function openDevices(choice: Choice): Promise<OpenedDevices> {
  const { mediaDevices } = navigator;
  if (!mediaDevices?.getUserMedia) return { video: null, audio: null, problem: 'unsupported' };
  try {
    const both = await mediaDevices.getUserMedia({
      ...constraintsFor('camera', choice),
      ...constraintsFor('microphone', choice),
    });
    return { video: both.getVideoTracks()[0] ?? null, audio: both.getAudioTracks()[0] ?? null, problem: null };
  } catch (error) {
    const problem = problemOf(error);
    const permissions = { camera: await permissionOf('camera'), microphone: await permissionOf('microphone') };
    const alone = async (kind: DeviceKind) =>
      problem !== 'denied' || worthAsking(kind, permissions) ? openDevice(kind, choice).catch(() => null) : null;
    return { video: await alone('camera'), audio: await alone('microphone'), problem };
  }
}

/** Null where the browser does not tell. */
async function permissionOf(kind: DeviceKind): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: kind })).state;
  } catch {
    return null;
  }
}

/** How many there are to choose from. Needs a permission given before. */
export async function listDevices(): Promise<MediaDeviceInfo[]> {
  return (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
}
