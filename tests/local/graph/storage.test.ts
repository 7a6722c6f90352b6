import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { occurrences } from '../../../local/calendars/occurrences.ts';
import { parseCalendar } from '../../../local/calendars/parse.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { type CalendarEvent, responses, statuses } from '../../../local/graph/mailboxes/event.ts';
import { fromCalendar, toCalendar, toVevent } from '../../../local/graph/storage/icalendar.ts';
import { useFolder } from '../../support/folder.ts';
import { ada, answer, coffee, grace, graphOf, inCalendar, now, organiser, world } from './world.ts';

const events = `/users/${organiser.mail}/events`;

describe('emulated Graph: what is kept', () => {
  const { at, write } = useFolder();

  it('has the same ids, answers, keys and calendars after a restart', async () => {
    const key = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name Pairing';
    const body = coffee({ transactionId: 't', singleValueExtendedProperties: [{ id: key, value: 'p1' }] });
    const first = await world({ dir: at() });
    const { id } = await first.as().post(events, body);
    await answer(first, ada, 'accept');
    const gone = await first.as().post(events, coffee({ subject: 'gone' }));
    await first.as().delete(`${events}/${gone.id}`);
    const before = [
      await first.as().get(`${events}/${id}`),
      await inCalendar(first, ada),
      await inCalendar(first, grace),
    ];
    await first.close();
    assert.deepEqual(
      readdirSync(at()).sort(),
      [ada, organiser, grace].map(({ mail }) => `${mail}.ics`).sort(),
    );

    const second = await world({ dir: at() });
    try {
      const after = [
        await second.as().get(`${events}/${id}`),
        await inCalendar(second, ada),
        await inCalendar(second, grace),
      ];
      const text = (value: unknown): string => JSON.stringify(value).replaceAll(/127\.0\.0\.1:\d+/g, 'host');
      assert.equal(text(after), text(before));
      assert.equal((await second.as().post(events, body)).id, id);
      const filter = `singleValueExtendedProperties/any(ep:ep/id eq '${key}' and ep/value eq 'p1')`;
      assert.equal(
        (await second.as().get(`${events}?$filter=${encodeURIComponent(filter)}`)).value.length,
        1,
      );
    } finally {
      await second.close();
    }
  });

  it('keeps what it answered, also when it is killed right afterwards', async () => {
    const killed = await world({ dir: at() });
    const { id } = await killed.as().post(events, coffee());
    const second = await world({ dir: at() });
    try {
      assert.equal((await second.as().get(`${events}/${id}`)).id, id);
      assert.ok(await inCalendar(second, ada));
    } finally {
      await second.close();
      await killed.close();
    }
  });

  it('removes the file of a mailbox without events', async () => {
    const graph = await world({ dir: at() });
    const { id } = await graph.as().post(events, coffee());
    await graph.as().post(`${events}/${id}/cancel`, {});
    await graph.close();
    assert.deepEqual(readdirSync(at()), []);
  });

  for (const [what, text] of [
    ['that is not iCalendar', 'hello'],
    ['that was cut off', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\n'],
    [
      'of another program',
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20261215T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ],
    ['that is empty', ''],
  ] as const) {
    it(`refuses a file ${what}, names it, and leaves everything as it was`, () => {
      const file = write(`${ada.mail}.ics`, text);
      assert.throws(
        () => graphOf({ dir: at() }),
        (error: Error) => error instanceof InputError && error.message.startsWith(file),
      );
      assert.equal(readFileSync(file, 'utf8'), text);
      assert.deepEqual(readdirSync(at()), [`${ada.mail}.ics`]);
    });
  }

  it('shows a person’s whole calendar as iCalendar: what came with the files and what was booked', async () => {
    const dentist =
      'BEGIN:VEVENT\r\nUID:dentist\r\nDTSTART:20261214T100000Z\r\nDTEND:20261214T110000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT';
    const graph = await world({ calendars: { [ada.mail]: dentist } });
    try {
      await graph.as().post(events, coffee());
      for (const [person, expected] of [
        [ada, ['2026-12-14T10:00:00.000Z busy', '2026-12-15T10:00:00.000Z tentative']],
        [grace, ['2026-12-15T10:00:00.000Z tentative']],
      ] as const) {
        const text = graph.graph.calendarText(person.mail.toUpperCase());
        const calendar = parseCalendar(text ?? '', 'whole.ics', { zone: 'Europe/London' });
        const found = occurrences(calendar, now, now + 30 * 86_400_000);
        assert.deepEqual(
          found.map(({ start, status }) => `${new Date(start).toISOString()} ${status}`),
          expected,
        );
      }
      assert.equal(graph.graph.calendarText('nobody@contoso.example'), null);
    } finally {
      await graph.close();
    }
  });
});

describe('an event as iCalendar', () => {
  const second = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((seconds) => seconds * 1000);
  const line = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim());
  const person = {
    mail: fc.constantFrom('a@x.example', "o'neil@x.example", 'a+b@x.example'),
    name: line.filter((name) => name !== ''),
  };
  const answer = fc.constantFrom(...responses);
  const event: fc.Arbitrary<CalendarEvent> = fc.record({
    id: fc.base64String(),
    iCalUId: fc.stringMatching(/^[0-9A-F]{1,112}$/),
    organizer: fc.record(person),
    isOrganizer: fc.boolean(),
    response: answer,
    respondedAt: fc.option(second),
    joinUrl: fc.option(fc.webUrl()),
    transactionId: fc.option(fc.string()),
    posted: fc.option(fc.string()),
    createdAt: second,
    modifiedAt: second,
    revision: fc.nat(),
    subject: fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[\0-\u0008\u000b-\u001f\u007f]/g, '')),
    body: fc.record({
      contentType: fc.constantFrom('html' as const, 'text' as const),
      content: fc.string({ unit: 'grapheme', maxLength: 500 }),
    }),
    start: second,
    end: second,
    startZone: fc.constantFrom('UTC', 'W. Europe Standard Time'),
    endZone: fc.constant('UTC'),
    isAllDay: fc.boolean(),
    location: line,
    attendees: fc.array(
      fc.record({
        ...person,
        type: fc.constantFrom('required' as const, 'optional' as const, 'resource' as const),
        response: answer,
        respondedAt: fc.option(second),
        proposed: fc.option(fc.record({ start: second, end: second })),
      }),
      { maxLength: 3 },
    ),
    importance: fc.constantFrom('low' as const, 'normal' as const, 'high' as const),
    sensitivity: fc.constantFrom(
      'normal' as const,
      'personal' as const,
      'private' as const,
      'confidential' as const,
    ),
    responseRequested: fc.boolean(),
    allowNewTimeProposals: fc.boolean(),
    hideAttendees: fc.boolean(),
    showAs: fc.constantFrom(...statuses),
    categories: fc.array(
      line.filter((name) => name !== ''),
      { maxLength: 3 },
    ),
    isReminderOn: fc.boolean(),
    reminderMinutesBeforeStart: fc.nat(),
    extended: fc.array(fc.record({ id: fc.string(), value: fc.string() }), { maxLength: 2 }),
  });

  it('is read back unchanged, whatever people write into it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3 }), (written) => {
        const plain = (events: unknown): unknown => structuredClone(events);
        assert.deepEqual(plain(fromCalendar(toCalendar(written.map(toVevent)))), plain(written));
      }),
    );
  });

  it('is iCalendar that other programs read: folded lines, answers as PARTSTAT', () => {
    const [written] = fc.sample(event, { numRuns: 1, seed: 1 });
    assert.ok(written !== undefined);
    const attendee = {
      mail: 'a@x.example',
      name: 'A',
      type: 'optional' as const,
      response: 'declined' as const,
      respondedAt: null,
      proposed: null,
    };
    const text = toCalendar([toVevent({ ...written, attendees: [attendee], subject: 'ü'.repeat(200) })]);
    // RFC 5545 recommends 75 octets; ical.js does not count the blank that begins a folded line.
    assert.ok(text.split('\r\n').every((part) => Buffer.byteLength(part) <= 76));
    const component = new ICAL.Component(ICAL.parse(text) as string).getFirstSubcomponent('vevent');
    const property = component?.getFirstProperty('attendee');
    assert.deepEqual(
      [property?.getParameter('partstat'), property?.getParameter('role')],
      ['DECLINED', 'OPT-PARTICIPANT'],
    );
    assert.equal(component?.getFirstPropertyValue('summary'), 'ü'.repeat(200));
  });
});
