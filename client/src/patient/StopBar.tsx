import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import type { Speech } from '../speech/index.ts';
import { Button } from '../ui/index.ts';
import { StoppedPanel } from './StoppedPanel.tsx';
import { isStopKey } from './stop-keys.ts';
import { stoppedWords } from './stopped-words.ts';
import { useStopVoice } from './useStopVoice.ts';

interface StopBarProps {
  encounter: Encounter;
  speech: Speech;
  /** The therapist sees and hears the patient. */
  seen: boolean;
  /** Stands beside STOP. */
  children?: ReactNode;
}

const HEADSET = ['pause', 'stop', 'play'] as const;

/** STOP: a large area, any key, a headset's button where the browser hands it on. It works offline: the outbox keeps it, the device stops at once. */
export function StopBar({ encounter, speech, seen, children }: StopBarProps) {
  const { t } = useTranslation('patient');
  const { append, state, therapistName: therapist, connection } = encounter;
  const [untold, setUntold] = useState(false);
  const stop = state?.stop ?? null;
  const isStopped = stop !== null || untold;
  const words = stoppedWords(stop, { seen, online: connection.socket !== 'lost', untold });
  const text = t(`stopped.${words}`, { therapist });
  useStopVoice(speech, isStopped ? `${t('stopped.title')}. ${text}` : null);

  const press = useCallback(
    (how: 'button' | 'key') => {
      append('stop.pressed', { how }).catch(() => setUntold(true));
    },
    [append],
  );

  useEffect(() => {
    if (isStopped) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isStopKey(event, document.activeElement)) return;
      event.preventDefault();
      press('key');
    };
    window.addEventListener('keydown', onKey);
    const { mediaSession } = navigator;
    for (const action of HEADSET) trySet(mediaSession, action, () => press('key'));
    return () => {
      window.removeEventListener('keydown', onKey);
      for (const action of HEADSET) trySet(mediaSession, action, null);
    };
  }, [isStopped, press]);

  if (!isStopped) {
    return (
      <div className="stop-bar">
        {children}
        <Button look="stop" wide demo="stop" onPress={() => press('button')}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  return (
    <StoppedPanel
      stop={stop}
      waits={state?.sets.some((set) => set.status === 'stopped') ?? false}
      seen={seen}
      text={text}
      onResolve={(choice) => {
        setUntold(false);
        if (stop) void append('stop.resolved', { choice });
      }}
    />
  );
}

function trySet(session: MediaSession | undefined, action: MediaSessionAction, handler: (() => void) | null): void {
  try {
    session?.setActionHandler(action, handler);
  } catch {
    // Not every browser knows every action.
  }
}
