// What the desk reads of a round and of today. It is read again every minute, as answers and meetings come.
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PairingRow, PersonRow } from '../../core/api/desk.ts';
import { keys } from '../api/queries.ts';
import type { ListPage } from '../client/client.ts';
import { useApp } from '../context/app-context.ts';

/** Milliseconds between two readings. */
const minute = 60_000;

export function useToday(scheme: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.today(scheme),
    queryFn: () => api.today(scheme),
    refetchInterval: minute,
  });
}

export function useRound(scheme: string, round: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.round(scheme, round),
    queryFn: () => api.round(scheme, round),
    refetchInterval: minute,
  });
}

/** What became of everybody in a round. */
export function usePeople(scheme: string, round: string) {
  const { api } = useApp();
  return useWholeList<PersonRow>(keys.people(scheme, round), (cursor) => api.people(scheme, round, cursor));
}

/** The pairings of a round, in the order of their times. */
export function usePairings(scheme: string, round: string) {
  const { api } = useApp();
  return useWholeList<PairingRow>(keys.pairings(scheme, round), (cursor) =>
    api.pairings(scheme, round, cursor),
  );
}

/**
 * Reads a list page by page to its end; what there is so far is `data`, and `isWhole` says whether that is all. A list of several pages
 * is not read again each minute.
 */
function useWholeList<T>(queryKey: readonly string[], read: (cursor: string | null) => Promise<ListPage<T>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: entriesOf<T>,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? minute : false),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return { ...query, isWhole: query.data !== undefined && !hasNextPage };
}

function entriesOf<T>({ pages }: InfiniteData<ListPage<T>>): T[] {
  return pages.flatMap(({ entries }) => entries);
}
