import { getConfig, type PublicConfig } from '@plumbline/shared/config';
import { getMe, type Me } from '@plumbline/shared/people';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call } from '../http/index.ts';

export type StaffMe = Extract<Me, { kind: 'staff' }>;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(getMe, { signal }),
  staleTime: 60_000,
});

/** Who is signed in on this page; fails with the problem `signed-out`. */
export function useMe(): UseQueryResult<Me> {
  return useQuery(meQuery);
}

/** What the installation is: demo, not set up yet, simulation allowed. */
export function useConfig(): UseQueryResult<PublicConfig> {
  return useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => call(getConfig, { signal }),
    staleTime: 60_000,
  });
}
