import { QueryClient } from '@tanstack/react-query';
import { loadQuestions } from '../words/load.ts';
import type { Words } from '../words/words.ts';
import type { Api } from './client.ts';

/** Milliseconds in which what was read is not read again. */
const fresh = 10_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: fresh,
        // A failure is said at once, with "Try again"; offline is one of them.
        retry: false,
        networkMode: 'always',
        refetchOnReconnect: 'always',
      },
    },
  });
}

export const nowKey = ['mine', 'now'];

/** Everything that *Now* shows. */
export const nowQuery = (api: Api) => ({ queryKey: nowKey, queryFn: api.now });

/** The questions to start from. Only those who have a pairing need them. */
export const questionsQuery = (words: Words) => ({
  queryKey: ['questions', words.language],
  queryFn: () => loadQuestions(words),
  staleTime: Infinity,
});
