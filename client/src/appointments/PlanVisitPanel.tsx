import { type CalendarDate, getLocalTimeZone, now, Time, toCalendarDateTime, toZoned } from '@internationalized/date';
import { planVisit } from '@plumbline/shared/appointments';
import { addPatient } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { call } from '../http/index.ts';
import {
  Banner,
  Button,
  ClockField,
  DayField,
  IconButton,
  ProblemBanner,
  Segments,
  useShortcuts,
} from '../ui/index.ts';
import { nextQuarter } from './day.ts';
import { InviteLink } from './InviteLink.tsx';
import { PatientPicker, type PickedPatient } from './PatientPicker.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';

const DURATIONS = ['20', '30', '40', '60'] as const;

interface PlanVisitPanelProps {
  day: CalendarDate;
  /** Called with the local day of the visit that was planned. */
  onPlanned: (day: string) => void;
  onClose: () => void;
}

/** Plans a visit beside the day's list, then hands over the patient's link. */
export function PlanVisitPanel({ day: firstDay, onPlanned, onClose }: PlanVisitPanelProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [id, setId] = useState(() => uuid());
  const [patient, setPatient] = useState<PickedPatient | null>(null);
  const [day, setDay] = useState(firstDay);
  const [time, setTime] = useState(proposeTime);
  const [duration, setDuration] = useState<(typeof DURATIONS)[number]>('40');
  const [timeZone, setTimeZone] = useState(getLocalTimeZone);
  useShortcuts({ Escape: onClose });
  useEffect(() => heading.current?.focus(), []);

  const plan = useMutation({
    mutationFn: async (who: PickedPatient) => {
      const patientId = who.patientId ?? (await call(addPatient, { body: { displayName: who.name } })).patientId;
      // A second try after a failure must not add the same person again.
      setPatient({ patientId, name: who.name });
      const startsAt = toZoned(toCalendarDateTime(day, time), timeZone).toAbsoluteString();
      return call(planVisit, { body: { id, patientId, startsAt, durationMinutes: Number(duration), timeZone } });
    },
    onSuccess: async () => {
      onPlanned(
        toZoned(toZoned(toCalendarDateTime(day, time), timeZone), getLocalTimeZone())
          .toString()
          .slice(0, 10),
      );
      await queries.invalidateQueries({ queryKey: ['visits'] });
      await queries.invalidateQueries({ queryKey: ['patients'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (patient) plan.mutate(patient);
  }

  function another() {
    plan.reset();
    setId(uuid());
    setPatient(null);
  }

  return (
    <aside className="plan card" aria-labelledby="plan-title">
      <div className="plan__head">
        <h2 id="plan-title" ref={heading} tabIndex={-1}>
          {t('plan.title')}
        </h2>
        <IconButton label={t('plan.close')} icon={<X aria-hidden="true" />} onPress={onClose} />
      </div>
      {plan.data ? (
        <>
          <Banner kind="good" announce title={t('plan.done', { name: plan.data.patientName })}>
            <p>{t('plan.doneText')}</p>
          </Banner>
          <InviteLink encounterId={plan.data.encounterId} patientName={plan.data.patientName} />
          <div className="form__actions">
            <Button onPress={another}>{t('plan.another')}</Button>
            <Button look="quiet" onPress={onClose}>
              {t('plan.finish')}
            </Button>
          </div>
        </>
      ) : (
        <Form className="form" onSubmit={submit}>
          <ProblemBanner error={plan.error} />
          <PatientPicker picked={patient} onPick={setPatient} />
          <div className="form__row">
            <DayField label={t('plan.day')} value={day} onChange={setDay} />
            <ClockField label={t('plan.time')} value={time} onChange={setTime} />
          </div>
          <div className="field">
            <span className="field__label" aria-hidden="true">
              {t('plan.duration')}
            </span>
            <Segments
              label={t('plan.duration')}
              value={duration}
              onChange={setDuration}
              options={DURATIONS.map((minutes) => ({
                value: minutes,
                label: t('plan.minutes', { count: Number(minutes) }),
              }))}
            />
          </div>
          <TimeZoneField value={timeZone} onChange={setTimeZone} />
          <div className="form__actions">
            <Button type="submit" look="primary" isDisabled={!patient} isPending={plan.isPending}>
              {t('plan.submit')}
            </Button>
            <Button look="quiet" onPress={onClose}>
              {t('common:cancel')}
            </Button>
          </div>
        </Form>
      )}
    </aside>
  );
}

function proposeTime(): Time {
  const { hour, minute } = now(getLocalTimeZone());
  const minutes = nextQuarter(hour * 60 + minute);
  return new Time(Math.floor(minutes / 60), minutes % 60);
}
