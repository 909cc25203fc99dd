import { useCallback, useEffect, useRef, useState } from 'react';
import { type Choice, countOf, type DeviceKind, FIRST_CHOICE, otherCamera, otherMicrophone } from './choice.ts';
import { listDevices, type OpenedDevices, openDevice, openDevices, problemOf } from './open-devices.ts';

export interface Devices extends OpenedDevices {
  phase: 'closed' | 'opening' | 'open';
  /** How many there are to choose from. */
  cameras: number;
  microphones: number;
  open(): Promise<void>;
  /** Lets go of both: their lights go out. */
  close(): void;
  /** The other one of a kind; the one in use stays where the other cannot be had. */
  change(kind: DeviceKind): Promise<void>;
}

const NOTHING: OpenedDevices = { video: null, audio: null, problem: null };

function release({ video, audio }: OpenedDevices): void {
  video?.stop();
  audio?.stop();
}

/** Camera and microphone for as long as the component lives. `substitute` opens something else in their place. */
export function useDevices(substitute: (() => Promise<MediaStreamTrack>) | null): Devices {
  const [held, setHeld] = useState<OpenedDevices>(NOTHING);
  const [phase, setPhase] = useState<Devices['phase']>('closed');
  const [counts, setCounts] = useState({ cameras: 0, microphones: 0 });
  const choice = useRef<Choice>(FIRST_CHOICE);
  const tracks = useRef<OpenedDevices>(NOTHING);
  /** Raised with every opening and closing: what an older one brings is let go of. */
  const turn = useRef(0);

  const hold = useCallback((now: OpenedDevices) => {
    tracks.current = now;
    setHeld(now);
    // A camera that is pulled out, or taken by a phone call, ends.
    for (const kind of ['video', 'audio'] as const) {
      const track = now[kind];
      track?.addEventListener('ended', () => {
        if (tracks.current[kind] !== track) return;
        hold({ ...tracks.current, [kind]: null, problem: 'busy' });
      });
    }
  }, []);

  const count = useCallback(async () => {
    const listed = await listDevices();
    setCounts({ cameras: countOf('camera', listed), microphones: countOf('microphone', listed) });
  }, []);

  const open = useCallback(async () => {
    const mine = ++turn.current;
    setPhase('opening');
    release(tracks.current);
    const opened = await (substitute ? openSubstitute(substitute) : openDevices(choice.current));
    if (turn.current !== mine) return release(opened);
    hold(opened);
    setPhase('open');
    if (!substitute) await count();
  }, [substitute, hold, count]);

  const change = useCallback(
    async (kind: DeviceKind) => {
      const mine = ++turn.current;
      const [key, other] =
        kind === 'camera' ? (['video', otherCamera] as const) : (['audio', otherMicrophone] as const);
      const before = choice.current;
      const settings = tracks.current[key]?.getSettings() ?? null;
      choice.current = other(before, settings, await listDevices());
      // A phone opens its second camera only when the first is let go of.
      tracks.current[key]?.stop();
      let problem: OpenedDevices['problem'] = null;
      const track = await openDevice(kind, choice.current).catch((error: unknown) => {
        problem = problemOf(error);
        choice.current = before;
        return openDevice(kind, before).catch(() => null);
      });
      if (turn.current !== mine) return track?.stop();
      hold({ ...tracks.current, [key]: track, problem: track ? null : problem });
    },
    [hold],
  );

  const close = useCallback(() => {
    turn.current += 1;
    release(tracks.current);
    tracks.current = NOTHING;
    setHeld(NOTHING);
    setPhase('closed');
  }, []);

  useEffect(
    () => () => {
      turn.current += 1;
      release(tracks.current);
    },
    [],
  );

  return { phase, ...held, ...counts, open, close, change };
}

function openSubstitute(substitute: () => Promise<MediaStreamTrack>): Promise<OpenedDevices> {
  return substitute().then(
    (video) => ({ ...NOTHING, video }),
    () => ({ ...NOTHING, problem: 'unsupported' as const }),
  );
}
