import { z } from 'zod';

const answer = z.object({ access_token: z.string(), expires_in: z.number() });

/** Milliseconds before its end at which a token is renewed. */
const margin = 5 * 60_000;

/** Gives access tokens of the emulated identity, and keeps each until shortly before its end. */
export function fetchTokens(tokenUrl: string, clientId: string): (resource: string) => Promise<string> {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return async (resource) => {
    const known = kept.get(resource);
    if (known !== undefined && known.until > Date.now()) return known.token;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        scope: `${resource}/.default`,
      }),
    });
    if (!response.ok)
      throw new Error(`the emulated identity refused a token for ${resource}: ${response.status}`);
    const { access_token: token, expires_in: seconds } = answer.parse(await response.json());
    kept.set(resource, { token, until: Date.now() + seconds * 1000 - margin });
    return token;
  };
}
