import type { CalendarDate, Time } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label, TimeField } from 'react-aria-components';

/** A day, typed or stepped part by part. */
export function DayField(props: { label: string; value: CalendarDate; onChange: (day: CalendarDate) => void }) {
  return (
    <DateField
      className="field"
      value={props.value}
      onChange={(day) => day && props.onChange(day)}
      shouldForceLeadingZeros
    >
      <Label className="field__label">{props.label}</Label>
      <DateInput className="input input--row">
        {(segment) => <DateSegment segment={segment} className="segment" />}
      </DateInput>
    </DateField>
  );
}

/** A time of day, typed or stepped part by part, as the locale writes it. */
export function ClockField(props: { label: string; value: Time; onChange: (time: Time) => void }) {
  return (
    <TimeField
      className="field"
      value={props.value}
      onChange={(time) => time && props.onChange(time)}
      shouldForceLeadingZeros
    >
      <Label className="field__label">{props.label}</Label>
      <DateInput className="input input--row">
        {(segment) => <DateSegment segment={segment} className="segment" />}
      </DateInput>
    </TimeField>
  );
}
