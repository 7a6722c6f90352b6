// What the tab asks of the product. Answers are trusted as core/api describes them: its schemas are types here and nothing else,
// so that no reader of schemas is loaded.
import type { ActView, DeskAct, WantedAct } from '../../core/api/acts.ts';
import type { AskedToErase } from '../../core/api/data.ts';
import type { PairingRow, PairingTimes, PersonRow, Today } from '../../core/api/desk.ts';
import type { DraftChange, DraftView } from '../../core/api/draft.ts';
import type { Me, MySettings, Now, Schemes } from '../../core/api/me.ts';
import type { MeetingChange, MyHistory, MyMeeting, Times } from '../../core/api/meetings.ts';
import type { PoisonAct, PoisonList } from '../../core/api/poison.ts';
import type { Colleagues, People } from '../../core/api/people.ts';
import type { RoundDetail, Rounds, SchemeFigures } from '../../core/api/rounds.ts';
import type { Answers } from '../../core/records/profile.ts';
import type {
  CalendarSettings,
  SchemeDates,
  SchemeSettings,
  SettingsChange,
  StoredSettings,
} from '../../core/schemes/settings-schemas.ts';
import { Problem } from './problem.ts';
import { createSend, type Send } from './send.ts';

/** Every function is refused with a `Problem`. Writes may be repeated. `version`: of what was read before, or `stale`. */
export interface Api {
  readonly me: () => Promise<Me>;
  readonly now: () => Promise<Now>;
  readonly history: (cursor: string | null) => Promise<HistoryPage>;
  readonly schemes: () => Promise<Schemes>;
  /** What they said and wrote of their meeting of a round. */
  readonly meeting: (scheme: string, round: string) => Promise<MyMeeting>;
  readonly changeMeeting: (meeting: MyMeeting, change: MeetingChange) => Promise<MyMeeting>;
  readonly times: () => Promise<Times>;
  /** @param id 8 to 64 of `[A-Za-z0-9_-]`, new for each act */
  readonly takeAct: (id: string, wanted: WantedAct) => Promise<ActView>;
  readonly act: (id: string) => Promise<ActView>;
  /** Refused as soon as the act is being done. */
  readonly withdrawAct: (id: string) => Promise<void>;
  readonly again: () => Promise<People>;
  readonly setAgain: (version: string, people: readonly string[]) => Promise<People>;
  readonly neverWith: () => Promise<People>;
  readonly setNeverWith: (version: string, people: readonly string[]) => Promise<People>;
  readonly mySettings: (scheme: string) => Promise<MySettings>;
  readonly saveMySettings: (scheme: string, version: string, answers: Answers) => Promise<MySettings>;
  readonly colleagues: (name: string) => Promise<Colleagues>;
  /** Null: there is none. */
  readonly photo: (person: string) => Promise<Blob | null>;
  /** What is kept of them, as JSON or as a page that can be read without the tab. */
  readonly myData: (as: 'json' | 'page') => Promise<Blob>;
  /** Without `confirm` it only says what would happen; `confirm` is the token of that answer, `refused` when it is too old. */
  readonly erase: (confirm?: string) => Promise<AskedToErase>;
  readonly figures: (scheme: string) => Promise<SchemeFigures>;

  readonly rounds: (scheme: string) => Promise<Rounds>;
  /** `round`: ISO date of the round's meeting week. */
  readonly round: (scheme: string, round: string) => Promise<RoundDetail>;
  readonly people: (scheme: string, round: string, cursor: string | null) => Promise<ListPage<PersonRow>>;
  /** The same as CSV. */
  readonly peopleFile: (scheme: string, round: string) => Promise<Blob>;
  readonly pairings: (scheme: string, round: string, cursor: string | null) => Promise<ListPage<PairingRow>>;
  readonly pairingTimes: (scheme: string, round: string, pairing: string) => Promise<PairingTimes>;
  /** Null: the round has none. */
  readonly draft: (scheme: string, round: string) => Promise<DraftView | null>;
  readonly changeDraft: (draft: DraftView, change: DraftChange) => Promise<DraftView>;
  readonly today: (scheme: string) => Promise<Today>;
  /** @param id as of `takeAct`; the act is read and withdrawn as other acts are */
  readonly takeDeskAct: (id: string, wanted: DeskAct) => Promise<ActView>;
  /** Puts everything that queues gave up on them again. */
  readonly retryPoison: () => Promise<void>;
  readonly makeScheme: (settings: SchemeSettings) => Promise<StoredSettings>;
  /** The next three rounds of a scheme with such settings. */
  readonly schemeDates: (settings: CalendarSettings) => Promise<SchemeDates>;
  readonly settings: (scheme: string) => Promise<StoredSettings>;
  /** Changes nothing when somebody else changed them meanwhile; `stored` is what they chose. */
  readonly changeSettings: (
    scheme: string,
    version: string,
    change: Omit<SettingsChange, 'version'>,
  ) => Promise<{ readonly changed: boolean; readonly stored: StoredSettings }>;
}

export interface HistoryPage {
  readonly entries: MyHistory;
  /** Of the next page; null: this is the last one. */
  readonly next: string | null;
}

/** One page of a list. */
export interface ListPage<T> {
  readonly entries: readonly T[];
  /** Of the next page; null: this is the last one. */
  readonly next: string | null;
}

/**
 * The API at the tab's own origin, called as the person whom `getToken` vouches for.
 * @param getLanguage BCP 47: the language of Teams; null: not known yet
 */
export function createApi(getToken: () => Promise<string>, getLanguage: () => string | null): Api {
  const send = createSend(getToken, getLanguage);
  const part = encodeURIComponent;
  const scheme = (id: string) => `/api/schemes/${part(id)}`;
  const meeting = (id: string, round: string) => `/api/me/meetings/${part(id)}/${part(round)}`;
  const inRound = (id: string, round: string) => `${scheme(id)}/rounds/${part(round)}`;
  const list = async <T>(path: string, cursor: string | null): Promise<ListPage<T>> => {
    const answer = await send(`${path}${cursor === null ? '' : `?cursor=${part(cursor)}`}`);
    return { entries: await read(answer), next: nextCursor(answer.headers.get('link')) };
  };
  const get = <T>(path: string): Promise<T> => json(send, path);
  const put = <T>(path: string, version: string, body: unknown): Promise<T> =>
    json(send, path, { method: 'PUT', version, body });
  return {
    me: () => get('/api/me'),
    now: () => get('/api/me/now'),
    history: async (cursor) => {
      const answer = await send(`/api/me/history${cursor === null ? '' : `?cursor=${part(cursor)}`}`);
      return { entries: await read(answer), next: nextCursor(answer.headers.get('link')) };
    },
    schemes: () => get('/api/schemes'),
    meeting: (id, round) => get(meeting(id, round)),
    changeMeeting: ({ scheme: id, round, version }, body) =>
      json(send, meeting(id, round), { method: 'PATCH', version, body }),
    times: () => get('/api/me/times'),
    takeAct: (id, body) => json(send, '/api/me/acts', { method: 'POST', key: id, body }),
    act: (id) => get(`/api/me/acts/${part(id)}`),
    withdrawAct: async (id) => {
      await send(`/api/me/acts/${part(id)}`, { method: 'DELETE' });
    },
    again: () => get('/api/me/again'),
    setAgain: (version, people) => put('/api/me/again', version, { people }),
    neverWith: () => get('/api/me/never-with'),
    setNeverWith: (version, people) => put('/api/me/never-with', version, { people }),
    mySettings: (id) => get(`/api/me/settings/${part(id)}`),
    saveMySettings: (id, version, answers) => put(`/api/me/settings/${part(id)}`, version, answers),
    colleagues: (name) => get(`/api/colleagues?name=${part(name)}`),
    photo: async (person) => {
      try {
        return await (await send(`/api/people/${part(person)}/photo`)).blob();
      } catch (error) {
        if (error instanceof Problem && error.kind === 'not-found') return null;
        throw error;
      }
    },
    myData: async (as) => (await send(as === 'json' ? '/api/me/data' : '/api/me/data/page')).blob(),
    erase: (confirm) =>
      json(send, '/api/me/erase', { method: 'POST', body: confirm === undefined ? {} : { confirm } }),
    figures: (id) => get(`${scheme(id)}/figures`),

    rounds: (id) => get(`${scheme(id)}/rounds`),
    round: (id, round) => get(`${scheme(id)}/rounds/${part(round)}`),
    people: (id, round, cursor) => list(`${inRound(id, round)}/people`, cursor),
    peopleFile: async (id, round) => (await send(`${inRound(id, round)}/people.csv`)).blob(),
    pairings: (id, round, cursor) => list(`${inRound(id, round)}/pairings`, cursor),
    pairingTimes: (id, round, pairing) => get(`${inRound(id, round)}/pairings/${part(pairing)}/times`),
    draft: async (id, round) => {
      try {
        return await get<DraftView>(`${inRound(id, round)}/draft`);
      } catch (error) {
        if (error instanceof Problem && error.kind === 'not-found') return null;
        throw error;
      }
    },
    changeDraft: ({ scheme: id, round, version }, body) =>
      json(send, `${inRound(id, round)}/draft`, { method: 'PATCH', version, body }),
    today: (id) => get(`${scheme(id)}/today`),
    takeDeskAct: (id, body) => json(send, `${scheme(body.scheme)}/acts`, { method: 'POST', key: id, body }),
    retryPoison: async () => {
      const { counts } = await get<PoisonList>('/api/poison');
      const body: { act: PoisonAct } = { act: 'retry' };
      const queues = counts.filter(({ messages }) => messages > 0);
      await Promise.all(
        queues.map(({ queue }) => send(`/api/poison/${part(queue)}/all`, { method: 'POST', body })),
      );
    },
    makeScheme: (settings) => json(send, '/api/schemes', { method: 'POST', body: { settings } }),
    schemeDates: (body) => json(send, '/api/scheme-dates', { method: 'POST', body }),
    settings: (id) => get(`${scheme(id)}/settings`),
    changeSettings: async (id, version, change) => {
      try {
        return { changed: true, stored: await put(`${scheme(id)}/settings`, version, change) };
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'stale') throw error;
        return { changed: false, stored: await get(`${scheme(id)}/settings`) };
      }
    },
  };
}

async function json<T>(send: Send, ...asked: Parameters<Send>): Promise<T> {
  return read(await send(...asked));
}

async function read<T>(answer: Response): Promise<T> {
  try {
    return (await answer.json()) as T;
  } catch (cause) {
    throw new Problem('unreadable', { cause });
  }
}

/** @example nextCursor('</api/me/history?cursor=b>; rel="next"') → 'b' */
function nextCursor(link: string | null): string | null {
  const address = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  return address === undefined ? null : new URL(address, window.location.href).searchParams.get('cursor');
}
