import assert from 'node:assert/strict';
import { keyProperty } from '../../../adapters/graph/event-json.ts';
import { graphMeetings } from '../../../adapters/graph/meetings.ts';
import { toIso } from '../../../core/time/instant.ts';
import { graphOf } from './one-answer.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const keyed = (value: unknown, id: unknown = keyProperty) => [{ id, value }];
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

function attendee(address: unknown, response: unknown = 'none', more: object = {}) {
  return {
    type: 'required',
    emailAddress: { name: 'Ann', address },
    status: { response, time: '2026-12-11T10:00:00Z' },
    ...more,
  };
}

function event(more: object = {}) {
  return {
    id: '1',
    start: utc('2026-12-15T10:00:00.0000000'),
    end: utc('2026-12-15T10:30:00.0000000'),
    attendees: [attendee('ann@example.org', 'accepted'), attendee('bob@example.org', 'declined', bob)],
    onlineMeeting: { joinUrl: 'https://teams.example/1' },
    singleValueExtendedProperties: keyed('k1'),
    ...more,
  };
}
const bob = { emailAddress: { name: 'Bob', address: 'bob@example.org' } };

/** What is seen of some items of a calendar, and what cannot be read. */
async function look(...items: unknown[]) {
  const troubles: string[] = [];
  const seen = await graphMeetings(graphOf({ items })).seen('Coffee@example.org', week, ({ key, id, part }) =>
    troubles.push(`${key} ${id ?? 'without id'} ${part}`),
  );
  assert.ok(seen !== 'mailbox-gone');
  return { seen, troubles };
}

/** The answers of some attendees, as `ann@example.org accepted`. */
async function answersOf(...attendees: unknown[]) {
  const { seen, troubles } = await look(event({ attendees }));
  return [[...(seen[0]?.answers ?? [])].map(([mail, { answer }]) => `${mail} ${answer}`), troubles];
}

describe('an event in an organiser’s calendar', () => {
  for (const foreign of [
    null,
    'event',
    {},
    event({ singleValueExtendedProperties: null, start: null }),
    event({ singleValueExtendedProperties: undefined, attendees: 7 }),
    event({ singleValueExtendedProperties: [null, 7, { id: keyProperty }] }),
    event({ singleValueExtendedProperties: keyed(null) }),
    event({ singleValueExtendedProperties: keyed('k1', 'String {0} Name Other') }),
  ]) {
    it(`is passed over unread when it is not ours: ${JSON.stringify(foreign).slice(0, 40)}`, async () => {
      const { seen, troubles } = await look(foreign, event());
      assert.deepEqual([seen.map(({ key }) => key), troubles], [['k1'], []]);
    });
  }

  it('is known by our property among others, in whatever case Graph writes it', async () => {
    const properties = [
      ...keyed('other', 'String {0} Name Other'),
      ...keyed('k1', keyProperty.toUpperCase()),
    ];
    const { seen } = await look(event({ singleValueExtendedProperties: properties }));
    assert.deepEqual(
      seen.map(({ key }) => key),
      ['k1'],
    );
  });

  for (const [part, odd] of [
    ['id', { id: null }],
    ['time', { start: null }],
    ['time', { end: utc('tomorrow') }],
    ['time', { end: utc('2026-12-15T09:00:00') }],
    ['time', { start: { dateTime: '2026-12-15T10:00:00', timeZone: 'tzone://Microsoft/Custom' } }],
    ['time', { start: utc('2026-02-30T10:00:00') }],
    ['attendees', { attendees: 'everybody' }],
  ] as const) {
    it(`is named and left out when it has an odd ${part}: ${JSON.stringify(odd)}`, async () => {
      const { seen, troubles } = await look(
        event(odd),
        event({ id: '2', singleValueExtendedProperties: keyed('k2') }),
      );
      assert.deepEqual(
        [seen.map(({ key }) => key), troubles],
        [['k2'], [`k1 ${part === 'id' ? 'without id' : '1'} ${part}`]],
      );
    });
  }

  for (const [part, odd, answers] of [
    ['attendee', [7, attendee('bob@example.org')], ['bob@example.org none']],
    ['attendee', [attendee(7), attendee('bob@example.org')], ['bob@example.org none']],
    ['answer', [attendee('ann@example.org', 7)], ['ann@example.org none']],
    ['answer', [attendee('ann@example.org', 'perhaps')], ['ann@example.org none']],
    ['answer', [attendee('ann@example.org', 'none', { status: 'accepted' })], ['ann@example.org none']],
    [
      'answer',
      [attendee('ann@example.org', '', { status: { response: 'declined', time: 'yesterday' } })],
      ['ann@example.org declined'],
    ],
    [
      'proposal',
      [
        attendee('ann@example.org', 'declined', {
          proposedNewTime: {
            start: { dateTime: '2026-12-16T11:00:00', timeZone: 'Nowhere' },
            end: { dateTime: '2026-12-16T11:30:00', timeZone: 'Nowhere' },
          },
        }),
      ],
      ['ann@example.org declined'],
    ],
    [
      'proposal',
      [
        attendee('ann@example.org', 'declined', {
          proposedNewTime: { start: utc('2026-12-16T11:00:00'), end: utc('2026-12-16T10:00:00') },
        }),
      ],
      ['ann@example.org declined'],
    ],
  ] as const) {
    it(`is seen with the rest when it has an odd ${part}: ${JSON.stringify(odd).slice(0, 150)}`, async () => {
      assert.deepEqual(await answersOf(...odd), [answers, [`k1 1 ${part}`]]);
    });
  }

  for (const [what, empty, answers] of [
    ['attendees', null, []],
    ['an attendee', [null, attendee('bob@example.org')], ['bob@example.org none']],
    ['an e-mail address', [{ ...attendee(''), emailAddress: null }], []],
    ['an address', [attendee(null)], []],
    ['a status', [attendee('ann@example.org', '', { status: null })], ['ann@example.org none']],
    [
      'a time',
      [attendee('ann@example.org', '', { status: { response: 'accepted', time: null } })],
      ['ann@example.org accepted'],
    ],
    [
      'a proposal',
      [attendee('ann@example.org', 'declined', { proposedNewTime: null })],
      ['ann@example.org declined'],
    ],
    [
      'the times of a proposal',
      [attendee('ann@example.org', 'declined', { proposedNewTime: { start: null, end: null } })],
      ['ann@example.org declined'],
    ],
  ] as const) {
    it(`takes null for nothing: ${what}`, async () => {
      const { seen, troubles } = await look(event({ attendees: empty, onlineMeeting: null }));
      const found = [...(seen[0]?.answers ?? [])].map(([mail, { answer }]) => `${mail} ${answer}`);
      assert.deepEqual([found, troubles], [answers, []]);
    });
  }

  for (const [dateTime, timeZone, at] of [
    ['2026-12-16T11:00:00.0000000', 'UTC', '2026-12-16T11:00:00.000Z'],
    ['2026-12-16T11:00:00', null, '2026-12-16T11:00:00.000Z'],
    ['2026-12-16T11:00', 'Europe/Berlin', '2026-12-16T10:00:00.000Z'],
    ['2026-07-16T11:00:00', 'W. Europe Standard Time', '2026-07-16T09:00:00.000Z'],
    ['2026-12-16T11:00:00', 'India Standard Time', '2026-12-16T05:30:00.000Z'],
    ['2026-12-16T11:00:00+05:45', 'UTC', '2026-12-16T05:15:00.000Z'],
    ['2026-12-16T11:00:00-0330', 'UTC', '2026-12-16T14:30:00.000Z'],
    ['2026-12-16T11:00:00+01', 'Nowhere', '2026-12-16T10:00:00.000Z'],
    ['2026-12-16T11:00:00.5Z', 'Europe/Berlin', '2026-12-16T11:00:00.500Z'],
  ] as const) {
    it(`has ${dateTime} in ${timeZone} at ${at}, in its own time and in a proposal`, async () => {
      const time = { dateTime, timeZone };
      const proposedNewTime = { start: time, end: time };
      const attendees = [attendee('ann@example.org', 'declined', { proposedNewTime })];
      const { seen } = await look(event({ start: time, end: time, attendees }));
      const slots = [seen[0]?.event.slot, seen[0]?.answers.get('ann@example.org')?.proposed];
      assert.deepEqual(
        slots.map((slot) => slot && toIso(slot.start)),
        [at, at],
      );
    });
  }

  for (const [time, at] of [
    ['2026-12-11T10:00:00+01:00', '2026-12-11T09:00:00.000Z'],
    ['2026-12-11T10:00:00.1234567-08:00', '2026-12-11T18:00:00.123Z'],
    ['0001-01-01T00:00:00+00:00', null],
  ] as const) {
    it(`has an answer of ${time} at ${at ?? 'an unknown time'}`, async () => {
      const status = { response: 'declined', time };
      const { seen } = await look(event({ attendees: [attendee('ann@example.org', '', { status })] }));
      const { answer, at: found } = seen[0]?.answers.get('ann@example.org') ?? {};
      assert.deepEqual([answer, found == null ? null : toIso(found)], ['declined', at]);
    });
  }

  for (const written of [
    'ANN@Example.org',
    ' ann@example.org ',
    'Ann <ann@example.org>',
    '"Ann, the <second>" <Ann@example.org>',
    '<ann@example.org>',
    "'ann@example.org'",
    'SMTP:ann@example.org',
    'mailto:ann@example.org',
  ]) {
    it(`has one address that is written as ${written}`, async () => {
      assert.deepEqual(await answersOf(attendee(written, 'declined')), [['ann@example.org declined'], []]);
    });
  }

  it('takes a name for the address when that is none', async () => {
    const emailAddress = { name: 'ann@example.org', address: '/o=ExchangeLabs/ou=Group/cn=0f1e' };
    const found = await answersOf(attendee('', 'accepted', { emailAddress }));
    assert.deepEqual(found, [['ann@example.org accepted'], []]);
  });

  it('has no room, and not the organiser, among its people', async () => {
    const found = await answersOf(
      attendee('ann@example.org', 'accepted'),
      attendee('room@example.org', 'accepted', { type: 'resource' }),
      attendee('COFFEE@example.org', 'organizer'),
    );
    assert.deepEqual(found, [['ann@example.org accepted'], []]);
  });

  const later = { status: { response: 'declined', time: '2026-12-12T10:00:00Z' } };
  const earlier = { status: { response: 'declined', time: '2026-12-10T10:00:00Z' } };
  const undated = { status: { response: 'declined', time: null } };
  const legacy = '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=0f1e-ann';
  for (const [what, address, more, answer] of [
    ['a later one in the legacy form', legacy, later, 'declined'],
    ['an earlier one in the legacy form', legacy, earlier, 'accepted'],
    ['one without a time in the legacy form', legacy, undated, 'declined'],
    ['a later one in the wrapped form', `IMCEAEX-_O=LABS_CN=0f1e@example.org`, later, 'declined'],
    ['a later one from an alias', 'a.smith@example.org', { ...later, type: 'optional' }, 'declined'],
    ['a later one, written another way', 'Ann <ANN@example.org>', later, 'declined'],
    ['no answer', legacy, { status: { response: 'none' } }, 'accepted'],
  ] as const) {
    it(`counts one answer of an attendee who is there twice: ${what}`, async () => {
      const twice = [attendee('ann@example.org', 'accepted'), attendee(address, '', more)];
      for (const attendees of [twice, twice.toReversed()]) {
        assert.deepEqual(await answersOf(...attendees), [[`ann@example.org ${answer}`], []]);
      }
    });
  }

  it('keeps two people of one name apart, and people without a name', async () => {
    const two = [attendee('ann@example.org', 'accepted'), attendee('ann.lee@example.org', 'accepted')];
    const legacyAnn = attendee(legacy, 'declined', { type: 'optional' });
    assert.deepEqual(await answersOf(...two, legacyAnn), [
      ['ann@example.org accepted', 'ann.lee@example.org accepted', `${legacy.toLowerCase()} declined`],
      [],
    ]);
    const nameless = { name: null, address: 'zoe@example.org' };
    const zoe = attendee('', 'declined', { type: 'optional', emailAddress: nameless });
    const noName = { emailAddress: { name: '', address: 'ann@example.org' } };
    assert.deepEqual(await answersOf(attendee('', 'accepted', noName), zoe), [
      ['ann@example.org accepted', 'zoe@example.org declined'],
      [],
    ]);
  });

  it('is looked for by its key, and named when it cannot be read', async () => {
    const troubles: string[] = [];
    const body = { value: [event({ start: null })] };
    const found = await graphMeetings(graphOf({ body })).find(
      'coffee@example.org',
      ['k1'],
      ({ key, id, part }) => troubles.push(`${key} ${id ?? ''} ${part}`),
    );
    assert.deepEqual([found, troubles], [new Map(), ['k1 1 time']]);
  });
});
