import type { EncounterState } from '@plumbline/shared/encounter';
import { ArrowLeft, CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Encounter } from '../encounter/index.ts';
import { IconButton, Preferences, useNow, VisuallyHidden } from '../ui/index.ts';
import { ConnectionPill } from './ConnectionPill.tsx';
import { clockText } from './clock-text.ts';
import type { ConnectionWord } from './connection.ts';

interface ConsoleHeaderProps {
  encounter: Encounter;
  state: EncounterState;
  word: ConnectionWord;
  onHelp: () => void;
  /** The way to end the visit. */
  children: ReactNode;
}

/** Who is visited, how the visit and the line stand, and how long it has lasted. */
export function ConsoleHeader({ encounter, state, word, onHelp, children }: ConsoleHeaderProps) {
  const { t } = useTranslation('console');
  return (
    <header className="console__header">
      <Link to="/visits" className="button button--quiet button--icon" aria-label={t('gate.toVisits')}>
        <ArrowLeft className="turns-with-script" aria-hidden="true" />
      </Link>
      <h1 className="console__name">{encounter.patientName}</h1>
      <span className="console__status">{t(`status.${state.status}`)}</span>
      <span className="console__gap" />
      <ConnectionPill word={word} pending={encounter.connection.pending} />
      {state.admittedAtMs === null ? null : <VisitClock sinceMs={state.admittedAtMs} />}
      <span className="console__preferences">
        <Preferences />
      </span>
      <IconButton
        label={t('help.open')}
        shortcut="?"
        icon={<CircleQuestionMark aria-hidden="true" />}
        onPress={onHelp}
      />
      {children}
    </header>
  );
}

function VisitClock({ sinceMs }: { sinceMs: number }) {
  const { t } = useTranslation('console');
  return (
    <span className="console__clock">
      <VisuallyHidden>{t('clock')}: </VisuallyHidden>
      {clockText(useNow(1000) - sinceMs)}
    </span>
  );
}
