import { Hono } from 'hono';
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { createIdentity, type Identity } from '../../../local/identity/identity.ts';
import { serving } from '../serving.ts';
import type { Certificate } from './certificate.ts';

interface EntraOptions {
  readonly tenant: string;
  /** The app registration. It trusts the managed identity. */
  readonly appId: string;
  readonly managedIdentityClientId: string;
  /** The product's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly certificate: Certificate;
}

export interface Entra {
  /** The tenant's tokens and keys. */
  readonly identity: Identity;
  /** Without a slash at its end. */
  readonly authorityUrl: string;
  /** What App Service tells a function app about its managed identity. */
  readonly appService: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** An identity endpoint that gives valid tokens for other resources than those that were asked for. */
  readonly misleadingEndpoint: string;
  /** The resources for which tokens were asked, the oldest first. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Seconds for which a managed identity's token lives. */
const lifetime = 24 * 60 * 60;

/** The object id of the managed identity, which the federated credential names. */
const principal = '44444444-4444-4444-8444-444444444444';

/**
 * Microsoft Entra as the cloud's wiring meets it: App Service's identity endpoint, and over TLS the token endpoint, which
 * trusts the managed identity's token in place of a secret.
 */
export async function serveEntra(options: EntraOptions): Promise<Entra> {
  const { tenant, appId, now } = options;
  const asked: string[] = [];
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  // Azurite looks at the issuer, too.
  const issuer = `https://sts.windows.net/${tenant}/`;

  /** Azurite has the machine's clock, so the claims have it too; the answer has the product's. */
  const managedToken = (audience: string) =>
    new SignJWT({ oid: principal, tid: tenant, appid: options.managedIdentityClientId })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer)
      .setSubject(principal)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore('-1m')
      .setExpirationTime(`${lifetime}s`)
      .sign(privateKey);
  const isTrusted = (assertion: string) =>
    jwtVerify(assertion, publicKey, {
      issuer,
      subject: principal,
      audience: 'api://AzureADTokenExchange',
    }).then(
      () => true,
      () => false,
    );

  const appService = new Hono();
  const header = crypto.randomUUID();
  appService.get('/:kind/token', async (c) => {
    const { 'api-version': version, resource, client_id: client } = c.req.query();
    if (c.req.header('x-identity-header') !== header) return c.json({ message: 'no identity header' }, 401);
    if (version !== '2019-08-01' || resource === undefined || client !== options.managedIdentityClientId)
      return c.json({ message: 'no such identity' }, 400);
    asked.push(resource);
    return c.json({
      access_token: await managedToken(
        c.req.param('kind') === 'misleading' ? 'https://vault.azure.net' : resource,
      ),
      expires_on: `${Math.floor(now() / 1000) + lifetime}`,
      resource,
      token_type: 'Bearer',
      client_id: client,
    });
  });

  let authority: Pick<Hono, 'fetch'> = new Hono();
  const [managed, entra] = [
    await serving(appService),
    await serving({ fetch: (request) => authority.fetch(request) }, options.certificate),
  ];
  const identity = await createIdentity({ tenant, appId, baseUrl: entra.url, now });
  authority = new Hono()
    .post(`/${tenant}/oauth2/v2.0/token`, async (c, next) => {
      const form = new URLSearchParams(await c.req.raw.clone().text());
      const bearer =
        form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
      if (
        !bearer ||
        form.get('client_id') !== appId ||
        !(await isTrusted(form.get('client_assertion') ?? ''))
      ) {
        const description = 'AADSTS700213: No matching federated identity record found.';
        return c.json({ error: 'invalid_client', error_description: description }, 401);
      }
      asked.push(form.get('scope')?.replace('/.default', '') ?? '');
      return next();
    })
    .route('/', identity.app);

  return {
    identity,
    authorityUrl: entra.url,
    appService: { IDENTITY_ENDPOINT: `${managed.url}/msi/token`, IDENTITY_HEADER: header },
    misleadingEndpoint: `${managed.url}/misleading/token`,
    asked,
    async close() {
      await Promise.all([managed.close(), entra.close()]);
    },
  };
}
