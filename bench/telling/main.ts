// node bench/telling/main.ts [--people 10000] [--latency 80] [--json]: tells everybody of a booked round, through a connector
// with Teams' limits, in real time
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { createBot } from '../../bot/bot.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { pairingMessageKey } from '../../core/records/keys.ts';
import type { OutboxRecord } from '../../core/records/outbox.ts';
import { personId } from '../../core/records/person.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { type MessageWork, toldTogether } from '../../core/records/work.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import { rateLimit } from '../../local/teams/rate-limits.ts';
import hostSettings from '../../host.json' with { type: 'json' };
import { sharedIdentity } from '../../tests/support/identity.ts';
import { memoryStorage } from '../../tests/support/memory-storage.ts';
import { bookedPairing, message } from '../../tests/support/records.ts';
import { staffOf, tenant } from '../booking/organisation.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    latency: { type: 'string', default: '80' },
    json: { type: 'boolean' },
  },
});
const staff = staffOf(Number(values.people));
const latency = Number(values.latency);

/** Messages of an app that Teams takes in a tenant in a second. */
const perSecond = 50;
const now = Date.parse('2026-12-10T10:00:00Z');
const key = { scheme: 'unmentoring', round: '2026-12-14' };

// 1. A connector with Teams' limits, which answers after `latency` milliseconds.
const limit = rateLimit(() => performance.now());
const counts = { taken: 0, refused: 0 };
const server = createServer((request, response) => {
  const chat = /conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '';
  request.resume().on('end', () => {
    const seconds = limit(chat);
    counts[seconds === null ? 'taken' : 'refused'] += 1;
    setTimeout(() => {
      const headers = { 'content-type': 'application/json' };
      if (seconds !== null) response.writeHead(429, { ...headers, 'retry-after': String(seconds) });
      else response.writeHead(201, headers);
      response.end(
        JSON.stringify(seconds === null ? { id: String(counts.taken) } : { error: { code: 'TooMany' } }),
      );
    }, latency);
  });
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

// 2. The product: a booked round in memory, and the bot's messenger.
const identity = await sharedIdentity();
const appId = '22222222-2222-4222-8222-222222222222';
const bot = createBot({
  appId,
  tenants: [tenant],
  authentication: identity.botFramework,
  token: async () => 'token',
  teamsApp: null,
  log: () => undefined,
});
const storage = memoryStorage();
await storage.schemes.insert(defaultScheme(now));
const conversationOf = (id: string) =>
  JSON.stringify({
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: `a:${id}`, tenantId: tenant, conversationType: 'personal' },
    bot: { id: `28:${appId}` },
    user: { id: `29:${id}`, aadObjectId: id },
  });
const ids = staff.map(({ oid, name }) => ({ id: personId(tenant, oid), oid, name }));
for (const { id, oid, name } of ids) {
  const unknown = { language: null, zone: null, work: null, welcome: null } as const;
  await storage.people.insert({ ...unknown, id, name, conversation: conversationOf(oid), reachable: true });
}
const pairings: string[] = [];
for (const [i, members] of inPartsOf(2, ids).entries()) {
  const pairing = {
    ...bookedPairing(`p${String(i + 1).padStart(5, '0')}`, []),
    members: members.map(({ id }) => id),
  };
  const messages = members.map(({ id }): OutboxRecord => {
    const said = {
      kind: 'pairing',
      news: 'booked',
      because: null,
      insteadOf: null,
      passedOver: false,
    } as const;
    return message(pairingMessageKey(pairing, id), id, { pairing: pairing.pairing, said, state: 'unsent' });
  });
  await storage.pairings.writeWith([{ value: pairing, version: null, messages }]);
  pairings.push(pairing.pairing);
}
/** What telling needs of the product's ports. */
const ports = {
  storage,
  messenger: bot.messenger,
  chats: { find: async () => null },
  photos: { of: async () => new Map() },
  queue: { put: async () => undefined },
  now: () => now,
  lease: 120_000,
  log: () => undefined,
} as unknown as Ports;

// 3. The queue's trigger: as many messages at once as `host.json` lets one instance have. Failed ones come back.
const { batchSize } = hostSettings.extensions.queues;
const atOnce = batchSize + Math.floor(batchSize / 2);
const work: MessageWork[] = inPartsOf(toldTogether, pairings).map((part) => ({
  kind: 'tell',
  ...key,
  pairings: part,
  people: [],
}));
let failures = 0;
const begun = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = work.shift(); next !== undefined; next = work.shift()) {
      try {
        await tellPeople(ports, next);
      } catch {
        failures += 1;
        work.push(next);
        await wait(1_000);
      }
    }
  }),
);
const seconds = (performance.now() - begun) / 1000;
server.close();

// 4. What it came to.
let sent = 0;
for await (const { value } of storage.outbox.list(key)) if (value.state === 'sent') sent += 1;
const limitSeconds = staff.length / perSecond;
const result = {
  people: staff.length,
  sent,
  'messages taken': counts.taken,
  refused: counts.refused,
  'queue messages that came back': failures,
  seconds: Math.round(seconds * 10) / 10,
  'seconds of the limit': limitSeconds,
  ratio: Math.round((100 * seconds) / limitSeconds) / 100,
};
console.log(values.json ? JSON.stringify({ node: process.version, ...result }) : result);
