import * as z from 'zod';
import type { IdentitySettings } from './app-tokens.ts';
import { requests } from './requests.ts';
import { sharedAsking } from './shared-asking.ts';

/** An access token, and when it expires in epoch milliseconds: what the clients of Azure storage take. */
interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

export interface Identity {
  /** Gives the managed identity's own tokens. */
  readonly credential: { getToken(scopes: string | string[]): Promise<AccessToken> };
  /** Gives the app registration's token for a resource, such as `https://graph.microsoft.com`. */
  readonly appToken: (resource: string) => Promise<string>;
}

/** Milliseconds before its end in which a token is not used any more: those of msal. */
const renewal = 5 * 60_000;

/** The answer of Azure Functions. `expires_on`: seconds since 1970. */
const answer = z.object({ access_token: z.string(), expires_on: z.coerce.number() });

/**
 * Access tokens without a secret: those of the managed identity, and those of the app registration, which trusts the
 * managed identity's token instead. Tokens are kept, and renewed five minutes before they expire. msal, which gets the app
 * registration's, is loaded with the first of them: it can ask for the managed identity's too, but every start would wait for it.
 */
export function managedIdentity(settings: IdentitySettings): Identity {
  const send = requests();
  const kept = new Map<string, AccessToken>();
  const ask = sharedAsking(async (resource) => {
    const token = await askedFor(send, settings.managedIdentityClientId, resource);
    kept.set(resource, token);
    return token;
  });
  const own = async (resource: string): Promise<AccessToken> => {
    const known = kept.get(resource);
    return known !== undefined && known.expiresOnTimestamp - renewal > Date.now() ? known : ask(resource);
  };
  let ofApp: Promise<Identity['appToken']> | null = null;
  const loadAppTokens = async () => {
    const { appTokens } = await import('./app-tokens.ts');
    return appTokens(settings, async () => (await own(settings.exchangeResource)).token, send);
  };
  return {
    credential: {
      async getToken(scopes) {
        const [scope = ''] = [scopes].flat();
        return own(scope.replace(/\/\.default$/, ''));
      },
    },
    appToken: async (resource) => (await (ofApp ??= loadAppTokens()))(resource),
  };
}

/** https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference */
async function askedFor(
  send: ReturnType<typeof requests>,
  clientId: string,
  resource: string,
): Promise<AccessToken> {
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = process.env;
  const query = new URLSearchParams({ 'api-version': '2019-08-01', resource, client_id: clientId });
  const { status, bodyAsText } = await send({
    url: `${IDENTITY_ENDPOINT}?${query.toString()}`,
    headers: { 'X-IDENTITY-HEADER': IDENTITY_HEADER },
  });
  // What the endpoint says in words does not belong into a log.
  if (status !== 200) throw new Error(`The managed identity gave no token for ${resource}: ${status}`);
  const { access_token, expires_on } = answer.parse(JSON.parse(bodyAsText ?? ''));
  return { token: access_token, expiresOnTimestamp: 1000 * expires_on };
}
