import assert from 'node:assert/strict';
import { slotOf } from '../../../core/records/pairing.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { hour, minute, quarter } from '../../../core/time/interval.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { attendees } from '../../support/attendee.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { records } from '../../support/stored.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const pairedAt = Date.parse('2026-12-10T10:00:00Z');
const weekStart = Date.parse('2026-12-14T00:00:00Z');
const weekEnd = Date.parse('2026-12-21T00:00:00Z');
/** When nobody is asked any more whether they met. */
const closed = Date.parse('2026-12-24T00:00:00Z');
const zones = ['Europe/London', 'Europe/Berlin', 'Europe/Dublin', 'Europe/Helsinki'];

/** People of some neighbouring countries. */
function staffOf(people: number): Employee[] {
  return Array.from({ length: people }, (_, i) =>
    employee(`Person ${i}`, { timeZone: zones[i % zones.length] ?? 'Europe/London' }),
  );
}

/** Three meetings of 45 to 105 minutes a day, at times that differ between people. */
function busyTimesOf(staff: readonly Employee[]) {
  const stamp = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return Object.fromEntries(
    staff.map(({ mail }, i) => {
      const times = Array.from({ length: 15 }, (_, nth) => {
        const start =
          weekStart + Math.floor(nth / 3) * 24 * hour + 7 * hour + ((i * 7 + nth * 13) % 56) * quarter;
        return [stamp(start), stamp(start + (45 + ((i + nth) % 5) * 15) * minute)] as const;
      });
      return [mail, times];
    }),
  );
}

/** What some people do, and when: an hour before their meeting at the latest. */
async function deedsOf(product: TestProduct, staff: readonly Employee[]) {
  const outlook = attendees(product.graph);
  const bot = conversationOperations(product.ports);
  const starts = new Map(
    (await records(product)).flatMap((pairing) => pairing.members.map((id) => [id, slotOf(pairing)?.start])),
  );
  return staff.flatMap((person, i) => {
    // One in twenty never answers, one in fifty leaves, one in ten declines, all others accept.
    if (i % 20 === 11) return [];
    const answer = async () => {
      const isInvited = (await outlook.calendar(person)).some(({ subject }) => subject !== 'Busy');
      if (isInvited) await outlook.respond(person, i % 10 === 3 ? 'decline' : 'accept');
    };
    const leave = async () => {
      await bot.leave(callerOf(person), null);
    };
    const day = [10, 11, 14, 15, 16, 17, 18][(i * 3) % 7] ?? 10;
    const wanted = Date.parse(`2026-12-${day}T12:10:00Z`) + ((i * 37) % 300) * minute;
    const latest = (starts.get(idOf(person)) ?? weekEnd) - hour - (i % 7) * minute;
    return [{ at: Math.min(wanted, latest), act: i % 50 === 7 ? leave : answer }];
  });
}

describe('the requests to Microsoft Graph of a whole round', function () {
  this.timeout(120_000);
  const start = useProduct();

  /** From pairing to closing, with a tick every quarter of an hour. Counts of requests by kind. */
  async function wholeRound(people: number, organisers: number) {
    const staff = staffOf(people);
    const product = await start({ employees: staff, busy: busyTimesOf(staff), organisers });
    await product.signUp(...staff);
    const before = product.graph.graph.requests().length;
    await product.tickAt(pairedAt);
    await product.tickAt(pairedAt + quarter);
    const deeds = (await deedsOf(product, staff)).sort((a, b) => a.at - b.at);
    for (let now = pairedAt + 2 * quarter; now <= closed; now += quarter) {
      while (deeds[0] !== undefined && deeds[0].at <= now) {
        const [{ at, act }] = deeds.splice(0, 1) as [(typeof deeds)[number]];
        product.setClock(at);
        await act();
        await product.work();
      }
      await product.tickAt(now);
    }
    const asked = product.graph.graph
      .requests()
      .slice(before)
      .filter(({ caller, template }) => caller === 'app' && template !== '/$batch');
    const of = (kind: string) =>
      asked.filter(({ method, template }) => `${method} ${template}` === kind).length;
    return { product, all: asked.length, of };
  }

  it('are at most 130 for answers, a picture for each person, and 300 for all else, with 100 people', async () => {
    const { product, all, of } = await wholeRound(100, 1);
    const { stage, counts, pairings } = await product.detail();
    assert.deepEqual([stage, counts.participants, counts.told], ['closed', 98, 98], 'two left');
    assert.equal(counts.booked, 49, 'those left alone found company');
    assert.ok(pairings.filter(({ moves }) => moves > 0).length >= 9, 'declined meetings have moved');
    const answers = of('GET /users/{id}/calendarView');
    assert.ok(answers <= 130, `${answers} for answers`);
    const pictures = of('GET /users/{id}/photos/48x48/$value');
    assert.ok(pictures <= 110, `${pictures} for pictures: one for each person who is paired`);
    assert.ok(all - pictures <= 300, `${all - pictures} for all else`);
  });
});
