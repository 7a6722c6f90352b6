import { Hono } from 'hono';
import type { JWK } from 'jose';
import { z } from 'zod';

export interface IdentityAppOptions {
  readonly tenant: string;
  readonly appId: string;
  readonly tenantSide: { readonly issuer: string; readonly keysUrl: string; readonly tokenUrl: string };
  readonly tenantKeys: readonly JWK[];
  readonly botIssuer: string;
  readonly botKeysUrl: string;
  readonly botKeys: readonly (JWK & { readonly endorsements: readonly string[] })[];
  readonly appToken: (resource: string) => Promise<string | null>;
  /** Sets the application permissions in later tokens for Graph. */
  readonly grant: (permissions: readonly string[]) => void;
}

/**
 * The addresses of `login.microsoftonline.com` (below `/{tenant}`) and `login.botframework.com` (below
 * `/botframework`) that the product uses.
 */
export function identityApp(options: IdentityAppOptions): Hono {
  const { tenant, tenantSide, botIssuer } = options;
  const app = new Hono();

  app.get(`/${tenant}/v2.0/.well-known/openid-configuration`, (c) =>
    c.json({
      issuer: tenantSide.issuer,
      jwks_uri: tenantSide.keysUrl,
      token_endpoint: tenantSide.tokenUrl,
      authorization_endpoint: `${tenantSide.tokenUrl}/not-here`,
      response_types_supported: ['token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  );
  app.get(`/${tenant}/discovery/v2.0/keys`, (c) => c.json({ keys: options.tenantKeys }));

  app.get('/botframework/v1/.well-known/openidconfiguration', (c) =>
    c.json({
      issuer: botIssuer,
      jwks_uri: options.botKeysUrl,
      authorization_endpoint: `${botIssuer}/not-here`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  );
  app.get('/botframework/v1/.well-known/keys', (c) => c.json({ keys: options.botKeys }));

  app.post(`/${tenant}/oauth2/v2.0/token`, async (c) => {
    const form = await c.req.parseBody();
    if (form.grant_type !== 'client_credentials') {
      return c.json(oauthError('unsupported_grant_type', 'expected grant_type=client_credentials'), 400);
    }
    if (form.client_id !== options.appId) {
      return c.json(oauthError('unauthorized_client', 'client_id is not the app registration'), 400);
    }
    const scope = typeof form.scope === 'string' ? form.scope : '';
    const token = scope.endsWith('/.default')
      ? await options.appToken(scope.slice(0, -'/.default'.length))
      : null;
    if (token === null) {
      return c.json(
        oauthError('invalid_scope', `expected a known resource followed by /.default, got "${scope}"`),
        400,
      );
    }
    return c.json({ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: token });
  });

  // What an administrator does in Entra: for this machine alone.
  app.put('/permissions', async (c) => {
    const wanted = z.array(z.string()).safeParse(await c.req.json().catch(() => null));
    if (!wanted.success) return c.json({ error: 'expected the names of all permissions, as a list' }, 400);
    options.grant(wanted.data);
    return c.json(wanted.data);
  });
  return app;
}

function oauthError(error: string, description: string): { error: string; error_description: string } {
  return { error, error_description: description };
}
