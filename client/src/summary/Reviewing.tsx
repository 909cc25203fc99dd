import type { EncounterSnapshot } from '@plumbline/shared/encounter';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAccept, useCommands } from '../console/index.ts';
import { useEncounter } from '../encounter/index.ts';
import { useNames } from '../results/index.ts';
import { Banner, Busy, Button } from '../ui/index.ts';
import { ReviewContext } from './review.ts';
import { Summary } from './Summary.tsx';
import '../console/bar.css';
import '../console/corrections.css';
import '../console/timed.css';

/** After the visit nothing is measured. */
const NOTHING_IS_ASKED = { irritable: false, lastSetUp: () => null };

interface ReviewingProps {
  visit: EncounterSnapshot;
  onDone: () => void;
}

/** The record after the visit, with what can still be decided and corrected in it; each decision is an event like those of the visit. */
export function Reviewing({ visit, onDone }: ReviewingProps) {
  const { t } = useTranslation(['summary', 'screens', 'console']);
  const names = useNames();
  const encounter = useEncounter(visit.encounterId, 'therapist');
  const commands = useCommands(encounter, NOTHING_IS_ASKED);
  const [amending, setAmending] = useState<string | null>(null);
  const review = useMemo(() => ({ commands, amending, onAmend: setAmending }), [commands, amending]);
  const { state } = encounter;
  if (encounter.status === 'other-tab') {
    return (
      <Banner kind="caution" title={t('console:otherTab.title')}>
        <Button onPress={encounter.takeOver}>{t('console:otherTab.takeOver')}</Button>
      </Banner>
    );
  }
  if (!state) return <Busy />;
  return (
    <ReviewContext.Provider value={review}>
      <div className="review-bar">
        {state.screens.map((screen) => {
          const trialIds = screen.status === 'accepted' ? [] : toAccept(screen, state);
          return trialIds.length === 0 ? null : (
            <Button key={screen.screenId} onPress={() => commands.acceptScreen(screen.screenId, trialIds)}>
              {names.screen(screen.screen)}: {t('screens:acceptAll', { count: trialIds.length })}
            </Button>
          );
        })}
        <Button look="primary" onPress={onDone} demo="review-done">
          {t('review.done')}
        </Button>
      </div>
      <Summary visit={{ ...visit, state }} />
    </ReviewContext.Provider>
  );
}
