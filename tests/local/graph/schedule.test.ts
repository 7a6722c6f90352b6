import assert from 'node:assert/strict';
import fc from 'fast-check';
import { availabilityView } from '../../../local/graph/calendar/schedule.ts';
import {
  ada,
  answer,
  coffee,
  employee,
  grace,
  katherine,
  organiser,
  refused,
  utc,
  world,
  type World,
} from './world.ts';

const at = (time: string) => utc(`2026-12-14T${time}:00`);
const path = `/users/${organiser.mail}/calendar/getSchedule`;

function event(uid: string, start: string, end: string, status: string, summary = uid): string {
  const times = [start, end].map((time) => `20261214T${time.replace(':', '')}00Z`);
  return [
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${times[0] ?? ''}`,
    `DTEND:${times[1] ?? ''}\r\nSUMMARY:${summary}\r\nX-MICROSOFT-CDO-BUSYSTATUS:${status}\r\nEND:VEVENT`,
  ].join('\r\n');
}

interface Schedule {
  readonly scheduleId: string;
  readonly availabilityView: string;
  readonly scheduleItems: readonly Record<string, unknown>[];
  readonly workingHours: unknown;
  readonly error?: { readonly responseCode: string };
}

async function schedules(
  graph: World,
  body: Record<string, unknown> = {},
  token?: string,
): Promise<Schedule[]> {
  const answer = await graph.as(token).post(path, {
    schedules: [ada.mail],
    startTime: at('09:00'),
    endTime: at('12:00'),
    availabilityViewInterval: 30,
    ...body,
  });
  return answer.value as unknown as Schedule[];
}

describe('emulated Graph: getSchedule', () => {
  let graph: World;
  before(async () => {
    graph = await world({
      calendars: {
        [ada.mail]: [
          event('elsewhere', '09:00', '12:00', 'WORKINGELSEWHERE'),
          event('maybe', '09:30', '11:00', 'TENTATIVE'),
          event('dentist', '10:10', '10:20', 'BUSY', 'Root canal'),
          event('away', '10:30', '11:30', 'OOF'),
          event('nothing', '11:30', '12:00', 'FREE'),
        ].join('\r\n'),
      },
    });
  });
  after(() => graph.close());

  it('shows the highest-ranking status of each interval: out of office, busy, tentative, elsewhere', async () => {
    const [schedule] = await schedules(graph);
    assert.equal(schedule?.availabilityView, '412334');
  });

  it('shows subjects and places as well, as the real Graph does', async () => {
    const [schedule] = await schedules(graph);
    assert.deepEqual(
      schedule?.scheduleItems.find((item) => item.subject === 'Root canal'),
      {
        isPrivate: false,
        status: 'busy',
        subject: 'Root canal',
        location: '',
        start: utc('2026-12-14T10:10:00.0000000'),
        end: utc('2026-12-14T10:20:00.0000000'),
      },
    );
  });

  it('gives working hours with the zone name as written, and night shifts', async () => {
    const [gracesSchedule, katherines] = await schedules(graph, { schedules: [grace.mail, katherine.mail] });
    assert.deepEqual(gracesSchedule?.workingHours, {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '09:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'Eastern Standard Time' },
    });
    assert.deepEqual(katherines?.workingHours, {
      daysOfWeek: ['monday', 'saturday'],
      startTime: '22:00:00.0000000',
      endTime: '06:00:00.0000000',
      timeZone: { name: 'Asia/Kolkata' },
    });
  });

  it('describes a zone without a name by its rules', async () => {
    const customZone = { bias: -345 };
    const kathmandu = employee(9, 'Pasang', { customZone });
    const other = await world({ employees: [kathmandu] });
    try {
      const [schedule] = await schedules(other, { schedules: [kathmandu.mail] });
      assert.deepEqual((schedule?.workingHours as { timeZone: unknown }).timeZone, {
        '@odata.type': '#microsoft.graph.customTimeZone',
        name: 'Customized Time Zone',
        ...customZone,
      });
    } finally {
      await other.close();
    }
  });

  it('answers an unknown mailbox by an error inside the 200, beside the others', async () => {
    const answers = await schedules(graph, { schedules: ['nobody@contoso.example', grace.mail] });
    assert.equal(answers[0]?.error?.responseCode, 'ErrorMailRecipientNotFound');
    assert.equal(answers[0].availabilityView, '');
    assert.equal(answers[1]?.availabilityView, '000000');
  });

  it('answers for a calendar that cannot be read by an error that says why', async () => {
    const broken = event('broken', '09:00', '10:00', 'BUSY').replace('DTSTART:', 'DTSTART:+');
    const other = await world({ calendars: { [ada.mail]: broken } });
    try {
      const [schedule] = await schedules(other);
      assert.equal(schedule?.error?.responseCode, 'ErrorCorruptData');
      assert.equal(schedule.scheduleItems, undefined);
    } finally {
      await other.close();
    }
  });

  it('accepts Windows zones in the question, and answers in the zone that Prefer names', async () => {
    const body = {
      schedules: [ada.mail],
      startTime: { dateTime: '2026-12-14T05:00:00', timeZone: 'Eastern Standard Time' },
      endTime: { dateTime: '2026-12-14T05:30:00', timeZone: 'Eastern Standard Time' },
    };
    const answer = await graph.as().post(path, body, { Prefer: 'outlook.timezone="Tokyo Standard Time"' });
    const [schedule] = answer.value as unknown as Schedule[];
    assert.equal(schedule?.availabilityView, '2');
    assert.deepEqual(schedule.scheduleItems[2]?.start, {
      dateTime: '2026-12-14T19:10:00.0000000',
      timeZone: 'Tokyo Standard Time',
    });
  });

  for (const [what, body, code] of [
    [
      '21 mailboxes',
      { schedules: Array.from({ length: 21 }, (_, n) => `p${n}@x.example`) },
      'ErrorPropertyValidationFailure',
    ],
    ['no mailbox', { schedules: [] }, 'ErrorPropertyValidationFailure'],
    ['four minutes', { availabilityViewInterval: 4 }, 'ErrorPropertyValidationFailure'],
    ['a day and a minute', { availabilityViewInterval: 1441 }, 'ErrorPropertyValidationFailure'],
    ['an interval as text', { availabilityViewInterval: '30' }, 'ErrorPropertyValidationFailure'],
    ['63 days', { endTime: utc('2027-02-15T09:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['an end before the start', { endTime: at('08:00') }, 'ErrorInvalidTimeInterval'],
    [
      'a zone nobody knows',
      { startTime: { ...at('09:00'), timeZone: 'Mars/Phobos' } },
      'TimeZoneNotSupportedException',
    ],
    ['30 February', { startTime: utc('2026-02-30T09:00:00') }, 'ErrorPropertyValidationFailure'],
    ['an offset', { startTime: utc('2026-12-14T09:00:00+01:00') }, 'ErrorPropertyValidationFailure'],
    ['an unknown property', { attendees: [] }, 'RequestBodyRead'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      assert.deepEqual(await refused(schedules(graph, body)), [400, code]);
    });
  }

  it('accepts 62 days', async () => {
    const [schedule] = await schedules(graph, {
      endTime: utc('2027-02-14T09:00:00'),
      availabilityViewInterval: 1440,
    });
    assert.equal(schedule?.availabilityView.length, 62);
  });

  it('shows a booked meeting as tentative before an answer, busy once accepted, and not at all once declined', async () => {
    const fresh = await world();
    try {
      const view = async (): Promise<string | undefined> =>
        (
          await schedules(fresh, {
            startTime: utc('2026-12-15T09:30:00'),
            endTime: utc('2026-12-15T11:00:00'),
          })
        )[0]?.availabilityView;
      await fresh.as().post(`/users/${organiser.mail}/events`, coffee());
      assert.equal(await view(), '010');
      await answer(fresh, ada, 'accept');
      assert.equal(await view(), '020');
      await answer(fresh, ada, 'decline');
      assert.equal(await view(), '000');
    } finally {
      await fresh.close();
    }
  });
});

describe('availabilityView', () => {
  const statuses = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;
  const worst = { oof: 4, busy: 3, tentative: 2, workingElsewhere: 1, free: 0 };
  const digit = { oof: '3', busy: '2', tentative: '1', workingElsewhere: '4', free: '0' };

  it('has, for every interval, the digit of the highest-ranking item that overlaps it', () => {
    const item = fc
      .record({
        start: fc.integer({ min: -20, max: 120 }),
        length: fc.integer({ min: 1, max: 60 }),
        status: fc.constantFrom(...statuses),
      })
      .map(({ start, length, status }) => ({ start, end: start + length, status }));
    fc.assert(
      fc.property(
        fc.array(item),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 100 }),
        (items, interval, end) => {
          const expected = Array.from({ length: Math.ceil(end / interval) }, (_, n) => {
            const until = Math.min(end, (n + 1) * interval);
            const found = items.filter((one) => one.start < until && one.end > n * interval);
            const most = found.toSorted((a, b) => worst[b.status] - worst[a.status])[0];
            return most === undefined ? '0' : digit[most.status];
          });
          assert.equal(availabilityView(items, 0, end, interval), expected.join(''));
        },
      ),
    );
  });
});
