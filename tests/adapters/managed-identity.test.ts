import assert from 'node:assert/strict';
import type { IdentitySettings } from '../../adapters/identity/app-tokens.ts';
import { managedIdentity } from '../../adapters/identity/managed-identity.ts';
import { certificateOfThisMachine, trust } from '../support/cloud/certificate.ts';
import { serveEntra, type Entra } from '../support/cloud/entra.ts';
import { tenant } from '../support/emulated-graph.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const managedIdentityClientId = '33333333-3333-4333-8333-333333333333';
const unknown = '99999999-9999-4999-8999-999999999999';

describe('managedIdentity', () => {
  let entra: Entra;
  let distrust: () => void;
  before(async () => {
    const certificate = certificateOfThisMachine();
    distrust = trust(certificate);
    entra = await serveEntra({ tenant, appId, managedIdentityClientId, now: Date.now, certificate });
    Object.assign(process.env, entra.appService);
  });
  after(async () => {
    for (const name of Object.keys(entra.appService)) Reflect.deleteProperty(process.env, name);
    await entra.close();
    distrust();
  });

  const identityOf = (changed: Partial<IdentitySettings> = {}) =>
    managedIdentity({
      authorityUrl: entra.authorityUrl,
      tenantId: tenant,
      appId,
      managedIdentityClientId,
      exchangeResource: 'api://AzureADTokenExchange',
      ...changed,
    });

  it('asks once for a resource, however many calls want its token', async () => {
    const { credential, appToken } = identityOf();
    const before = Date.now();
    const asking = Array.from({ length: 10 }, () =>
      Promise.all([
        credential.getToken('https://storage.azure.com/.default'),
        appToken('https://graph.microsoft.com'),
      ]),
    );
    const given = await Promise.all(asking);
    const later = await credential.getToken('https://storage.azure.com/.default');
    assert.deepEqual(new Set(given.map(([{ token }]) => token)), new Set([later.token]));
    assert.ok(later.expiresOnTimestamp > before + 23 * 60 * 60_000);
    assert.deepEqual(entra.asked.splice(0).sort(), [
      'api://AzureADTokenExchange',
      'https://graph.microsoft.com',
      'https://storage.azure.com',
    ]);
  });

  it('says by codes why the managed identity gives no token', async () => {
    const { credential } = identityOf({ managedIdentityClientId: unknown });
    await assert.rejects(credential.getToken('https://storage.azure.com/.default'), {
      message: 'The managed identity gave no token for https://storage.azure.com: 400',
    });
  });

  it('says by codes why the app registration gets no token', async () => {
    const { appToken } = identityOf({ appId: unknown });
    await assert.rejects(appToken('https://graph.microsoft.com'), ({ message }: Error) => {
      assert.match(
        message,
        /^Microsoft Entra gave no token for https:\/\/graph\.microsoft\.com: 401, invalid_client, AADSTS700213, correlation id [-\da-f]{36}$/,
      );
      return true;
    });
  });

  it('asks again after a failure', async () => {
    const { appToken } = identityOf();
    await assert.rejects(appToken('https://vault.azure.net'), /400, invalid_scope/);
    await assert.rejects(appToken('https://vault.azure.net'), /400, invalid_scope/);
    assert.equal(entra.asked.filter((resource) => resource === 'https://vault.azure.net').length, 2);
  });
});
