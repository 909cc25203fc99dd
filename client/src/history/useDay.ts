import { useFormatLocale } from '../i18n/index.ts';

/** A day as short as it can be told from others: the year stands only where it is not this one. */
export function useDay(): (atMs: number) => string {
  const locale = useFormatLocale();
  return (atMs) => {
    const isThisYear = new Date(atMs).getFullYear() === new Date().getFullYear();
    const year = isThisYear ? {} : { year: 'numeric' as const };
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(atMs);
  };
}
