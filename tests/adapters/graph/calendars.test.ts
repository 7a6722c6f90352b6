import assert from 'node:assert/strict';
import { graphCalendars, type ReadingAtMailbox } from '../../../adapters/graph/calendars.ts';
import type { BatchRequest, Calls, Graph } from '../../../adapters/graph/client.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { employee, idOf, organiser } from '../../support/emulated-graph.ts';
import { ann } from '../../support/people.ts';
import { useGraph } from './with-graph.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const quarters = 7 * 96;
const ben = employee('Ben', {
  timeZone: 'Eastern Standard Time',
  workStart: '22:00',
  workEnd: '06:00',
  workDays: ['Sun'],
});
const staffOf = (size: number) => Array.from({ length: size }, (_, n) => employee(`P${n}`));
const asked = (people: readonly Employee[]) =>
  people.map((person) => ({ id: idOf(person), mail: person.mail }));
/** Every mailbox is free at any time. */
const freely: ReadingAtMailbox = async (mailboxes, _requests, read) => {
  const result = await read(mailboxes[0] ?? '');
  if (result === 'mailbox-gone') throw new Error('the mailbox refuses');
  return result;
};
const getSchedule = '/users/{id}/calendar/getSchedule';

describe('graphCalendars', () => {
  const start = useGraph();

  it('reads busy times in quarters of an hour, and each person’s own hours', async () => {
    const busy = { [ann.mail]: [['20261215T101000Z', '20261215T104000Z']] as const };
    const { graph } = await start({ employees: [ann, ben], busy });
    const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(asked([ann, ben]), week);
    const taken = 96 + 40;
    assert.deepEqual(found.get(idOf(ann)), {
      kind: 'read',
      view: `${'0'.repeat(taken)}222${'0'.repeat(quarters - taken - 3)}`,
      hours: {
        zone: 'Europe/London',
        days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
        start: '09:00',
        end: '17:00',
      },
    });
    assert.deepEqual(found.get(idOf(ben)), {
      kind: 'read',
      view: '0'.repeat(quarters),
      hours: { zone: 'Eastern Standard Time', days: ['Sun'], start: '22:00', end: '06:00' },
    });
  });

  it('reads hours in a zone without a name, and ignores hours in an unknown zone', async () => {
    const customZone = {
      bias: 300,
      standardOffset: { time: '02:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 11 },
      daylightOffset: {
        time: '02:00:00.0000000',
        dayOccurrence: 2,
        dayOfWeek: 'sunday',
        month: 3,
        daylightBias: -60,
      },
    };
    const staff = [
      employee('Custom', { customZone }),
      employee('Odd', { timeZone: 'tzone://Microsoft/Custom' }),
    ];
    const { graph } = await start({ employees: staff });
    const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(asked(staff), week);
    assert.deepEqual(
      [...found.values()].map((one) => one.kind === 'read' && (one.hours?.zone ?? null)),
      [customZone, null],
    );
  });

  it('reads 1,000 people with 50 requests in 3 round trips, in the names of all organisers', async () => {
    const staff = staffOf(1000);
    const { graph, served, inner, trips } = await start({ employees: staff, organisers: 2 });
    const names: string[] = [];
    const watched: Graph = {
      ...graph,
      at: (mailbox) => ({
        ...graph.at(mailbox),
        batch: (requests) => {
          names.push(...new Set(requests.map(({ url }) => url)));
          return graph.at(mailbox).batch(requests);
        },
      }),
    };
    const found = await graphCalendars(watched, served.organisers, freely).freeBusy(asked(staff), week);
    assert.equal([...found.values()].filter(({ kind }) => kind === 'read').length, 1000);
    assert.deepEqual([inner(getSchedule), trips()], [50, 3]);
    assert.deepEqual(
      names
        .map((url) => served.organisers.findIndex((mail) => url.includes(encodeURIComponent(mail))))
        .sort(),
      [0, 0, 1],
      'a batch is made in the name of one',
    );
  });

  it('reads each batch while holding the mailbox in whose name it is made', async () => {
    const staff = staffOf(900);
    const { graph, served } = await start({ employees: staff, organisers: 2 });
    const [one = '', two = ''] = served.organisers;
    const offered: string[][] = [];
    const named: string[] = [];
    const watched: Graph = {
      ...graph,
      at: (mailbox) => ({
        ...graph.at(mailbox),
        batch: (requests) => {
          named.push(mailbox, ...requests.map(({ url }) => decodeURIComponent(url.split('/')[2] ?? '')));
          return graph.at(mailbox).batch(requests);
        },
      }),
    };
    const running = { now: 0, most: 0 };
    // The first organiser is always busy.
    const holding: ReadingAtMailbox = async (mailboxes, requests, read) => {
      offered.push([...mailboxes]);
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      try {
        return await freely([two], requests, read);
      } finally {
        running.now -= 1;
      }
    };
    const found = await graphCalendars(watched, served.organisers, holding).freeBusy(asked(staff), week);
    assert.equal([...found.values()].filter(({ kind }) => kind === 'read').length, 900);
    assert.deepEqual(
      offered.sort((a, b) => served.organisers.indexOf(a[0] ?? '') - served.organisers.indexOf(b[0] ?? '')),
      [
        [one, two],
        [one, two],
        [two, one],
      ],
      'each of the two has its batches; the other stands in',
    );
    assert.equal(running.most, 2);
    assert.deepEqual(new Set(named), new Set([two]), 'in its name, and within its wait limit');
  });

  it('says whose mailbox cannot be found, and reads the others of the batch', async () => {
    const staff = staffOf(44);
    const unknown = employee('Gone');
    const { graph } = await start({ employees: staff });
    const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(
      asked([...staff, unknown]),
      week,
    );
    assert.equal(found.size, 45);
    assert.ok(staff.every((person) => found.get(idOf(person))?.kind === 'read'));
    assert.deepEqual(found.get(idOf(unknown)), { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' });
  });

  it('fails when Graph keeps throttling or failing, rather than count people as free', async () => {
    for (const [shares, refusal] of [
      [{ throttle: 1 }, /refused reading free and busy times: 429/],
      [{ fail: 1 }, /refused reading free and busy times: 50[0-3]/],
    ] as const) {
      const { graph, served } = await start({ employees: [ann] });
      served.graph.faults.set(shares);
      await assert.rejects(
        graphCalendars(graph, [organiser.mail], freely).freeBusy(asked([ann]), week),
        refusal,
      );
    }
  });

  it('fails when nothing may be read at all, rather than count everybody as unreadable', async () => {
    const { graph } = await start({ employees: [ann] });
    await assert.rejects(
      graphCalendars(graph, ['nobody@contoso.example'], freely).freeBusy(asked([ann]), week),
      /the mailbox refuses/,
    );
  });

  /** A Graph that answers each `getSchedule` of a batch with what `answer` gives for its addresses. */
  function graphThat(answer: (mails: readonly string[]) => { status: number; body: unknown }) {
    const questions: number[][] = [];
    const unused = () => Promise.reject(new Error('not expected'));
    const calls: Calls = {
      get: unused,
      post: unused,
      patch: unused,
      pages: () => {
        throw new Error('not expected');
      },
      batch: async (requests: readonly BatchRequest[]) => {
        const groups = requests.map(({ body }) => (body as { schedules: string[] }).schedules);
        questions.push(groups.map(({ length }) => length));
        return requests.map((_, i) => ({ id: `${i}`, ...answer(groups[i] ?? []) }));
      },
    };
    const graph: Graph = { ...calls, at: () => calls };
    return { graph, questions };
  }

  const free = { availabilityView: '0'.repeat(quarters) };
  const answerOf = (mails: readonly string[], of: (mail: string) => object = () => free) => ({
    status: 200,
    body: { value: mails.map((scheduleId) => ({ scheduleId, ...of(scheduleId) })) },
  });

  it('splits a refused request until the bad address is alone', async () => {
    const staff = staffOf(40);
    const bad = staff[27]?.mail ?? '';
    const { graph, questions } = graphThat((mails) =>
      mails.includes(bad)
        ? { status: 400, body: { error: { code: 'ErrorInvalidSmtpAddress' } } }
        : answerOf(mails),
    );
    const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(asked(staff), week);
    assert.deepEqual(
      [...found].filter(([, { kind }]) => kind !== 'read'),
      [[idOf(staff[27] ?? ann), { kind: 'unreadable', reason: 'ErrorInvalidSmtpAddress' }]],
    );
    assert.equal(found.size, 40);
    // The second call asks whether anything may be read at all.
    assert.deepEqual(questions, [[20, 20], [1], [10, 10], [5, 5], [3, 2], [2, 1]]);
  });

  for (const [what, schedule, reason] of [
    ['an error', { error: { responseCode: 'ErrorNoFreeBusyAccess' } }, 'ErrorNoFreeBusyAccess'],
    ['an error without a code', { error: {} }, 'unknown'],
    [
      'a view that is too short',
      { availabilityView: '000' },
      'the answer does not reach to the end of the week',
    ],
    ['no view', { availabilityView: null }, 'the answer does not reach to the end of the week'],
    ['nothing that makes sense', { availabilityView: 7 }, 'left out of the answer'],
    ['another name', { ...free, scheduleId: 'other@contoso.example' }, 'left out of the answer'],
  ] as const) {
    it(`counts ${what} as one unreadable mailbox, and reads the other`, async () => {
      const staff = [ann, ben];
      const { graph } = graphThat((mails) =>
        answerOf(mails, (mail) => (mail === ann.mail ? schedule : free)),
      );
      const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(asked(staff), week);
      assert.deepEqual(found.get(idOf(ann)), { kind: 'unreadable', reason });
      assert.equal(found.get(idOf(ben))?.kind, 'read');
    });
  }

  const allYear = { bias: -330 };
  const half = { time: '02:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 3, daylightBias: -60 };
  const none = { time: '00:00:00.0000000', dayOccurrence: 0, dayOfWeek: 'sunday', month: 0, daylightBias: 0 };
  for (const [what, timeZone, zone] of [
    ['no switches', { bias: -330 }, allYear],
    ['null for its switches', { bias: -330, standardOffset: null, daylightOffset: null }, allYear],
    ['null for one switch', { bias: -330, standardOffset: null, daylightOffset: half }, allYear],
    [
      'null within a switch',
      { bias: -330, standardOffset: half, daylightOffset: { ...half, daylightBias: null } },
      allYear,
    ],
    [
      'switches in no month',
      { bias: -330, standardOffset: none, daylightOffset: none },
      {
        ...allYear,
        standardOffset: { time: none.time, dayOccurrence: 0, dayOfWeek: 'sunday', month: 0 },
        daylightOffset: none,
      },
    ],
    ['a name beside a bias', { name: 'India Standard Time', bias: -60 }, 'India Standard Time'],
    ['a name beside null', { name: 'India Standard Time', bias: null }, 'India Standard Time'],
    ['neither name nor bias', { name: null, bias: null }, null],
  ] as const) {
    it(`reads hours in a zone that has ${what}`, async () => {
      const workingHours = {
        daysOfWeek: ['Monday', null, 7],
        startTime: '08:00:00',
        endTime: '17:00:00',
        timeZone,
      };
      const { graph } = graphThat((mails) => answerOf(mails, () => ({ ...free, workingHours })));
      const found = await graphCalendars(graph, [organiser.mail], freely).freeBusy(asked([ann]), week);
      const hours = { zone, days: ['Mon'], start: '08:00', end: '17:00' };
      const [answer] = found.values();
      assert.deepEqual(answer?.kind === 'read' && answer.hours, zone === null ? null : hours);
    });
  }
});
