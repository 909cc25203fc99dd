import { getLocalTimeZone } from '@internationalized/date';
import { listVisits } from '@plumbline/shared/appointments';
import { useQuery } from '@tanstack/react-query';
import { call } from '../http/index.ts';

const REFRESH_MS = 4_000;

/** The signed-in therapist's visits of a day, kept up to date while the page is in sight. */
export function useVisits(day: string) {
  const timeZone = getLocalTimeZone();
  return useQuery({
    queryKey: ['visits', day, timeZone],
    queryFn: ({ signal }) => call(listVisits, { query: { day, timeZone }, signal }),
    select: ({ visits }) => visits,
    refetchInterval: REFRESH_MS,
  });
}
