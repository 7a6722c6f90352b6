import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { requests } from '../../adapters/identity/requests.ts';
import { personId, type PersonId } from '../../core/records/person.ts';

/** The caller of the tab's API, as the token says. */
export interface TabUser {
  readonly id: PersonId;
  readonly name: string;
  readonly coordinator: boolean;
}

/** The user behind an Authorization header; null when it is no valid token. */
export type TabUsers = (authorization: string | null) => Promise<TabUser | null>;

export interface TokenRules {
  readonly tenantId: string;
  readonly appId: string;
  readonly issuer: string;
  readonly keysUrl: string;
}

const claims = z.object({
  tid: z.guid(),
  oid: z.guid(),
  scp: z.string(),
  /** Left out, or `user`: a person's token. An app's says `app`. */
  idtyp: z.literal('user').nullish(),
  name: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
});

/**
 * Checks the tokens that the tab sends: signature by the tenant's keys, issuer, audience (the app or its `api://`
 * URI), times, tenant. The token must be a person's (`scp` contains `access_as_user`), not an app's (`idtyp`).
 * @returns a function from an Authorization header to the user; null for a token that fails a check
 */
export function tabUsers(rules: TokenRules): TabUsers {
  const send = requests({ once: true });
  const keys = createRemoteJWKSet(new URL(rules.keysUrl), {
    async [customFetch](url, { headers, signal }) {
      const { status, bodyAsText } = await send({
        url,
        headers: Object.fromEntries(headers),
        abortSignal: signal,
      });
      return new Response(bodyAsText ?? '', { status });
    },
  });
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: rules.issuer,
        audience: [rules.appId, `api://${rules.appId}`],
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'tid', 'oid'],
        clockTolerance: 60,
      });
      return toUser(payload, rules.tenantId);
    } catch (error) {
      // An invalid token is a refusal. Keys that cannot be read are a failure.
      if (error instanceof errors.JOSEError && !unavailable.has(error.code)) return null;
      throw error;
    }
  };
}

const unavailable = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function toUser(payload: unknown, tenantId: string): TabUser | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { tid, oid, scp, name, roles } = parsed.data;
  if (tid.toLowerCase() !== tenantId.toLowerCase()) return null;
  if (!scp.split(' ').includes('access_as_user')) return null;
  return { id: personId(tid, oid), name: name ?? '', coordinator: roles?.includes('Coordinator') ?? false };
}
