import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { BatchResponse, Graph } from '../../../adapters/graph/client.ts';
import { graphMeetings } from '../../../adapters/graph/meetings.ts';
import type { Invitation, SeenEvent } from '../../../core/ports/meetings.ts';
import type { BookedEvent } from '../../../core/records/pairing.ts';
import { organiser, type ServedGraph } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { halfHour } from '../../support/records.ts';
import { useGraph } from './with-graph.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const attendees = [ann, ben].map(({ name, mail }) => ({ name, mail }));

function invitation(n: number, more: Partial<Invitation> = {}): Invitation {
  return {
    key: `unmentoring:2026-12-14:p${n}`,
    subject: 'Coffee',
    body: '<p>Think, Do, Share</p>',
    category: 'UnMentoring',
    slot: halfHour('2026-12-15T10:00:00.000Z'),
    attendees,
    ...more,
  };
}

describe('graphMeetings', () => {
  const start = useGraph();

  async function given() {
    const product = await start({ employees: [ann, ben, cem] });
    const meetings = graphMeetings(product.graph);
    const create = async (...invitations: Invitation[]): Promise<BookedEvent[]> => {
      const results = await meetings.create(organiser.mail, invitations);
      return results.map((result) => {
        assert.ok(result.kind === 'booked');
        return result.event;
      });
    };
    const seen = async (): Promise<SeenEvent[]> => {
      const events = await meetings.seen(organiser.mail, week);
      assert.ok(events !== 'mailbox-gone');
      return [...events];
    };
    const find = async (...keys: string[]) => {
      const found = await meetings.find(organiser.mail, keys);
      assert.ok(found !== 'mailbox-gone');
      return found;
    };
    return { ...product, meetings, create, seen, find };
  }

  /** An attendee answers in Outlook. */
  async function answer({ graph }: ServedGraph, mail: string, action: string, body: object = {}) {
    const list = await graph.app.request(`/users/${mail}/events`);
    const { value } = (await list.json()) as { value: { id: string }[] };
    const response = await graph.app.request(`/users/${mail}/events/${value[0]?.id ?? ''}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 202);
  }

  it('creates twenty events with Teams links in one round trip, and finds them by key', async () => {
    const { create, find, trips, inner } = await given();
    const invitations = Array.from({ length: 20 }, (_, n) => invitation(n));
    const events = await create(...invitations);
    assert.deepEqual([trips(), inner('/users/{id}/events')], [1, 20]);
    assert.equal(new Set(events.map(({ id }) => id)).size, 20);
    assert.ok(events.every(({ joinUrl }) => joinUrl?.startsWith('https:')));
    assert.deepEqual(events[0]?.slot, invitation(0).slot);
    assert.deepEqual(events[0].attendees, ['ann@contoso.example', 'ben@contoso.example']);

    const keys = [...invitations.map(({ key }) => key), 'unmentoring:2026-12-14:p99'];
    const found = await find(...keys);
    assert.deepEqual([...found.values()], events);
    assert.ok(!found.has('unmentoring:2026-12-14:p99'));
  });

  it('sends required attendees, category and key, and nothing private', async () => {
    const { create, served } = await given();
    await create(invitation(1));
    const response = await served.graph.app.request(`/users/${organiser.mail}/events`);
    const { value } = (await response.json()) as { value: Record<string, unknown>[] };
    const [event] = value;
    assert.deepEqual(event?.categories, ['UnMentoring']);
    assert.equal(event.transactionId, invitation(1).key);
    assert.equal(event.allowNewTimeProposals, true);
    assert.deepEqual([event.isReminderOn, event.reminderMinutesBeforeStart], [true, 10]);
    assert.deepEqual(
      (event.attendees as { type: string }[]).map(({ type }) => type),
      ['required', 'required'],
    );
  });

  it('makes no second event when repeated, even with other words', async () => {
    const { create, served } = await given();
    const [event] = await create(invitation(1));
    assert.deepEqual(await create(invitation(1)), [event]);
    assert.deepEqual(
      await create(invitation(1, { subject: 'Reworded' }), invitation(2)).then(([e]) => e),
      event,
    );
    assert.equal((await served.events()).length, 2);
  });

  for (const status of [400, 409]) {
    it(`gives the existing event when Graph answers ${status}`, async () => {
      const { graph, create } = await given();
      const [event] = await create(invitation(1));
      const response: BatchResponse = {
        id: '0',
        status,
        body: { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': event?.id } },
      };
      const batch = sinon.fake.resolves([response]);
      const refusing: Graph = { ...graph, at: (mailbox) => ({ ...graph.at(mailbox), batch }) };
      assert.deepEqual(await graphMeetings(refusing).create(organiser.mail, [invitation(1)]), [
        { kind: 'booked', event },
      ]);
    });
  }

  it('repeats a throttled request after its Retry-After', async () => {
    const { create, served, waits } = await given();
    served.graph.faults.set({ retryAfter: 7 });
    served.graph.faults.next({ method: 'POST', path: '/users/{id}/events', effect: 'throttle', after: 1 });
    await create(invitation(1), invitation(2), invitation(3));
    assert.deepEqual(waits, [7_000]);
    assert.equal((await served.events()).length, 3);
  });

  it('makes one event when Graph answers 504 after making it', async () => {
    const { create, served } = await given();
    served.graph.faults.next({ method: 'POST', path: '/users/{id}/events', effect: 'after-504' });
    await create(invitation(1), invitation(2));
    assert.equal((await served.events()).length, 2);
  });

  it('says which event was refused, and makes the others', async () => {
    const { meetings, served } = await given();
    const backwards = { start: Date.parse('2026-12-15T10:30:00Z'), end: Date.parse('2026-12-15T10:00:00Z') };
    const results = await meetings.create(organiser.mail, [
      invitation(1, { slot: backwards }),
      invitation(2),
    ]);
    assert.deepEqual(results[0], { kind: 'refused' });
    assert.equal(results[1]?.kind, 'booked');
    assert.equal((await served.events()).length, 1);
  });

  it('cannot write to mailboxes other than the organisers’', async () => {
    const { meetings } = await given();
    assert.deepEqual(await meetings.create(ann.mail, [invitation(1)]), [{ kind: 'mailbox-gone' }]);
  });

  for (const refusal of ['off', 'denied'] as const) {
    it(`says that the mailbox is gone, whatever it is asked, when it is ${refusal}`, async () => {
      const { meetings, create, served } = await given();
      const [event] = await create(invitation(1));
      assert.ok(event);
      served.graph.faults.refuse(organiser.mail, refusal);
      assert.deepEqual(await meetings.create(organiser.mail, [invitation(2)]), [{ kind: 'mailbox-gone' }]);
      assert.deepEqual(await meetings.update(organiser.mail, event.id, invitation(1)), {
        kind: 'mailbox-gone',
      });
      assert.equal(await meetings.cancel(organiser.mail, event.id, 'Another time'), 'mailbox-gone');
      assert.equal(await meetings.find(organiser.mail, [invitation(1).key]), 'mailbox-gone');
      assert.equal(await meetings.seen(organiser.mail, week), 'mailbox-gone');
    });
  }

  it('says when a change is refused for good', async () => {
    const { meetings, create } = await given();
    const [event] = await create(invitation(1));
    assert.ok(event);
    const subject = 'x'.repeat(256);
    assert.deepEqual(await meetings.update(organiser.mail, event.id, { ...invitation(1), subject }), {
      kind: 'refused',
    });
  });

  it('does not take an event for refused that was made before and cannot be named', async () => {
    const { graph } = await given();
    const response: BatchResponse = {
      id: '0',
      status: 400,
      body: { error: { code: 'ErrorDuplicateTransactionId' } },
    };
    const batch = sinon.fake.resolves([response]);
    const refusing: Graph = { ...graph, at: (mailbox) => ({ ...graph.at(mailbox), batch }) };
    assert.deepEqual(await graphMeetings(refusing).create(organiser.mail, [invitation(1)]), [
      { kind: 'unknown', reason: '400 ErrorDuplicateTransactionId' },
    ]);
  });

  it('gives no join link for an event without a Teams meeting', async () => {
    const { create, served } = await given();
    served.graph.faults.next({
      method: 'POST',
      path: '/users/{id}/events',
      effect: 'no-online-meeting',
    });
    assert.deepEqual(
      (await create(invitation(1))).map(({ joinUrl }) => joinUrl),
      [null],
    );
  });

  it('moves an event and changes its attendees, and keeps the Teams link', async () => {
    const { meetings, create, served } = await given();
    const [event] = await create(invitation(1));
    assert.ok(event);
    const slot = halfHour('2026-12-16T14:00:00.000Z');
    const subject = 'UnMentoring: Ann and Cem';
    const moved = await meetings.update(organiser.mail, event.id, { slot, subject, attendees: [ann, cem] });
    assert.ok(moved.kind === 'booked');
    assert.deepEqual(moved.event, { ...event, slot, attendees: [ann.mail, cem.mail] });
    const [standing] = await served.events();
    assert.equal(standing?.subject, subject);
    assert.match(moved.event.joinUrl ?? '', /^https:/);
    assert.equal((await served.events()).length, 1);
  });

  it('cancels an event once, and cannot move it afterwards', async () => {
    const { meetings, create, served } = await given();
    const [event] = await create(invitation(1));
    assert.ok(event);
    assert.equal(await meetings.cancel(organiser.mail, event.id, 'Another time'), 'cancelled');
    assert.deepEqual(await served.events(), []);
    assert.equal(await meetings.cancel(organiser.mail, event.id, 'Another time'), 'cancelled');
    assert.deepEqual(
      await meetings.update(organiser.mail, event.id, { ...invitation(1), attendees: [ann] }),
      { kind: 'event-gone' },
    );
  });

  it('calls Graph within the wait limit of the organiser’s mailbox', async () => {
    const { graph } = await given();
    const refuse = () => assert.fail('not at a mailbox');
    const meetings = graphMeetings({
      get: refuse,
      post: refuse,
      patch: refuse,
      pages: refuse,
      batch: refuse,
      at: (mailbox) => {
        assert.equal(mailbox, organiser.mail);
        return graph.at(mailbox);
      },
    });
    const [result] = await meetings.create(organiser.mail, [invitation(1)]);
    assert.ok(result?.kind === 'booked');
    const { id, slot } = result.event;
    await meetings.update(organiser.mail, id, { ...invitation(1), slot });
    const seen = await meetings.seen(organiser.mail, week);
    assert.deepEqual(seen !== 'mailbox-gone' && seen.map(({ key }) => key), [invitation(1).key]);
    await meetings.cancel(organiser.mail, id, 'Sorry');
    assert.deepEqual(await meetings.find(organiser.mail, [invitation(1).key]), new Map());
  });

  it('reads who answered what and when, and which time they proposed', async () => {
    const { create, served, seen } = await given();
    const [event] = await create(invitation(1));
    assert.deepEqual(
      (await seen()).map(({ answers }) => [...answers.values()]),
      [[1, 2].map(() => ({ answer: 'none', at: null, proposed: null }))],
    );
    await answer(served, ann.mail, 'accept');
    await answer(served, ben.mail, 'decline', {
      proposedNewTime: {
        start: { dateTime: '2026-12-16T14:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-12-16T14:30:00', timeZone: 'UTC' },
      },
    });
    assert.deepEqual(await seen(), [
      {
        key: invitation(1).key,
        event,
        answers: new Map([
          [ann.mail, { answer: 'accepted', at: Date.parse('2026-12-07T08:00:00.000Z'), proposed: null }],
          [
            ben.mail,
            {
              answer: 'declined',
              at: Date.parse('2026-12-07T08:00:00.001Z'),
              proposed: halfHour('2026-12-16T14:00:00.000Z'),
            },
          ],
        ]),
      },
    ]);
  });

  it('reads all pages of a week’s events, and none of another week', async () => {
    const { create, seen, trips } = await given();
    // Events without attendees do not count as invitations.
    for (let n = 0; n < 205; n += 41)
      await create(...Array.from({ length: 41 }, (_, i) => invitation(n + i, { attendees: [] })));
    const january = halfHour('2027-01-12T10:00:00.000Z');
    await create(invitation(999, { slot: january }));
    const before = trips();
    const keys = new Set((await seen()).map(({ key }) => key));
    assert.equal(keys.size, 205);
    assert.ok(!keys.has(invitation(999).key));
    assert.equal(trips() - before, 2);
  });
});
