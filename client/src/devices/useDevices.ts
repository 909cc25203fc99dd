import { useCallback, useEffect, useRef, useState } from 'react';
import { type DeviceProblem, hasSeveralCameras, openDevices } from './open-devices.ts';

export interface Devices {
  phase: 'closed' | 'opening' | 'open';
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  problem: DeviceProblem | null;
  severalCameras: boolean;
  open(): Promise<void>;
  /** Lets go of both: their lights go out. */
  close(): void;
  /** The other camera of a phone. */
  turnCamera(): Promise<void>;
}

interface Held {
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  problem: DeviceProblem | null;
}

const NOTHING: Held = { video: null, audio: null, problem: null };

/** Camera and microphone for as long as the component lives. `substitute` opens something else in their place. */
export function useDevices(substitute: (() => Promise<MediaStreamTrack>) | null): Devices {
  const [held, setHeld] = useState<Held>(NOTHING);
  const [phase, setPhase] = useState<Devices['phase']>('closed');
  const [severalCameras, setSeveralCameras] = useState(false);
  const facing = useRef<'user' | 'environment'>('user');
  const tracks = useRef<Held>(NOTHING);

  const reopen = useCallback(async () => {
    setPhase('opening');
    for (const track of [tracks.current.video, tracks.current.audio]) track?.stop();
    const opened: Held = substitute
      ? await substitute().then(
          (video) => ({ video, audio: null, problem: null }),
          () => ({ ...NOTHING, problem: 'unsupported' as const }),
        )
      : await openDevices(facing.current);
    tracks.current = opened;
    setHeld(opened);
    setPhase('open');
    // A camera that is pulled out, or taken by another program, ends.
    opened.video?.addEventListener('ended', () => {
      if (tracks.current.video !== opened.video) return;
      tracks.current = { ...tracks.current, video: null, problem: 'busy' };
      setHeld(tracks.current);
    });
    if (!substitute) setSeveralCameras(await hasSeveralCameras());
  }, [substitute]);

  const turnCamera = useCallback(async () => {
    facing.current = facing.current === 'user' ? 'environment' : 'user';
    await reopen();
  }, [reopen]);

  const close = useCallback(() => {
    for (const track of [tracks.current.video, tracks.current.audio]) track?.stop();
    tracks.current = NOTHING;
    setHeld(NOTHING);
    setPhase('closed');
  }, []);

  useEffect(
    () => () => {
      for (const track of [tracks.current.video, tracks.current.audio]) track?.stop();
    },
    [],
  );

  return { phase, ...held, severalCameras, open: reopen, close, turnCamera };
}
