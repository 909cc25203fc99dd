/** A visit's start as words: `day` is null where it is today. */
export interface When {
  day: string | null;
  time: string;
}

/** The start in a time zone, the day left out where it is today there. */
export function whenIn(startsAt: Date, now: Date, locale: string, timeZone: string): When {
  const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);
  const date = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const isToday = format(startsAt, date) === format(now, date);
  return {
    day: isToday ? null : format(startsAt, { weekday: 'long', day: 'numeric', month: 'long' }),
    time: format(startsAt, { timeStyle: 'short' }),
  };
}
