import assert from 'node:assert/strict';
import { readConfig } from '../../functions/config.ts';

const whole = {
  TENANT_ID: '11111111-1111-4111-8111-111111111111',
  APP_ID: '22222222-2222-4222-8222-222222222222',
  MANAGED_IDENTITY_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  ORGANISER_MAILBOXES: 'coffee@contoso.example, tea@contoso.example',
  STORAGE_ACCOUNT: 'unmentoring01',
  SUPPORT_CONTACT: 'help@contoso.example',
};

describe('readConfig', () => {
  it('fills in the addresses of Microsoft’s public cloud', () => {
    assert.deepEqual(readConfig(whole), {
      ...whole,
      ORGANISER_MAILBOXES: ['coffee@contoso.example', 'tea@contoso.example'],
      TABLES_URL: 'https://unmentoring01.table.core.windows.net',
      QUEUES_URL: 'https://unmentoring01.queue.core.windows.net',
      BLOBS_URL: 'https://unmentoring01.blob.core.windows.net',
      AUTHORITY_URL: 'https://login.microsoftonline.com',
      EXCHANGE_RESOURCE: 'api://AzureADTokenExchange',
      GRAPH_URL: 'https://graph.microsoft.com',
      GRAPH_RESOURCE: 'https://graph.microsoft.com',
      TOKEN_ISSUER: 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0',
      TOKEN_KEYS_URL:
        'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/discovery/v2.0/keys',
      BOT_TOKEN_ISSUER: 'https://api.botframework.com',
      BOT_OPENID_METADATA_URL: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      BOT_RESOURCE: 'https://api.botframework.com',
    });
  });

  it('accepts other addresses, and drops a final slash', () => {
    const config = readConfig({
      ...whole,
      GRAPH_URL: 'https://graph.microsoft.us/',
      TOKEN_ISSUER: 'https://x.example',
    });
    assert.equal(config.GRAPH_URL, 'https://graph.microsoft.us');
    assert.equal(config.TOKEN_ISSUER, 'https://x.example');
  });

  it('takes the addresses of a sovereign cloud', () => {
    const config = readConfig({
      ...whole,
      TABLES_URL: 'https://unmentoring01.table.core.usgovcloudapi.net/',
      QUEUES_URL: 'https://unmentoring01.queue.core.usgovcloudapi.net',
      BLOBS_URL: 'https://unmentoring01.blob.core.usgovcloudapi.net',
      AUTHORITY_URL: 'https://login.microsoftonline.us/',
    });
    assert.equal(config.TABLES_URL, 'https://unmentoring01.table.core.usgovcloudapi.net');
    assert.equal(config.QUEUES_URL, 'https://unmentoring01.queue.core.usgovcloudapi.net');
    assert.equal(config.BLOBS_URL, 'https://unmentoring01.blob.core.usgovcloudapi.net');
    const tenant = 'https://login.microsoftonline.us/11111111-1111-4111-8111-111111111111';
    assert.equal(config.TOKEN_ISSUER, `${tenant}/v2.0`);
    assert.equal(config.TOKEN_KEYS_URL, `${tenant}/discovery/v2.0/keys`);
  });

  for (const name of Object.keys(whole)) {
    it(`names ${name} when it is not set`, () => {
      assert.throws(() => readConfig({ ...whole, [name]: undefined }), {
        message: `The settings of this function app are not usable. ${name} is not set.`,
      });
    });
  }

  for (const [name, value, expected] of [
    ['TENANT_ID', 'contoso.example', 'expected a GUID'],
    // With an empty app id, botbuilder checks no token.
    ['APP_ID', '', 'expected a GUID'],
    ['MANAGED_IDENTITY_CLIENT_ID', '1', 'expected a GUID'],
    ['ORGANISER_MAILBOXES', '', 'expected mail addresses, separated by commas'],
    ['ORGANISER_MAILBOXES', 'coffee@contoso.example,', 'expected mail addresses, separated by commas'],
    ['STORAGE_ACCOUNT', 'https://unmentoring01', 'expected the name of a storage account'],
    ['TABLES_URL', 'unmentoring01.table.core.windows.net', 'expected a URL that begins with https://'],
    ['QUEUES_URL', '', 'expected a URL that begins with https://'],
    // A client of Azure storage sends no token without TLS.
    ['BLOBS_URL', 'http://127.0.0.1:10000', 'expected a URL that begins with https://'],
    [
      'AUTHORITY_URL',
      'http://login.microsoftonline.com',
      'expected a URL that begins with https://, without a path',
    ],
    [
      'AUTHORITY_URL',
      'https://login.microsoftonline.com/contoso.example',
      'expected a URL that begins with https://, without a path',
    ],
    ['EXCHANGE_RESOURCE', 'AzureADTokenExchange', 'expected a URL'],
    ['SUPPORT_CONTACT', 'the desk', 'expected a mail address or an https URL'],
    ['SUPPORT_CONTACT', 'http://help.contoso.example', 'expected a mail address or an https URL'],
    ['SUPPORT_CONTACT', 'javascript:alert(1)', 'expected a mail address or an https URL'],
    ['ORGANISATION_NAME', ' ', 'expected a name'],
    ['GRAPH_URL', 'graph', 'expected a URL'],
    ['TOKEN_KEYS_URL', '', 'expected a URL'],
    ['BOT_OPENID_METADATA_URL', 'x', 'expected a URL'],
  ] as const) {
    it(`refuses ${name}="${value}": ${expected}`, () => {
      assert.throws(() => readConfig({ ...whole, [name]: value }), {
        message: `The settings of this function app are not usable. ${name}: ${expected}.`,
      });
    });
  }

  it('names every fault at once', () => {
    assert.throws(() => readConfig({ STORAGE_ACCOUNT: 'X' }), {
      message:
        'The settings of this function app are not usable. TENANT_ID is not set; ' +
        'STORAGE_ACCOUNT: expected the name of a storage account; APP_ID is not set; ' +
        'MANAGED_IDENTITY_CLIENT_ID is not set; ORGANISER_MAILBOXES is not set; SUPPORT_CONTACT is not set.',
    });
  });
});
