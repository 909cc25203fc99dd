import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import type { Speech } from '../speech/index.ts';
import { Button } from '../ui/index.ts';
import { isStopKey } from './stop-keys.ts';

/** STOP: a large area, any key, a headset's button. It works offline: the outbox keeps it, the device stops at once. */
export function StopBar({
  encounter,
  speech,
  children,
}: {
  encounter: Encounter;
  speech: Speech;
  children: ReactNode;
}) {
  const { t } = useTranslation('patient');
  const { append, state, therapistName: therapist } = encounter;
  const stopped = state?.stop ?? null;

  const stop = useCallback(
    (how: 'button' | 'key') => {
      speech.tone('stop');
      void append('stop.pressed', { how });
    },
    [append, speech],
  );

  useEffect(() => {
    if (stopped) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isStopKey(event, document.activeElement)) return;
      event.preventDefault();
      stop('key');
    };
    window.addEventListener('keydown', onKey);
    const { mediaSession } = navigator;
    const byHeadset = () => stop('key');
    for (const action of ['pause', 'stop', 'play'] as const) trySet(mediaSession, action, byHeadset);
    return () => {
      window.removeEventListener('keydown', onKey);
      for (const action of ['pause', 'stop', 'play'] as const) trySet(mediaSession, action, null);
    };
  }, [stopped, stop]);

  if (!stopped) {
    return (
      <div className="stop-bar">
        {children}
        <Button look="stop" wide onPress={() => stop('button')}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  const waits = state?.sets.some((set) => set.status === 'stopped') ?? false;
  return (
    <section className="stopped" role="alert">
      <h1>{t('stopped.title')}</h1>
      <p>{t(stopped.by === 'therapist' ? 'stopped.byTherapist' : 'stopped.lead', { therapist })}</p>
      <div className="calm-row">
        {waits ? (
          <Button size="large" look="primary" onPress={() => void append('stop.resolved', { choice: 'resume' })}>
            {t('stopped.resume')}
          </Button>
        ) : null}
        <Button size="large" onPress={() => void append('stop.resolved', { choice: 'end-set' })}>
          {t(waits ? 'stopped.end' : 'stopped.resume')}
        </Button>
      </div>
    </section>
  );
}

function trySet(session: MediaSession | undefined, action: MediaSessionAction, handler: (() => void) | null): void {
  try {
    session?.setActionHandler(action, handler);
  } catch {
    // Not every browser knows every action.
  }
}
