import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { partOfPeople } from '../../adapters/tables/partitions.ts';
import { tableStorage } from '../../adapters/tables/storage.ts';
import { startAzurite } from '../../local/host/azurite.ts';
import { certificateOfThisMachine, trust } from '../../tests/support/cloud/certificate.ts';
import { serveEntra } from '../../tests/support/cloud/entra.ts';
import { employee, idOf, tenant } from '../../tests/support/emulated-graph.ts';
import { participant, personRecord } from '../../tests/support/records.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const managedIdentityClientId = '33333333-3333-4333-8333-333333333333';

export interface Neighbours {
  /** The environment of a function app whose neighbours these are. */
  readonly environment: Readonly<Record<string, string>>;
  /** A valid token of a person who takes part. */
  readonly token: string;
  stop(): Promise<void>;
}

/** What the first `GET /api/me` needs, in other processes: Microsoft Entra, and storage over TLS, with a participant. */
export async function startNeighbours(): Promise<Neighbours> {
  const folder = await mkdtemp(join(tmpdir(), 'unmentoring-start-'));
  const certificate = certificateOfThisMachine();
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  await writeFile(files.cert, certificate.cert);
  await writeFile(files.key, certificate.key);
  const distrust = trust(certificate);
  const azurite = await startAzurite(null, files);
  const options = { tenant, appId, managedIdentityClientId, now: Date.now, certificate };
  const entra = await serveEntra(options);

  const ann = employee('Ann');
  const { people, participants } = tableStorage(
    (name) => TableClient.fromConnectionString(azurite.connectionString, name),
    () => undefined,
  );
  await people.insert(personRecord(idOf(ann)));
  await participants.insert(participant(idOf(ann)));
  const urlOf = (service: string) =>
    new RegExp(`${service}Endpoint=([^;]+)`).exec(azurite.connectionString)?.[1] ?? '';
  return {
    environment: {
      TENANT_ID: tenant,
      APP_ID: appId,
      MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId,
      ORGANISER_MAILBOXES: 'coffee@contoso.example',
      STORAGE_ACCOUNT: 'devstoreaccount1',
      SUPPORT_CONTACT: 'help@contoso.example',
      TABLES_URL: urlOf('Table'),
      QUEUES_URL: urlOf('Queue'),
      BLOBS_URL: urlOf('Blob'),
      AUTHORITY_URL: entra.authorityUrl,
      NODE_EXTRA_CA_CERTS: files.cert,
      // For the bare app, which does not know how the product divides people.
      PEOPLE_PART: partOfPeople(idOf(ann)),
      ...entra.appService,
    },
    token: await entra.identity.userToken({ ...ann, coordinator: false }),
    async stop() {
      await entra.close();
      await azurite.stop();
      distrust();
      await rm(folder, { recursive: true });
    },
  };
}
