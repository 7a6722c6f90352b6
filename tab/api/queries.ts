// What the tab reads, kept by TanStack Query: shown at once from what is known, and read again when the tab is shown again.
import { type InfiniteData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Now } from '../../core/api/me.ts';
import { useApp } from '../context/app-context.ts';
import type { MyMeeting } from '../../core/api/meetings.ts';
import type { CalendarSettings } from '../../core/schemes/settings-schemas.ts';
import type { Api, HistoryPage } from '../client/client.ts';
import { nowKey, nowQuery } from '../client/query-client.ts';

/** Names of what is kept. What changes with an act of the reader lies below `mine`. */
export const keys = {
  mine: ['mine'],
  now: nowKey,
  me: ['mine', 'me'],
  history: ['mine', 'history'],
  schemes: ['mine', 'schemes'],
  times: ['mine', 'times'],
  neverWith: ['mine', 'never-with'],
  mySettings: (scheme: string) => ['mine', 'settings', scheme],
  meeting: (scheme: string, round: string) => ['mine', 'meeting', scheme, round],
  photo: (person: string) => ['photo', person],
  colleagues: (name: string) => ['colleagues', name],
  figures: (scheme: string) => ['figures', scheme],
  deskWords: (language: string) => ['desk-words', language],
  schemeSettings: (scheme: string) => ['scheme-settings', scheme],
  schemeDates: (settings: CalendarSettings) => ['scheme-dates', settings],
  rounds: ['mine', 'desk', 'rounds'],
  today: (scheme: string) => ['mine', 'desk', 'today', scheme],
  round: (scheme: string, round: string) => ['mine', 'desk', 'round', scheme, round],
  draft: (scheme: string, round: string) => ['mine', 'desk', 'draft', scheme, round],
  people: (scheme: string, round: string) => ['mine', 'desk', 'people', scheme, round],
  pairings: (scheme: string, round: string) => ['mine', 'desk', 'pairings', scheme, round],
  pairingTimes: (scheme: string, round: string, pairing: string) => [
    'mine',
    'desk',
    'times',
    scheme,
    round,
    pairing,
  ],
};

export const meQuery = (api: Api) => ({ queryKey: keys.me, queryFn: api.me });

export const schemesQuery = (api: Api) => ({ queryKey: keys.schemes, queryFn: api.schemes });

export const figuresQuery = (api: Api, scheme: string) => ({
  queryKey: keys.figures(scheme),
  queryFn: () => api.figures(scheme),
});

/** Everything that *Now* shows. */
export function useNow() {
  return useQuery(nowQuery(useApp().api));
}

/** Everyone they met, newest first. `fetchNextPage` gets older ones. */
export function useHistory() {
  const { api } = useApp();
  return useInfiniteQuery({
    queryKey: keys.history,
    queryFn: ({ pageParam }) => api.history(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
  });
}

/** Shows the notes of a meeting in the history, if that was read. */
export async function showNotes(client: QueryClient, { scheme, round, note }: MyMeeting): Promise<void> {
  await client.cancelQueries({ queryKey: keys.history });
  client.setQueryData<InfiniteData<HistoryPage>>(
    keys.history,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          entries: page.entries.map((entry) =>
            entry.scheme === scheme && entry.week === round ? { ...entry, note } : entry,
          ),
        })),
      },
  );
}

/**
 * Shows something else in *Now*, if that was read. What is being read is older, so it is thrown away. It is still as old as
 * the answer: the clock counts from there.
 */
export function showNow(client: QueryClient, change: (now: Now) => Now): void {
  const before = client.getQueryState<Now>(keys.now);
  if (before?.data === undefined) return;
  void client.cancelQueries({ queryKey: keys.now });
  client.setQueryData<Now>(keys.now, (now) => now && change(now), { updatedAt: before.dataUpdatedAt });
}

export function useSchemes() {
  return useQuery(schemesQuery(useApp().api));
}

/** Times that suit everybody, read from calendars each time somebody looks. */
export function useTimes() {
  return useQuery({ queryKey: keys.times, queryFn: useApp().api.times, gcTime: 0 });
}

/** The sign-up card. */
export function useMySettings(scheme: string) {
  const { api } = useApp();
  return useQuery({ queryKey: keys.mySettings(scheme), queryFn: () => api.mySettings(scheme) });
}

/** What they said and wrote of their meeting of a round, read each time somebody looks. */
export function useMeeting(scheme: string, round: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.meeting(scheme, round),
    queryFn: () => api.meeting(scheme, round),
    gcTime: 0,
  });
}

export function useNeverWith() {
  return useQuery({ queryKey: keys.neverWith, queryFn: useApp().api.neverWith });
}

/** Whom a name may mean. Nobody, for fewer than two characters. */
export function useColleagues(name: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.colleagues(name),
    queryFn: () => api.colleagues(name),
    enabled: name.trim().length > 1,
  });
}

/** The address of somebody's picture, read once; null: there is none, or it has not come yet. */
export function usePhoto(person: string): string | null {
  const { api } = useApp();
  const { data } = useQuery({
    queryKey: keys.photo(person),
    queryFn: async () => {
      const photo = await api.photo(person);
      return photo === null ? null : URL.createObjectURL(photo);
    },
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? null;
}
