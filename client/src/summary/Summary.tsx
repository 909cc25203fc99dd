import { countComplete, type EncounterSnapshot, measurementsOf, turnsDuring } from '@plumbline/shared/encounter';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OtherTrends, RecordContext, usePatientRecord } from '../history/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { useNames } from '../results/index.ts';
import { Button, buttonClass, useTitle } from '../ui/index.ts';
import { ByHandCard } from './ByHandCard.tsx';
import { MeasuredCard } from './MeasuredCard.tsx';
import { SetCard } from './SetCard.tsx';
import { TimedCard } from './TimedCard.tsx';

/** A visit on one page, for the screen and for paper. */
export function Summary({ visit }: { visit: EncounterSnapshot }) {
  const { t } = useTranslation(['summary', 'timed']);
  const names = useNames();
  const { state, patientName, encounterId } = visit;
  const record = usePatientRecord(encounterId, state, visit.person);
  const measured = measurementsOf(state).filter(({ trials }) => trials.some((trial) => trial.result !== null));
  const byHandFor = ({ measurementId, side }: { measurementId: string; side: string }) =>
    state.values.filter((one) => one.measurementId === measurementId && one.side === side && !one.takenBack);
  const shown = new Set(measured.flatMap(byHandFor));
  const others = state.values.filter((one) => !shown.has(one));
  const timed = state.timed.filter(({ result }) => result !== null);
  useTitle(t('title'));
  return (
    <RecordContext value={record}>
      <article>
        <header className="summary__head">
          <div>
            <h1>{patientName}</h1>
            <p className="summary__when">
              <VisitTimes visit={visit} />
            </p>
            <p className="summary__when">
              {visit.therapistName}, {visit.clinicName}
            </p>
          </div>
          <div className="summary__actions">
            <Button onPress={() => window.print()}>
              <Printer aria-hidden="true" />
              {t('print')}
            </Button>
            <Link to="/visits" className={buttonClass({ look: 'primary' })}>
              {t('toVisits')}
            </Link>
          </div>
        </header>

        <section aria-labelledby="measured">
          <h2 id="measured">{t('measured')}</h2>
          {measured.length + others.length === 0 ? <p className="summary__nothing">{t('nothingMeasured')}</p> : null}
          {measured.map((one) => (
            <MeasuredCard
              key={one.key}
              measured={one}
              title={names.protocol(one.protocol, one.side)}
              byHand={byHandFor(one)}
            />
          ))}
          {others.length > 0 ? <ByHandCard values={others} /> : null}
        </section>

        <section aria-labelledby="counted">
          <h2 id="counted">{t('counted')}</h2>
          {state.sets.length === 0 ? <p className="summary__nothing">{t('nothingCounted')}</p> : null}
          {state.sets.map((set) => (
            <SetCard
              key={set.setId}
              set={set}
              complete={countComplete(set)}
              turns={turnsDuring(state, set)}
              title={names.exercise(set.exercise, set.side)}
            />
          ))}
        </section>
        {timed.length > 0 ? (
          <section aria-labelledby="timed">
            <h2 id="timed">{t('timed:panel')}</h2>
            {timed.map((one) => (
              <TimedCard key={one.testId} timed={one} />
            ))}
            <p className="summary__note">{t('timed:note')}</p>
          </section>
        ) : null}
        <OtherTrends />
        <p className="summary__note">{t('uncertaintyNote')}</p>
      </article>
    </RecordContext>
  );
}

function VisitTimes({ visit: { startsAt, state } }: { visit: EncounterSnapshot }) {
  const { t } = useTranslation('summary');
  const locale = useFormatLocale();
  const begunMs = state.admittedAtMs ?? Date.parse(startsAt);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(begunMs);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  if (state.admittedAtMs === null) return <>{t('notHeld', { date })}</>;
  if (state.endedAtMs === null) return <>{t('since', { date, from: time.format(begunMs) })}</>;
  const minutes = Math.max(1, Math.round((state.endedAtMs - begunMs) / 60_000));
  return (
    <>
      {t('fromTo', { date, from: time.format(begunMs), to: time.format(state.endedAtMs) })} (
      {t('minutes', { count: minutes })})
    </>
  );
}
