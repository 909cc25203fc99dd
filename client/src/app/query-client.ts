import { QueryClient } from '@tanstack/react-query';

/** Keeps what was loaded while the line is away, and asks again when it is back. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: 2, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
