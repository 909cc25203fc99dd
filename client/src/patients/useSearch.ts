import { searchPatients } from '@plumbline/shared/people';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../http/index.ts';

/** A pause in the typing after which the server is asked. */
const PAUSE_MS = 150;

export type Where = 'care' | 'clinic';

/** Patients that fit what was typed, a page at a time; what was found before stays until there is something new. */
export function useSearch(text: string, where: Where) {
  const typed = useLater(text.trim(), PAUSE_MS);
  const search = useInfiniteQuery({
    queryKey: ['patients', where, typed],
    queryFn: ({ signal, pageParam }) =>
      call(searchPatients, { body: { text: typed, where, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, { patients }) => sum + patients.length, 0);
      return last.patients.length > 0 && shown < last.total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
  return {
    ...search,
    typed,
    patients: search.data?.pages.flatMap(({ patients }) => patients) ?? [],
    total: search.data?.pages[0]?.total ?? 0,
  };
}

/** The value as it was when it last stood still. */
function useLater<T>(value: T, pauseMs: number): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return later;
}
