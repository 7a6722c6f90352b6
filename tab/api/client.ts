import type { z } from 'zod';
import * as schemas from '../../core/api/schemas.ts';
import { Problem, problemOfStatus } from './problem.ts';

/** What the tab asks of the product. Every answer is parsed by its schema; every refusal is a `Problem`. */
export interface Api {
  readonly me: () => Promise<schemas.Me>;
  readonly pairing: () => Promise<schemas.MyPairing>;
  readonly history: () => Promise<schemas.MyHistory>;
  readonly schemes: () => Promise<schemas.Schemes>;
  readonly rounds: (scheme: string) => Promise<schemas.Rounds>;
  /** `round`: ISO date of the round's meeting week. */
  readonly round: (scheme: string, round: string) => Promise<schemas.RoundDetail>;
}

/**
 * The API at the tab's own origin, called as the person whom `getToken` vouches for.
 * Teams keeps the token and renews it when it expires, so it is asked before every call; a call that is refused all the
 * same (the token expired on the way) is repeated once with a new one.
 */
export function createApi(getToken: () => Promise<string>): Api {
  async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    let response = await send(path, await getToken());
    if (response.status === 401) response = await send(path, await getToken());
    if (!response.ok) throw problemOfStatus(response.status);
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new Problem('unreadable', { cause: parsed.error });
    return parsed.data;
  }

  const part = encodeURIComponent;
  return {
    me: () => get('/api/me', schemas.me),
    pairing: () => get('/api/me/pairing', schemas.myPairing),
    history: () => get('/api/me/history', schemas.myHistory),
    schemes: () => get('/api/schemes', schemas.schemes),
    rounds: (scheme) => get(`/api/schemes/${part(scheme)}/rounds`, schemas.rounds),
    round: (scheme, round) => get(`/api/schemes/${part(scheme)}/rounds/${part(round)}`, schemas.roundDetail),
  };
}

async function send(path: string, token: string): Promise<Response> {
  try {
    return await fetch(path, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' } });
  } catch (cause) {
    throw new Problem('unavailable', { cause });
  }
}
