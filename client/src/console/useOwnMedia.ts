import { useCallback, useEffect, useState } from 'react';

export type MediaTrouble = 'denied' | 'missing' | 'busy';

export interface OwnMedia {
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  cameraOn: boolean;
  microphoneOn: boolean;
  trouble: { camera: MediaTrouble | null; microphone: MediaTrouble | null };
  toggleCamera: () => void;
  toggleMicrophone: () => void;
}

const CAMERA: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24 } };
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** The therapist's camera and microphone while `wanted`. Off means off: the camera is released, its light goes out. */
export function useOwnMedia(wanted: boolean): OwnMedia {
  const [cameraOn, setCameraOn] = useState(true);
  const [microphoneOn, setMicrophoneOn] = useState(true);
  const camera = useTrack('video', wanted && cameraOn);
  const microphone = useTrack('audio', wanted && microphoneOn);
  return {
    video: camera.track,
    audio: microphone.track,
    cameraOn,
    microphoneOn,
    trouble: { camera: camera.trouble, microphone: microphone.trouble },
    toggleCamera: useCallback(() => setCameraOn((on) => !on), []),
    toggleMicrophone: useCallback(() => setMicrophoneOn((on) => !on), []),
  };
}

/** One track of this device while it is `on`; asked for again when devices change. */
function useTrack(kind: 'video' | 'audio', on: boolean) {
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [trouble, setTrouble] = useState<MediaTrouble | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1);
    navigator.mediaDevices?.addEventListener('devicechange', again);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again);
  }, []);

  const isLive = track?.readyState === 'live';
  // A device that was plugged in matters only while there is no picture or sound.
  const ask = isLive ? -1 : attempt;
  useEffect(() => {
    if (!on || ask < 0) return;
    let gone = false;
    open(kind)
      .then((opened) => {
        if (gone) return opened.stop();
        opened.addEventListener('ended', () => setTrack(null), { once: true });
        setTrouble(null);
        setTrack(opened);
      })
      .catch((error: unknown) => {
        if (!gone) setTrouble(troubleOf(error));
      });
    return () => {
      gone = true;
    };
  }, [kind, on, ask]);

  useEffect(() => {
    if (!on) setTrack(null);
  }, [on]);
  useEffect(() => () => track?.stop(), [track]);
  return { track, trouble: on ? trouble : null };
}

async function open(kind: 'video' | 'audio'): Promise<MediaStreamTrack> {
  const wanted = kind === 'video' ? { video: CAMERA } : { audio: MICROPHONE };
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}

function troubleOf(error: unknown): MediaTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}
