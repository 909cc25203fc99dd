import { type CalendarDate, getLocalTimeZone, isToday, today } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/index.ts';

/** A day back, a day on, and back to today. */
export function DayNavigation({ day, onDay }: { day: CalendarDate; onDay: (day: CalendarDate) => void }) {
  const { t } = useTranslation('appointments');
  return (
    <fieldset className="day-navigation">
      <legend className="visually-hidden">{t('day.label')}</legend>
      <IconButton
        label={t('day.before')}
        icon={<ChevronLeft className="turns-with-script" aria-hidden="true" />}
        onPress={() => onDay(day.subtract({ days: 1 }))}
      />
      <Button onPress={() => onDay(today(getLocalTimeZone()))} isDisabled={isToday(day, getLocalTimeZone())}>
        {t('today')}
      </Button>
      <IconButton
        label={t('day.after')}
        icon={<ChevronRight className="turns-with-script" aria-hidden="true" />}
        onPress={() => onDay(day.add({ days: 1 }))}
      />
    </fieldset>
  );
}
