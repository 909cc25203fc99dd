import { useFormatLocale } from '../i18n/index.ts';

/** How days and moments are written for people here. */
export function useDates() {
  const locale = useFormatLocale();
  return {
    /** A calendar day such as `1970-04-03`, whatever the time zone. */
    day: (day: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    moment: (iso: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    date: (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso)),
    time: (iso: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso)),
    list: (names: readonly string[]) => new Intl.ListFormat(locale).format(names),
  };
}

/** Today as a calendar day here. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
}
