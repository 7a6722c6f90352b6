import { strict as assert } from 'node:assert';
import { eventsOf, type Client, type GraphEvent, type MyPairing } from './client.ts';
import { staff, weekEnd, weekStart, type Staff } from './organisation.ts';

/** The members of each meeting, as sorted mails, to compare one run with another. */
export type Pairs = readonly string[];

/**
 * Checks the round of 14 December 2026 once it is booked, whatever happened before: everybody is in exactly one
 * meeting, inside working hours and free time, in the meeting week and with a join link, was told of it exactly once, and
 * sees their own pairing and nobody else's. It uses the calendars of the emulated Graph and the organisation's own
 * numbers.
 */
export async function assertRound(client: Client): Promise<Pairs> {
  const calendars = await Promise.all(
    staff.map(async (person) => ({ person, events: await eventsOf(client, person.mail) })),
  );
  const meetings = new Map<string, GraphEvent>();
  for (const { person, events } of calendars) {
    assert.equal(events.length, 1, `${person.mail} has ${events.length} meetings`);
    for (const event of events) {
      meetings.set(event.iCalUId, event);
      assertSuits(event, person);
    }
  }
  const sizes = [...meetings.values()].map(({ attendees }) => attendees.length).sort();
  assert.deepEqual(sizes, [...Array<number>(21).fill(2), 3], '21 pairs and one trio');

  await Promise.all(
    calendars.map(async ({ person, events: [event] }) => {
      assert.ok(event);
      await assertTold(client, person, event);
    }),
  );
  return [...meetings.values()].map((event) => membersOf(event).join(' + ')).sort();
}

function membersOf(event: GraphEvent): string[] {
  return event.attendees.map(({ emailAddress }) => emailAddress.address).sort();
}

function assertSuits(event: GraphEvent, { mail, zone, busy }: Staff): void {
  const start = Date.parse(`${event.start.dateTime}Z`);
  const end = Date.parse(`${event.end.dateTime}Z`);
  const when = `${mail} meets at ${event.start.dateTime}`;
  assert.ok(membersOf(event).includes(mail), `${mail} has a meeting of others`);
  assert.ok(!event.isCancelled, `${when}, cancelled`);
  assert.equal(end - start, 30 * 60_000, `${when} for another time than 30 minutes`);
  assert.ok(start >= weekStart && end <= weekEnd, `${when}, outside the meeting week`);
  assert.equal(start % (15 * 60_000), 0, `${when}, not on a quarter of an hour`);
  assert.ok(!busy.some((taken) => taken.start < end && start < taken.end), `${when}, but is busy then`);
  assert.match(
    event.onlineMeeting?.joinUrl ?? '',
    /^https:\/\/teams\.microsoft\.com\//,
    `${when} without a link`,
  );
  for (const instant of [start, end - 1]) {
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(instant);
    const part = (type: string) => local.find((found) => found.type === type)?.value ?? '';
    const hour = Number(part('hour'));
    assert.ok(hour >= 9 && hour < 17, `${when}, at ${hour} o’clock in ${zone}`);
    assert.ok(!['Sat', 'Sun'].includes(part('weekday')), `${when}, at the weekend`);
  }
}

async function assertTold(client: Client, { mail }: Staff, event: GraphEvent): Promise<void> {
  const told = (await client.inbox(mail)).filter(({ key }) => key?.startsWith('pairing:'));
  assert.equal(told.length, 1, `${mail} was told ${told.length} times`);
  const pairing = await client.get<MyPairing | null>('/api/me/pairing', mail);
  assert.ok(pairing, `${mail} sees no pairing`);
  assert.equal(Date.parse(pairing.slot.start), Date.parse(`${event.start.dateTime}Z`));
  assert.equal(pairing.joinUrl, event.onlineMeeting?.joinUrl);
  const others = membersOf(event).filter((other) => other !== mail);
  const names = others.map((other) => `Person ${/\d+/.exec(other)?.[0] ?? ''}`);
  assert.deepEqual(
    pairing.partners.map(({ name }) => name).sort(),
    names.sort(),
    `${mail} sees other partners`,
  );
  assert.ok(JSON.stringify(told[0]).includes(names[0] ?? ''), `${mail} was not told whom they meet`);
}
