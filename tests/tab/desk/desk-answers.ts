// What the API answers coordinators in these tests of the round of `answers.ts`: today, its meetings, and its people.
import type { PairingRow, PersonRow, Today } from '../../../core/api/desk.ts';
import * as answers from '../answers.ts';
import type { TabServer } from '../tab-server.ts';

export const roundPath = '/schemes/unmentoring/rounds/2026-12-14';
export const roundView = '#/rounds/unmentoring/2026-12-14';

const [first, second] = answers.round.pairings;
if (first === undefined || second === undefined) throw new Error('expected two pairings');
const mailOf = (name: string): string => `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.com`;
const memberOf = (member: (typeof first.members)[number]) => ({
  ...member,
  mail: mailOf(member.name),
  coming: false,
});

export const booked: PairingRow = {
  ...first,
  revision: 3,
  members: first.members.map(memberOf),
  acts: ['remind', 'move', 'call-off'],
};

export const failed: PairingRow = {
  ...second,
  revision: 1,
  members: second.members.map(memberOf),
  acts: [],
};

export const pairings: readonly PairingRow[] = [booked, failed];

const [ada, miguel, priya, tom, zoe, kwame] = answers.round.receipt.map(({ id, name }) => ({ id, name }));
if (!ada || !miguel || !priya || !tom || !zoe || !kwame) throw new Error('expected six people');

/** Somebody in the round, of whom nothing is known yet. */
function person(who: { readonly id: string; readonly name: string }, more: Partial<PersonRow>): PersonRow {
  return {
    ...who,
    ...{ department: 'Digital', mail: mailOf(who.name), step: 'in', with: [], pairing: null, slot: null },
    ...{ answer: null, outcome: null, reason: null, detail: null, told: 'sent' },
    ...more,
  };
}

const inBooked = { pairing: 'p1', slot: booked.slot } as const;
const inFailed = { outcome: 'not-met', reason: 'not-booked' } as const;

export const people: readonly PersonRow[] = [
  person(ada, { ...inBooked, step: 'accepted', with: [miguel], answer: 'accepted' }),
  person(miguel, { ...inBooked, step: 'invited', with: [ada], answer: 'none', department: 'Highways' }),
  person(priya, { ...inFailed, told: 'pending' }),
  person(tom, { ...inFailed, told: 'unreachable' }),
  person(zoe, { reason: 'away-all-week' }),
  person(kwame, { reason: 'no-common-slot', told: 'failed', mail: null }),
];

export const today: Today = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  zone: 'Europe/London',
  at: '2026-12-15T09:00:00Z',
  hands: [],
  round: {
    round: '2026-12-14',
    number: 9,
    stage: 'meeting',
    line: { enrolled: 8, in: 6, paired: 2, invited: 2, accepted: 1, met: 0 },
  },
  enrolled: 8,
  next: {
    round: '2027-01-11',
    calledAt: '2027-01-04T09:00:00Z',
    draftAt: null,
    pairingAt: '2027-01-07T10:00:00Z',
    weekStart: '2027-01-11T00:00:00Z',
  },
  draft: null,
};

const none = { count: 1, round: '2026-12-14', people: [], pairings: [], detail: null };
const withMail = ({ id, name, mail }: PersonRow) => ({ id, name, mail });

/** Each kind of thing that needs a hand. */
export const hands: Today['hands'] = [
  { ...none, kind: 'not-released' },
  {
    ...none,
    kind: 'not-reached',
    count: 2,
    people: people
      .filter(({ told }) => told !== 'sent')
      .slice(1)
      .map(withMail),
  },
  { ...none, kind: 'refused-by-outlook', pairings: [{ pairing: 'p2', members: [priya, tom] }] },
  {
    ...none,
    kind: 'calendar-unreadable',
    people: [{ ...zoe, mail: mailOf(zoe.name) }],
    detail: 'ErrorAccessDenied',
  },
  { ...none, kind: 'nobody-to-meet', count: 2, people: people.slice(4).map(withMail) },
  { ...none, kind: 'mailbox-gone', round: null, detail: 'coffee@example.com' },
  { ...none, kind: 'poison', round: null, count: 3, detail: 'send' },
  { ...none, kind: 'overdue', detail: 'look-after' },
];

/** Whole organisations: how each of many people of a round fares, in turn. */
export function manyPeople(n: number): PersonRow[] {
  const steps = ['in', 'paired', 'invited', 'accepted', 'met'] as const;
  return Array.from({ length: n }, (_, i) =>
    person(
      { id: `t.${i}`, name: `Person ${String((i * 7919) % n).padStart(5, '0')}` },
      {
        step: steps[i % steps.length] ?? 'in',
        ...(i % 5 > 0 && {
          with: answers.round.receipt.slice(0, 1).map(({ id, name }) => ({ id, name })),
          pairing: 'p1',
          slot: booked.slot,
          answer: 'none',
        }),
        ...(i % 5 === 0 && { reason: 'no-common-slot' }),
      },
    ),
  );
}

/** The fake server answers a list in pages, from the first one each time. */
export function answerInPages(server: TabServer, path: string, rows: readonly unknown[], size = 500): void {
  let at = 0;
  server.api.set(path, () => {
    const page = rows.slice(at, at + size);
    at = at + size < rows.length ? at + size : 0;
    const link = `</api${path}?cursor=${at}>; rel="next"`;
    return Response.json(page, { headers: at === 0 ? {} : { link } });
  });
}
