import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';

/** Ends the visit after a second press in the same place; no window opens. */
export function EndVisit({ isLive, onEnd }: { isLive: boolean; onEnd: () => Promise<unknown> }) {
  const { t } = useTranslation('console');
  const [isAsking, setAsking] = useState(false);
  const [isEnding, setEnding] = useState(false);
  useShortcuts(isAsking ? { Escape: () => setAsking(false) } : {});
  if (!isAsking) {
    return (
      <Button onPress={() => setAsking(true)} demo="end-visit">
        {t('end.open')}
      </Button>
    );
  }
  return (
    <fieldset className="end-visit">
      <legend className="visually-hidden">{t('end.question')}</legend>
      <span aria-hidden="true">{t(isLive ? 'end.liveQuestion' : 'end.question')}</span>
      <Button
        look="stop"
        isPending={isEnding}
        demo="confirm-end-visit"
        autoFocus
        onPress={() => {
          setEnding(true);
          void onEnd().catch(() => setEnding(false));
        }}
      >
        {t('end.confirm')}
      </Button>
      <Button look="quiet" shortcut="Esc" onPress={() => setAsking(false)}>
        {t('end.cancel')}
      </Button>
    </fieldset>
  );
}
