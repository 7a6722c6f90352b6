import assert from 'node:assert/strict';
import { Hono } from 'hono';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { tabUsers } from '../../../functions/identity/tab-user.ts';
import { serving, type Served } from '../../support/serving.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const appId = '22222222-2222-4222-8222-222222222222';
const oid = 'AAAAAAAA-0000-4000-8000-000000000001';
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const claims = { tid: tenantId, oid, scp: 'access_as_user', name: 'Ann' };

interface Token {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly notBefore?: string;
  readonly key?: CryptoKey;
}

describe('tabUsers', () => {
  let tenantKey: CryptoKey;
  let otherKey: CryptoKey;
  let keysUrl: string;
  let server: Served;
  before(async () => {
    const pair = await generateKeyPair('RS256');
    tenantKey = pair.privateKey;
    otherKey = (await generateKeyPair('RS256')).privateKey;
    const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'tenant', use: 'sig' }];
    const app = new Hono().get('/keys', (c) => c.json({ keys })).get('/out', (c) => c.text('no', 503));
    server = await serving(app);
    keysUrl = server.url;
  });
  after(() => server.close());

  async function signed(token: Token = {}): Promise<string> {
    const jwt = new SignJWT(token.claims ?? claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'tenant' })
      .setIssuer(token.issuer ?? issuer)
      .setAudience(token.audience ?? appId);
    if (token.expires !== 'never') jwt.setExpirationTime(token.expires ?? '1h');
    if (token.notBefore !== undefined) jwt.setNotBefore(token.notBefore);
    return `Bearer ${await jwt.sign(token.key ?? tenantKey)}`;
  }

  const userOf = (authorization: string | null, path = '/keys') =>
    tabUsers({ tenantId, appId, issuer, keysUrl: `${keysUrl}${path}` })(authorization);

  for (const [what, token, coordinator] of [
    ['a person’s token', {}, false],
    ['a token for the app’s api:// address', { audience: `api://${appId}` }, false],
    ['a coordinator’s token', { claims: { ...claims, roles: ['Coordinator'] } }, true],
    ['a token with another role', { claims: { ...claims, roles: ['coordinator', 'Reader'] } }, false],
    ['a token with several scopes', { claims: { ...claims, scp: 'openid access_as_user' } }, false],
    ['a token that says that it is a person’s', { claims: { ...claims, idtyp: 'user', roles: null } }, false],
    ['a token that ended half a minute ago: clocks differ', { expires: '-30s' }, false],
  ] as const) {
    it(`takes ${what}`, async () => {
      assert.deepEqual(await userOf(await signed(token)), {
        id: `${tenantId}.${oid.toLowerCase()}`,
        name: 'Ann',
        coordinator,
      });
    });
  }

  for (const [what, token] of [
    ['another tenant', { claims: { ...claims, tid: '99999999-1111-4111-8111-111111111111' } }],
    ['another audience', { audience: 'https://graph.microsoft.com' }],
    ['another app’s api:// address', { audience: 'api://99999999-2222-4222-8222-222222222222' }],
    ['another issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    ['a token of the first version’s issuer', { issuer: `https://sts.windows.net/${tenantId}/` }],
    ['a token that has ended', { expires: '-2m' }],
    ['a token without an end', { expires: 'never' }],
    ['a token that does not hold yet', { notBefore: '5m' }],
    [
      'an app’s own token, without scope',
      { claims: { tid: tenantId, oid, roles: ['Coordinator'], idtyp: 'app' } },
    ],
    ['an app’s token that has the scope', { claims: { ...claims, idtyp: 'app' } }],
    ['an object id that is no GUID', { claims: { ...claims, oid: 'ann/../ben' } }],
    ['an empty object id', { claims: { ...claims, oid: '' } }],
    ['an object id that is a number', { claims: { ...claims, oid: 7 } }],
    ['another scope', { claims: { ...claims, scp: 'access_as_user_too' } }],
    ['a token without a person', { claims: { tid: tenantId, scp: 'access_as_user' } }],
    ['a token without a tenant', { claims: { oid, scp: 'access_as_user' } }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      assert.equal(await userOf(await signed(token)), null);
    });
  }

  it('refuses a token signed by another key with the id of the tenant’s key', async () => {
    assert.equal(await userOf(await signed({ key: otherKey })), null);
  });

  it('refuses an unsigned token', async () => {
    const token = new UnsecuredJWT(claims)
      .setIssuer(issuer)
      .setAudience(appId)
      .setExpirationTime('1h')
      .encode();
    assert.equal(await userOf(`Bearer ${token}`), null);
  });

  it('refuses a token signed with the public key as a secret', async () => {
    const secret = new TextEncoder().encode(await (await fetch(`${keysUrl}/keys`)).text());
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'tenant' })
      .setIssuer(issuer)
      .setAudience(appId)
      .setExpirationTime('1h')
      .sign(secret);
    assert.equal(await userOf(`Bearer ${token}`), null);
  });

  for (const header of [
    null,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'Basic YTpi',
    'undefined',
  ]) {
    it(`refuses the header ${JSON.stringify(header)}`, async () => {
      assert.equal(await userOf(header), null);
    });
  }

  it('refuses a token whose middle was changed', async () => {
    const [head, , signature] = (await signed()).split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...claims, iss: issuer, aud: appId, exp: 9e9, roles: ['Coordinator'] }),
    );
    assert.equal(await userOf(`${head ?? ''}.${forged.toString('base64url')}.${signature ?? ''}`), null);
  });

  it('fails, instead of refusing the token, when the keys cannot be read', async () => {
    await assert.rejects(userOf(await signed(), '/out'));
  });
});
