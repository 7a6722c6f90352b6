// What Microsoft Graph really sends, as public reports tell. Each folder of `cases` has an answer of Graph.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readFreeBusy } from '../../../adapters/graph/free-busy.ts';
import { graphMeetings } from '../../../adapters/graph/meetings.ts';
import type { EventAnswer } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import { toIso } from '../../../core/time/instant.ts';
import { workingIntervals } from '../../../core/time/working-hours.ts';
import { halfHour } from '../../support/records.ts';
import { graphOf } from './one-answer.ts';

const folder = new URL('cases/', import.meta.url);
const listed = z.object({ value: z.array(z.unknown()) });

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

const given = (answer: EventAnswer['answer'], at: string | null, proposed: Slot | null = null) => ({
  answer,
  at: at === null ? null : Date.parse(at),
  proposed,
});
const onFriday = '2026-12-11T10:00:00Z';
const accepted = given('accepted', onFriday);

/** The answers to the event k1, by address. */
const events: Readonly<Record<string, Readonly<Record<string, EventAnswer>>>> = {
  'answer-address-rewritten': { 'ann@example.org': given('declined', onFriday), 'bob@example.org': accepted },
  'answer-under-legacy-address': { 'ann@example.org': given('declined', '2026-12-12T10:00:00Z') },
  'attendee-without-address': { 'ann@example.org': accepted },
  'foreign-event-odd-attendee': { 'ann@example.org': accepted },
  'proposed-time-other-zone': {
    'ann@example.org': given('accepted', onFriday, halfHour('2026-12-16T10:00:00Z')),
  },
  'response-null': { 'ann@example.org': given('none', null) },
};

describe('an answer of Microsoft Graph from outside', () => {
  it('has a right value for every folder', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...Object.keys(events), 'custom-zone-null-offsets'].sort());
  });

  for (const [name, answers] of Object.entries(events)) {
    it(`is read rightly: ${name}`, async () => {
      const { value } = listed.parse(read(`${name}/calendarView.json`));
      const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
      const parts: string[] = [];
      const seen = await graphMeetings(graphOf({ items: value })).seen(
        'coffee@example.org',
        week,
        ({ part }) => parts.push(part),
      );
      assert.ok(seen !== 'mailbox-gone');
      assert.deepEqual(
        seen.map((one) => [one.key, one.event.slot, Object.fromEntries(one.answers)]),
        [['k1', halfHour('2026-12-15T10:00:00Z'), answers]],
      );
      assert.deepEqual(parts, []);
    });
  }

  it('is read rightly: custom-zone-null-offsets', async () => {
    const week = { start: Date.parse('2026-12-07T00:00:00Z'), end: Date.parse('2026-12-14T00:00:00Z') };
    const body = read('custom-zone-null-offsets/getSchedule.json');
    const ann = { id: 'ann', mail: 'ann@example.org' };
    const found = await readFreeBusy(graphOf({ body }), 'coffee@example.org', [ann], week);
    assert.ok(found !== 'mailbox-gone');
    const [[, answer] = []] = found;
    assert.ok(answer?.kind === 'read' && answer.hours);
    assert.deepEqual(
      workingIntervals(week, answer.hours).map(({ start, end }) => [toIso(start), toIso(end)]),
      [
        ['2026-12-07T02:30:00.000Z', '2026-12-07T11:30:00.000Z'],
        ['2026-12-08T02:30:00.000Z', '2026-12-08T11:30:00.000Z'],
      ],
    );
  });
});
