import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { withMailbox } from '../../core/mailbox/with-mailbox.ts';
import type { Invitation } from '../../core/ports/meetings.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { compose } from '../../functions/compose.ts';
import { readConfig } from '../../functions/config.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';
import { employee, idOf, type ServedGraph, serveGraph, tenant } from '../support/emulated-graph.ts';
import { halfHour } from '../support/records.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const staff = Array.from({ length: 100 }, (_, n) => employee(`P${n}`));

describe('two instances of the product with one mailbox', () => {
  const azurite = useAzurite();
  let graph: ServedGraph;
  let instances: readonly [Ports, Ports];

  beforeEach(async () => {
    const now = () => Date.parse('2026-12-10T10:00:00Z');
    const { table, queue, blobs } = await storageSpace(azurite());
    graph = await serveGraph({ employees: staff, now });
    const instance = () =>
      compose(
        readConfig({
          TENANT_ID: tenant,
          APP_ID: appId,
          MANAGED_IDENTITY_CLIENT_ID: appId,
          ORGANISER_MAILBOXES: graph.organisers.join(','),
          STORAGE_ACCOUNT: 'devstoreaccount1',
          SUPPORT_CONTACT: 'help@contoso.example',
          GRAPH_URL: graph.url,
        }),
        {
          table,
          queue,
          blobs: () => blobs,
          token: async () => 'app',
          log: () => undefined,
          now,
          wait: () => soon(),
        },
      ).ports;
    instances = [instance(), instance()];
  });
  afterEach(() => graph.close());

  const invitation = (n: number): Invitation => ({
    key: `unmentoring:2026-12-14:p${n}`,
    subject: 'Coffee',
    body: '<p>Think, Do, Share</p>',
    category: 'UnMentoring',
    slot: halfHour('2026-12-15T10:00:00.000Z'),
    attendees: staff.slice(2 * n, 2 * n + 2).map(({ name, mail }) => ({ name, mail })),
  });

  it('send at most four requests at a time to it: reading waits for booking, and booking for reading', async () => {
    const [one, two] = instances;
    const mailbox = graph.organisers[0] ?? '';
    const people = staff.map((person) => ({ id: idOf(person), mail: person.mail }));
    const invitations = Array.from({ length: 20 }, (_, n) => invitation(n));
    const [first, second, booked] = await Promise.all([
      one.calendars.freeBusy(people, week),
      two.calendars.freeBusy(people, week),
      withMailbox(two, [mailbox], 'booking', () => two.meetings.create(mailbox, invitations)),
    ]);
    assert.deepEqual([first.size, second.size, booked.length], [100, 100, 20]);
    const turnedAway = graph.graph.requests().filter(({ status }) => status === 429);
    assert.deepEqual(turnedAway, []);
  });
});
