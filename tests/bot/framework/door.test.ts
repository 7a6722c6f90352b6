import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import sinon from 'sinon';
import { createBot } from '../../../bot/bot.ts';
import { appId } from '../../support/identity.ts';
import { ann, startWorld, tenant } from '../world.ts';
import type { World } from '../world.ts';

const stranger = '99999999-9999-4999-8999-999999999999';

describe('the door of the bot', () => {
  let world: World;
  let signingKey: CryptoKey;
  let issuer: string;

  before(async () => {
    // botbuilder prints every bad signature.
    sinon.stub(console, 'error');
    world = await startWorld();
    // An issuer whose key the test has, to sign what no honest issuer would.
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    signingKey = privateKey;
    issuer = `${world.url}/test-issuer`;
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', endorsements: ['msteams'] };
    world.app.get('/test-issuer/metadata', (c) => c.json({ issuer, jwks_uri: `${issuer}/keys` }));
    world.app.get('/test-issuer/keys', (c) => c.json({ keys: [jwk] }));
  });
  after(async () => {
    sinon.restore();
    await world.stop();
  });

  interface Signature {
    readonly audience?: string;
    readonly issuer?: string;
    readonly serviceUrl?: string;
    readonly expires?: string;
    readonly kid?: string;
    readonly claims?: Record<string, string>;
    readonly key?: CryptoKey;
  }

  async function bearer(given: Signature = {}): Promise<string> {
    const token = await new SignJWT({ serviceurl: given.serviceUrl ?? world.serviceUrl, ...given.claims })
      .setProtectedHeader({ alg: 'RS256', kid: given.kid ?? 'test' })
      .setIssuer(given.issuer ?? issuer)
      .setAudience(given.audience ?? appId)
      .setExpirationTime(given.expires ?? '1h')
      .sign(given.key ?? signingKey);
    return `Bearer ${token}`;
  }

  function activity(changes: object = {}): Record<string, unknown> {
    return {
      type: 'message',
      id: '1',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: world.serviceUrl,
      from: { id: '29:x', name: 'Ann', aadObjectId: ann.oid },
      recipient: { id: `28:${appId}` },
      conversation: { id: `a:${ann.oid}`, conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      ...changes,
    };
  }

  async function status(authorization: string | undefined, changes: object = {}): Promise<number> {
    const bot = createBot({
      appId,
      tenants: [tenant],
      authentication: { ...world.identity.botFramework, issuer, openIdMetadata: `${issuer}/metadata` },
      token: async () => (await world.identity.appToken('https://api.botframework.com')) ?? '',
      teamsApp: null,
      log: () => undefined,
    });
    const { status } = await bot.handle(
      { headers: { authorization }, body: activity(changes) },
      world.operations,
    );
    return status;
  }

  it('lets an activity in that Teams signed for this bot, this service and this tenant', async () => {
    await world.local(`/local/install?user=${ann.mail}`);
    assert.equal(await status(await bearer()), 200);
  });

  const unsigned: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['no token', async () => undefined],
    ['an empty token', async () => 'Bearer '],
    ['something that is no token', async () => 'Bearer abc.def.ghi'],
    ['a scheme that is not Bearer', async () => (await bearer()).replace('Bearer', 'Basic')],
    ['a token for another app', () => bearer({ audience: stranger })],
    ['a token of another issuer', () => bearer({ issuer: 'https://login.example.com' })],
    [
      "a token of the emulator's issuer, which botbuilder would trust",
      () =>
        bearer({
          issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          claims: { ver: '1.0', appid: appId },
        }),
    ],
    ['a token for another service URL', () => bearer({ serviceUrl: 'https://smba.example.com' })],
    ['a token that has expired', () => bearer({ expires: '-10m' })],
    ['a key that the issuer does not publish', () => bearer({ kid: 'other' })],
    ['a signature by another key', async () => bearer({ key: (await generateKeyPair('RS256')).privateKey })],
    [
      "a person's own token for the tab",
      async () =>
        `Bearer ${await world.identity.userToken({ oid: ann.oid, name: 'Ann', mail: ann.mail, coordinator: true })}`,
    ],
  ];
  for (const [what, token] of unsigned) {
    it(`answers 401 to ${what}`, async () => {
      const before = world.operations.conversations.size;
      assert.equal(await status(await token()), 401);
      assert.equal(world.operations.conversations.size, before);
    });
  }

  it('answers 403 to an activity of another tenant, or of none', async () => {
    const elsewhere = { id: 'a:x', conversationType: 'personal', tenantId: stranger };
    assert.equal(await status(await bearer(), { conversation: elsewhere, channelData: {} }), 403);
    assert.equal(await status(await bearer(), { channelData: { tenant: { id: stranger } } }), 403);
    const nowhere = { id: 'a:x', conversationType: 'personal' };
    assert.equal(await status(await bearer(), { conversation: nowhere, channelData: {} }), 403);
  });

  it('answers 400 to a body that Teams would not send', async () => {
    assert.equal(await status(await bearer(), { channelId: 'emulator' }), 400);
    assert.equal(await status(await bearer(), { channelId: 'AseChannel' }), 400);
    assert.equal(await status(await bearer(), { serviceUrl: undefined }), 400);
    assert.equal(await status(await bearer(), { type: undefined }), 400);
    // botbuilder would send this one as a header, which cannot hold it.
    const hidden = { id: 'a:x\u200b', conversationType: 'personal', tenantId: tenant };
    assert.equal(await status(await bearer(), { conversation: hidden }), 400);
  });

  it('keeps nothing else of a conversation, which its answer would repeat', async () => {
    await world.local(`/local/install?user=${ann.mail}`);
    const long = {
      ...{ id: `a:${ann.oid}`, conversationType: 'personal', tenantId: tenant },
      name: 'x'.repeat(60_000),
    };
    assert.equal(await status(await bearer(), { conversation: long }), 200);
  });

  it('is not made without an app id or a tenant', () => {
    const options = {
      appId,
      tenants: [tenant],
      authentication: world.identity.botFramework,
      token: async () => '',
      teamsApp: null,
      log: () => undefined,
    };
    assert.throws(() => createBot({ ...options, appId: ' ' }), /app id/);
    assert.throws(() => createBot({ ...options, tenants: [] }), /tenant/);
  });
});
