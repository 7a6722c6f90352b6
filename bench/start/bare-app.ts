// An app of one function that asks the neighbours for what the product's first `GET /api/me` asks them, with nothing but `fetch` and jose.
import { app } from '@azure/functions';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const setting = (name: string) => process.env[name] ?? '';

app.http('me', {
  route: 'api/me',
  methods: ['GET'],
  authLevel: 'anonymous',
  async handler(request) {
    const keys = createRemoteJWKSet(
      new URL(`${setting('AUTHORITY_URL')}/${setting('TENANT_ID')}/discovery/v2.0/keys`),
    );
    const bearer = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify<{ tid: string; oid: string }>(bearer, keys);
    const token = await managedIdentityToken('https://storage.azure.com');
    const person = `${payload.tid}.${payload.oid}`;
    const [, scheme] = await Promise.all([
      rowsOf(`people(PartitionKey='${setting('PEOPLE_PART')}',RowKey='${person}')`, token),
      rowsOf("schemes()?$filter=PartitionKey%20eq%20'scheme'", token),
    ]);
    await rowsOf(`participants(PartitionKey='unmentoring',RowKey='${person}')`, token);
    return { jsonBody: { oid: payload.oid, scheme } };
  },
});

async function managedIdentityToken(resource: string): Promise<string> {
  const query = new URLSearchParams({
    'api-version': '2019-08-01',
    resource,
    client_id: setting('MANAGED_IDENTITY_CLIENT_ID'),
  });
  const answer = await fetch(`${setting('IDENTITY_ENDPOINT')}?${query.toString()}`, {
    headers: { 'X-IDENTITY-HEADER': setting('IDENTITY_HEADER') },
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function rowsOf(path: string, token: string): Promise<unknown> {
  const answer = await fetch(`${setting('TABLES_URL')}/${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'x-ms-version': '2019-02-02', Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  return answer.json();
}
