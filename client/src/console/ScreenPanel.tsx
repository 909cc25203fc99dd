import type { EncounterState, ScreenState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Degrees, Unreviewed, useNames } from '../results/index.ts';
import { type ScreenRow, screenRows } from './screen-rows.ts';

/** The steps of the screen that runs, and what each has recorded. */
export function ScreenPanel({ state, screen }: { state: EncounterState; screen: ScreenState }) {
  const { t } = useTranslation('screens');
  const names = useNames();
  return (
    <section className="trials" aria-labelledby="screen-title">
      <h2 id="screen-title" className="console-heading">
        {names.screen(screen.screen)}
      </h2>
      <ol className="screen-steps" aria-label={t('steps')}>
        {screenRows(screen, state).map((row) => (
          <li key={row.step} data-status={row.status} aria-current={row.status === 'under' ? 'step' : undefined}>
            <span>{names.protocol(row.protocol, row.side)}</span>
            <small>
              <StepValue row={row} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepValue({ row: { kept, unreviewed, status } }: { row: ScreenRow }) {
  const { t } = useTranslation('screens');
  if (unreviewed) return <Unreviewed value={unreviewed.degrees} uncertainty={unreviewed.uncertaintyDegrees} />;
  if (kept) return <Degrees value={kept.degrees} uncertainty={kept.uncertaintyDegrees} />;
  return t(status);
}
