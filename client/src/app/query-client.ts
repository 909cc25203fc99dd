import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '../http/index.ts';

/** Keeps what was loaded while the line is away, and asks again when it is back. A session that ended is noticed at the next request. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isProblem(error, 'signed-out') && query.queryKey[0] !== 'me') {
          void client.invalidateQueries({ queryKey: ['me'] });
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
