import type { EncounterState, ScreenState } from '@plumbline/shared/encounter';
import { findScreen } from '@plumbline/shared/measurement';
import { RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Degrees, PainMarks, Unreviewed, useNames } from '../results/index.ts';
import { Button, IconButton, useShortcuts } from '../ui/index.ts';
import type { Choosing } from './bar-mode.ts';
import { type ScreenRow, screenRows, toAccept } from './screen-rows.ts';
import type { Commands } from './useCommands.ts';

interface ScreenReviewProps {
  state: EncounterState;
  screen: ScreenState;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
}

/** What a screen recorded, in one table; one key accepts it all. Until then every value is hollow and moves nothing. */
export function ScreenReview({ state, screen, commands, onChoose }: ScreenReviewProps) {
  const { t } = useTranslation(['screens', 'byHand']);
  const names = useNames();
  const trialIds = toAccept(screen, state);
  const acceptAll = () => commands.acceptScreen(screen.screenId, trialIds);
  const byHand = () => onChoose('by-hand');
  useShortcuts({ Enter: acceptAll, h: byHand });
  const title = t('review', { name: names.screen(screen.screen) });
  const measures = findScreen(screen.screen)?.byHand ?? [];
  return (
    <section className="chooser" aria-label={title}>
      <p className="chooser__title">
        {title}
        {measures.length > 0 ? (
          <span>
            {t('byHand')} {measures.map((id) => names.measure(id)).join(', ')}
          </span>
        ) : null}
      </p>
      <table className="ledger screen-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('movement')}</th>
            <th scope="col">{t('trialsOf')}</th>
            <th scope="col">{t('mean')}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {screenRows(screen, state).map((row) => (
            <Row key={row.step} row={row} screen={screen} commands={commands} />
          ))}
        </tbody>
      </table>
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" onPress={acceptAll} demo="accept-screen">
          {trialIds.length > 0 ? t('acceptAll', { count: trialIds.length }) : t('closeEmpty')}
        </Button>
        <Button shortcut="H" onPress={byHand}>
          {t('byHand:open')}
        </Button>
      </div>
    </section>
  );
}

function Row({ row, screen, commands }: { row: ScreenRow; screen: ScreenState; commands: Commands }) {
  const { t } = useTranslation('screens');
  const names = useNames();
  const name = names.protocol(row.protocol, row.side);
  const value = row.unreviewed ?? row.kept;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {row.status === 'notSeen' ? names.reasons(row.trials.at(-1)?.result?.refusals ?? []) : null}
        {row.trials.map(({ trialId, result, pain }) =>
          result?.valueDegrees == null ? null : (
            <span key={trialId} className="screen-table__trial">
              <Degrees value={result.valueDegrees} />
              {result.findings.map((finding) => (
                <small key={finding.code}> {names.finding(finding)}</small>
              ))}
              <PainMarks pain={pain} />
            </span>
          ),
        )}
      </td>
      <td>
        {row.unreviewed ? (
          <Unreviewed value={row.unreviewed.degrees} uncertainty={row.unreviewed.uncertaintyDegrees} />
        ) : value ? (
          <Degrees value={value.degrees} uncertainty={value.uncertaintyDegrees} />
        ) : (
          <span className="panel-hint">{t(row.status)}</span>
        )}
      </td>
      <td className="screen-table__actions">
        <IconButton
          label={t('againOf', { name })}
          icon={<RotateCcw size={16} aria-hidden="true" />}
          onPress={() => commands.repeatStep(screen.screenId, row.step)}
        />
        {row.unreviewed ? (
          <IconButton
            label={t('leaveOutOf', { name })}
            icon={<X size={16} aria-hidden="true" />}
            onPress={() => void commands.leaveOut(screen, row.step, row.trials)}
          />
        ) : null}
      </td>
    </tr>
  );
}
