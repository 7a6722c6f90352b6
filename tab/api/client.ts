import type { z } from 'zod';
import {
  type SettingsChange,
  type StoredSettings,
  storedSettings,
} from '../../core/schemes/settings-schemas.ts';
import * as meetings from '../../core/api/meetings.ts';
import * as my from '../../core/api/me.ts';
import * as problems from '../../core/api/problem.ts';
import * as roundSchemas from '../../core/api/rounds.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { Problem, problemOfStatus } from './problem.ts';

/** What the tab asks of the product. Every answer is parsed by its schema; every refusal is a `Problem`. */
export interface Api {
  readonly me: () => Promise<my.Me>;
  readonly pairing: () => Promise<PairingView | null>;
  readonly history: () => Promise<meetings.MyHistory>;
  readonly schemes: () => Promise<my.Schemes>;
  readonly rounds: (scheme: string) => Promise<roundSchemas.Rounds>;
  /** `round`: ISO date of the round's meeting week. */
  readonly round: (scheme: string, round: string) => Promise<roundSchemas.RoundDetail>;
  readonly settings: (scheme: string) => Promise<StoredSettings>;
  /** May be repeated. Changes nothing when somebody else changed them meanwhile; `stored` is what they chose. */
  readonly changeSettings: (
    scheme: string,
    change: SettingsChange,
  ) => Promise<{ readonly changed: boolean; readonly stored: StoredSettings }>;
}

/**
 * The API at the tab's own origin, called as the person whom `getToken` vouches for.
 * Teams keeps the token and renews it when it expires, so it is asked before every call; a call that is refused all the
 * same (the token expired on the way) is repeated once with a new one.
 */
export function createApi(getToken: () => Promise<string>): Api {
  async function call(path: string, change?: unknown): Promise<Response> {
    const response = await send(path, await getToken(), change);
    return response.status === 401 ? send(path, await getToken(), change) : response;
  }

  async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const response = await call(path);
    if (!response.ok) throw problemOfStatus(response.status);
    return read(response, schema);
  }

  const part = encodeURIComponent;
  return {
    me: () => get('/api/me', my.me),
    pairing: () => get('/api/me/pairing', meetings.myPairing),
    history: () => get('/api/me/history', meetings.myHistory),
    schemes: () => get('/api/schemes', my.schemes),
    rounds: (scheme) => get(`/api/schemes/${part(scheme)}/rounds`, roundSchemas.rounds),
    round: (scheme, round) =>
      get(`/api/schemes/${part(scheme)}/rounds/${part(round)}`, roundSchemas.roundDetail),
    settings: (scheme) => get(`/api/schemes/${part(scheme)}/settings`, storedSettings),
    changeSettings: async (scheme, change) => {
      const response = await call(`/api/schemes/${part(scheme)}/settings`, change);
      if (response.ok) return { changed: true, stored: await read(response, storedSettings) };
      if (response.status !== 409) throw problemOfStatus(response.status);
      return { changed: false, stored: (await read(response, problems.settingsConflict)).standing };
    },
  };
}

async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Problem('unreadable', { cause: parsed.error });
  return parsed.data;
}

/** GET; with a change, PUT of it. */
async function send(path: string, token: string, change?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const put = {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  };
  try {
    return await fetch(path, change === undefined ? { headers } : put);
  } catch (cause) {
    throw new Problem('unavailable', { cause });
  }
}
