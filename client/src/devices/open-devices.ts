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

/** Asks for camera and microphone together, and for each alone where both are not to be had. */
export async function openDevices(facing: 'user' | 'environment' = 'user'): Promise<OpenedDevices> {
  const { mediaDevices } = navigator;
  if (!mediaDevices?.getUserMedia) return { video: null, audio: null, problem: 'unsupported' };
  const video = { ...VIDEO, facingMode: facing };
  const ask = (constraints: MediaStreamConstraints) => mediaDevices.getUserMedia(constraints);
  try {
    const both = await ask({ video, audio: AUDIO });
    return { video: both.getVideoTracks()[0] ?? null, audio: both.getAudioTracks()[0] ?? null, problem: null };
  } catch (error) {
    const problem = problemOf(error);
    const [seen, heard] = await Promise.allSettled([ask({ video }), ask({ audio: AUDIO })]);
    return {
      video: seen.status === 'fulfilled' ? (seen.value.getVideoTracks()[0] ?? null) : null,
      audio: heard.status === 'fulfilled' ? (heard.value.getAudioTracks()[0] ?? null) : null,
      problem,
    };
  }
}

/** Whether there is more than one camera to turn to. Needs a permission given before. */
export async function hasSeveralCameras(): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return devices.filter((device) => device.kind === 'videoinput').length > 1;
}
