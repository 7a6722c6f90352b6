// Records what this version of the product stores. `node scripts/record-version.ts` plays a round on the storage emulator, and
// writes a row, blob or queue message of every kind to tests/adapters/version-<number>. A release that changes the layout
// raises the number, and keeps the files of the version before.
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { workQueue } from '../adapters/queues/work-queue.ts';
import { tableNames } from '../adapters/tables/storage.ts';
import { versionWritten } from '../adapters/version.ts';
import { tick } from '../core/clockwork/tick.ts';
import { conversationOperations } from '../core/conversation/operations.ts';
import { rulesVersion } from '../core/records/participant.ts';
import type { Ports } from '../core/ports/ports.ts';
import type { Answers } from '../core/records/profile.ts';
import { defaultScheme } from '../core/records/scheme.ts';
import { startAzurite } from '../local/host/azurite.ts';
import { attendees } from '../tests/support/attendee.ts';
import { storageIn, storageSpace, type StorageSpace } from '../tests/support/azurite.ts';
import { employee } from '../tests/support/emulated-graph.ts';
import { ann, ben, cem, dora, doraIsAway, eve, fay } from '../tests/support/people.ts';
import { callerOf, december, type TestProduct, useProduct } from '../tests/support/test-product.ts';

/** What is stored, by file and kind: the last one seen of each kind. */
type Recorded = Map<string, Map<string, unknown>>;

/** What distinguishes the records of one table or queue. */
const kinds = z.object({
  kind: z.string().optional(),
  state: z.string().optional(),
  status: z.string().optional(),
  reason: z.string().nullish(),
  said: z.object({ kind: z.string() }).optional(),
});

/** Everybody's sign-up card. */
const filledIn: Answers = {
  rules: rulesVersion,
  preferences: { hours: 'either', minutes: null, third: false },
  profile: { drink: 'mint tea', about: 'I draw maps.', askMe: 'bees', call: 'phone', language: 'en' },
};

const everybody = [ann, ben, cem, dora, eve, fay, employee('Gus')];
const ends: (() => Promise<void>)[] = [];
const product = await useProduct((end) => ends.push(end))({ employees: everybody, busy: doraIsAway });
const azurite = await startAzurite(null);
const space = await storageSpace(azurite);
const queues = ['steps', 'bookings', 'messages', 'answers', 'acts'].map((name) => space.queue(name));
for (const queue of queues) await queue.create();

const recorded: Recorded = new Map();
await play(product, portsIn(space, product.ports), () => record(space));
write();
for (const end of ends) await end();
await azurite.stop();

/** The product's ports, with storage on the emulator. Calendars that were read are kept. */
function portsIn({ queue, ...rest }: StorageSpace, ports: Ports): Ports {
  const storage = storageIn(rest);
  return {
    ...ports,
    storage: { ...storage, availability: { ...storage.availability, remove: async () => undefined } },
    queue: {
      async put(work, delay) {
        await ports.queue.put(work, delay);
        await workQueue(queue).put(work);
      },
    },
  };
}

/** A round in which every kind of record occurs, in each of its states. */
async function play(world: TestProduct, ports: Ports, look: () => Promise<void>) {
  const bot = conversationOperations(ports);
  const outlook = attendees(world.graph);
  const tickAt = async (instant: string) => {
    world.setClock(instant);
    await tick(ports);
    while (await world.workOnce(() => ports)) await look();
  };
  await ports.storage.schemes.insert({ ...defaultScheme(ports.now()), preview: 'timed' });
  for (const person of everybody) {
    await bot.remember(callerOf(person), `chat of ${person.name}`);
    await bot.join({ ...callerOf(person), activity: '1' }, null, filledIn);
  }
  await bot.prefer(callerOf(ben), null, { hours: 'morning' });
  await tickAt('2026-12-09T16:00:00Z');
  await tickAt('2026-12-10T10:00:00Z');
  await outlook.respond(eve, 'accept');
  for (const hour of [11, 12, 13]) {
    await outlook.respond(ann, 'decline');
    await tickAt(`2026-12-10T${hour}:00:00Z`);
  }
  await bot.leave({ ...callerOf(cem), activity: '2' }, null);
  await tickAt('2026-12-11T09:00:00Z');
  await tickAt('2026-12-15T09:00:00Z');
  const meeting = await bot.myPairing(callerOf(eve));
  const start = Date.parse(meeting?.slot?.start ?? '');
  const about = { ...december, pairing: meeting?.pairing ?? '', start };
  await bot.sayComing(callerOf(eve), about);
  await tickAt('2026-12-16T11:00:00Z');
  await bot.sayMet(callerOf(eve), { ...about, said: 'yes' });
  await bot.giveFeedback(callerOf(eve), {
    ...december,
    feedback: { face: 4, takeaway: 'Ask more.', shared: true },
  });
  for (const at of ['21T00:00', '21T00:15', '21T09:00', '24T00:00']) await tickAt(`2026-12-${at}:00Z`);
  await bot.postpone({ ...callerOf(dora), activity: '3' }, { kind: 'join', scheme: null, answers: filledIn });
  await look();
}

async function record({ table, blobs }: StorageSpace): Promise<void> {
  for (const name of tableNames) {
    for await (const row of table(name).listEntities()) {
      const stored = Object.entries(row).filter(
        ([property]) => property !== 'etag' && property !== 'timestamp',
      );
      keep(`table-${name}`, kindOf(String(row.record)), Object.fromEntries(stored));
    }
  }
  for await (const { name } of blobs.listBlobsFlat()) {
    const file = name.replace(/.*\/([a-z]+).*/, 'blob-$1');
    const bytes = await blobs.getBlockBlobClient(name).downloadToBuffer();
    keep(file, '', { name, base64: bytes.toString('base64') });
  }
  for (const queue of queues) {
    const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
    for (const { messageText } of receivedMessageItems) {
      const file = queue.name.replace(/.*-/, 'queue-');
      keep(file, kindOf(Buffer.from(messageText, 'base64').toString('utf8')), { messageText });
    }
  }
}

function kindOf(json: string): string {
  const { kind, state, status, reason, said } = kinds.parse(JSON.parse(json));
  return [kind, state, status, reason, said?.kind].filter((word) => typeof word === 'string').join(' ');
}

function keep(file: string, kind: string, stored: unknown): void {
  recorded.set(file, (recorded.get(file) ?? new Map<string, unknown>()).set(kind, stored));
}

function write(): void {
  const folder = new URL(`../tests/adapters/version-${versionWritten}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [file, stored] of recorded) {
    writeFileSync(new URL(`${file}.json`, folder), `${JSON.stringify([...stored.values()], null, 2)}\n`);
    console.log(`${file}: ${[...stored.keys()].join(', ')}`);
  }
}
