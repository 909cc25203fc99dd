import { useEffect, useState } from 'react';
import type { Encounter } from '../encounter/index.ts';
import { useLanguage } from '../i18n/index.ts';
import type { RoomHandle } from '../room/index.ts';
import type { Speech } from '../speech/index.ts';

/** Long enough for a video server that restarts to be back. */
const GRACE_MS = 8_000;

/** While the therapist sees or hears nothing for a while, what is under way stops by voice (ruling 2). Returns whether the line is lost. */
export function useLostLine(encounter: Encounter, room: RoomHandle, speech: Speech, words: string): boolean {
  const { append, state } = encounter;
  const language = useLanguage();
  const [lost, setLost] = useState(false);
  const connected = room.status === 'connected' && room.remoteHere;
  const active = state?.active != null;

  useEffect(() => {
    setLost(false);
    if (connected || !active) return;
    const timer = setTimeout(() => {
      setLost(true);
      speech.tone('stop');
      speech.say(words, language);
      void append('stop.pressed', { how: 'hands-free' });
    }, GRACE_MS);
    return () => clearTimeout(timer);
  }, [connected, active, speech, words, language, append]);

  return lost && !connected;
}
