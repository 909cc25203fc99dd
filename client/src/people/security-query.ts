import { getSecurity } from '@plumbline/shared/people';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../http/index.ts';

export type Security = z.output<(typeof getSecurity)['response']>;

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => call(getSecurity, { signal }),
});
