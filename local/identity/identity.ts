import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { Hono } from 'hono';
import { identityApp } from './identity-app.ts';

export interface IdentityOptions {
  /** A GUID. */
  readonly tenant: string;
  /** A GUID: the app registration of bot, tab and Graph access. */
  readonly appId: string;
  /** Where `app` is mounted, without a final slash. */
  readonly baseUrl: string;
  /** The clock of its tokens, epoch milliseconds; the machine's when absent. */
  readonly now?: () => number;
}

interface UserClaims {
  readonly oid: string;
  readonly name: string;
  readonly mail: string;
  readonly coordinator: boolean;
}

/** The bearer of a token for the emulated Graph. */
type GraphCaller =
  | { readonly kind: 'app'; readonly permissions: readonly string[] }
  | { readonly kind: 'user'; readonly oid: string };

export interface Identity {
  /** OpenID documents, keys and the token endpoint; paths are below `baseUrl`. */
  readonly app: Hono;
  /** `iss` of the tenant's tokens, and the addresses of its keys and tokens. */
  readonly tenant: { readonly issuer: string; readonly keysUrl: string; readonly tokenUrl: string };
  /** The Bot Framework's side, as the bot's `ChannelAuthentication` needs it. */
  readonly botFramework: { readonly issuer: string; readonly openIdMetadata: string; readonly scope: string };
  /** The audience of app tokens for Graph. */
  readonly graphResource: string;
  /** The token that Teams gives the tab: a v2 access token of a person for our API. */
  userToken(user: UserClaims): Promise<string>;
  /**
   * Any token with the tenant's signature.
   * @param lifetime seconds; negative: it has ended
   */
  tenantToken(claims: JWTPayload, audience: string, lifetime: number): Promise<string>;
  /** The token that the product fetches for itself. Null for a resource that is neither Graph nor the Bot Connector. */
  appToken(resource: string): Promise<string | null>;
  /** The token that the Bot Connector sends with an activity. */
  channelToken(serviceUrl: string): Promise<string>;
  /** Null for a token that is not valid for Graph. */
  verifyGraph(token: string): Promise<GraphCaller | null>;
  /** Whether a token allows our bot to send through the Bot Connector. */
  verifyConnector(token: string): Promise<boolean>;
}

interface Keys {
  readonly sign: CryptoKey;
  readonly verify: CryptoKey;
  readonly kid: string;
  readonly jwk: JWK;
}

const graphResource = 'https://graph.microsoft.com';
const connectorResource = 'https://api.botframework.com';

/** In seconds. */
const hour = 60 * 60;

/** The application permissions that the app registration has at first. */
const granted = [
  'User.Read.All',
  'Calendars.ReadBasic.All',
  'Chat.Read.WhereInstalled',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
];

/** What Exchange grants to the app for the service mailboxes. It is not in the token. */
const grantedByExchange = 'Application Calendars.ReadWrite';

/** An identity provider with fresh RSA keys: one for the tenant, one for the Bot Framework. */
export async function createIdentity({
  tenant,
  appId,
  baseUrl,
  now = Date.now,
}: IdentityOptions): Promise<Identity> {
  const tenantKeys = await makeKeys('tenant');
  const botKeys = await makeKeys('botframework');
  const tenantSide = {
    issuer: `${baseUrl}/${tenant}/v2.0`,
    keysUrl: `${baseUrl}/${tenant}/discovery/v2.0/keys`,
    tokenUrl: `${baseUrl}/${tenant}/oauth2/v2.0/token`,
  };
  const botFramework = {
    issuer: `${baseUrl}/botframework`,
    openIdMetadata: `${baseUrl}/botframework/v1/.well-known/openidconfiguration`,
    scope: connectorResource,
  };

  let permissions: readonly string[] = granted;

  async function tenantToken(claims: JWTPayload, audience: string, lifetime: number): Promise<string> {
    return sign(
      { tid: tenant, ver: '2.0', ...claims },
      tenantKeys,
      tenantSide.issuer,
      audience,
      lifetime,
      now(),
    );
  }

  async function appToken(resource: string): Promise<string | null> {
    if (resource !== graphResource && resource !== connectorResource) return null;
    const roles = resource === graphResource ? { roles: permissions } : {};
    return tenantToken(
      { ...roles, azp: appId, appid: appId, idtyp: 'app', oid: appId, sub: appId },
      resource,
      hour,
    );
  }

  return {
    tenant: tenantSide,
    botFramework,
    graphResource,
    tenantToken,
    appToken,
    app: identityApp({
      tenant,
      appId,
      tenantSide,
      tenantKeys: [tenantKeys.jwk],
      botIssuer: botFramework.issuer,
      botKeysUrl: `${baseUrl}/botframework/v1/.well-known/keys`,
      // Teams endorses its keys for the channels that may use them. botbuilder checks that.
      botKeys: [{ ...botKeys.jwk, endorsements: ['msteams'] }],
      appToken,
      grant(wanted) {
        permissions = wanted;
      },
    }),
    async userToken({ oid, name, mail, coordinator }) {
      const roles = coordinator ? { roles: ['Coordinator'] } : {};
      const who = { oid, sub: oid, name, preferred_username: mail };
      return tenantToken(
        { ...who, ...roles, scp: 'access_as_user', azp: appId, azpacr: '0' },
        appId,
        8 * hour,
      );
    },
    channelToken(serviceUrl) {
      return sign({ serviceurl: serviceUrl }, botKeys, botFramework.issuer, appId, hour, now());
    },
    async verifyGraph(token) {
      const claims = await verified(token, tenantKeys, tenantSide.issuer, [graphResource, appId], now());
      if (claims === null) return null;
      if (claims.idtyp === 'app')
        return { kind: 'app', permissions: [...rolesOf(claims), grantedByExchange] };
      return typeof claims.oid === 'string' ? { kind: 'user', oid: claims.oid } : null;
    },
    async verifyConnector(token) {
      const claims = await verified(token, tenantKeys, tenantSide.issuer, [connectorResource], now());
      return claims?.appid === appId;
    },
  };
}

async function makeKeys(name: string): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = `${name}-${crypto.randomUUID()}`;
  return {
    sign: privateKey,
    verify: publicKey,
    kid,
    jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' },
  };
}

async function sign(
  claims: JWTPayload,
  keys: Keys,
  issuer: string,
  audience: string,
  lifetime: number,
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setNotBefore(seconds - 60)
    .setExpirationTime(seconds + lifetime)
    .sign(keys.sign);
}

/** The claims of a valid token; null for an invalid one. */
async function verified(
  token: string,
  keys: Keys,
  issuer: string,
  audience: string[],
  now: number,
): Promise<JWTPayload | null> {
  try {
    return (
      await jwtVerify(token, keys.verify, {
        issuer,
        audience,
        algorithms: ['RS256'],
        currentDate: new Date(now),
      })
    ).payload;
  } catch {
    return null;
  }
}

function rolesOf(claims: JWTPayload): string[] {
  const roles: unknown = claims.roles;
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}
