import { listEvents, type StoredEvent } from '@plumbline/shared/encounter';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../http/index.ts';

/** The events of a visit that came late and wait outside the record (`quarantined`), as known at `serverSeq`. */
export function useSetAside(encounterId: string, serverSeq: number | null): StoredEvent[] {
  const { data } = useQuery({
    queryKey: ['set-aside', encounterId, serverSeq],
    enabled: serverSeq !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found: StoredEvent[] = [];
      for (let since = 0, more = true; more; ) {
        const page = await call(listEvents, { params: { encounterId }, query: { since }, signal });
        found.push(...page.events.filter((event) => event.disposition === 'quarantined'));
        more = page.more && page.events.length > 0;
        since = page.events.at(-1)?.serverSeq ?? since;
      }
      return found;
    },
  });
  return data ?? [];
}
