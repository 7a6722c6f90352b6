import assert from 'node:assert/strict';
import fc from 'fast-check';
import { match } from '../../../core/matching/index.ts';
import type { Gathered, GatheredPerson } from '../../../core/pairing/gathered.ts';
import { keyOf } from '../../../core/pairing/match-around.ts';
import { readyPeople } from '../../../core/pairing/match-people.ts';
import { editDraft } from '../../../core/previewing/edit-draft.ts';
import { firstDraft, solveDraft } from '../../../core/previewing/solve-draft.ts';
import type { Draft, DraftChange } from '../../../core/records/plans/draft.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { weekLoad } from '../../../core/slots/week-load.ts';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { Judge } from '../matching/judge.ts';
import { round as roundOf } from '../../support/records.ts';

const scheme = defaultScheme(Date.parse('2026-11-01T00:00:00Z'));
const round = { ...roundOf({ stage: 'calling' }), number: 5, seed: 1 };
const now = Date.parse('2026-12-09T16:00:00Z');
const week = meetingWeek(round.round, scheme.zone);

interface Drawn {
  readonly department: number;
  readonly hour: number;
  readonly hours: number;
  readonly met: number;
  readonly roundsAgo: number;
  readonly never: number;
}

/** Somebody who works a few hours of Tuesday. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  department: fc.integer({ min: 0, max: 3 }),
  hour: fc.integer({ min: 9, max: 14 }),
  hours: fc.integer({ min: 1, max: 5 }),
  met: fc.nat(20),
  roundsAgo: fc.integer({ min: 1, max: 4 }),
  never: fc.nat(60),
});

function gatheredOf(them: readonly Drawn[]): Gathered {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const name = (i: number) => `p${String(i).padStart(2, '0')}`;
  const people = them.map(({ department, hour, hours, met, roundsAgo, never }, i): GatheredPerson => {
    const worked = { days: ['Tue' as const], start: clock(hour), end: clock(hour + hours) };
    const id = name(i);
    return {
      id,
      directory: {
        ...{ id, name: id, mail: `${id}@contoso.example`, enabled: true, guest: false },
        ...(department > 0 && { department: `d${department}` }),
      },
      freeBusy: { kind: 'read', view: '0'.repeat(672), hours: { zone: 'Europe/London', ...worked } },
      reachable: true,
      zone: 'Europe/London',
      meetings:
        met === i || met >= them.length
          ? []
          : [{ number: 5 - roundsAgo, round: null, with: [name(met)], met: true, spent: true }],
      preferences: null,
      awkward: 0,
      ...(never < them.length && never !== i && { neverWith: [name(never)] }),
    };
  });
  return { scheme, round, people };
}

const kinds = [
  'swap',
  'lock',
  'unlock',
  'forbid',
  'allow',
  'leave-out',
  'put-in',
  'best-again',
  're-roll',
] as const;
type Step = readonly [(typeof kinds)[number], number, number];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.constantFrom(...kinds, 'swap' as const, 'lock' as const), fc.nat(1000), fc.nat(1000)),
  { maxLength: 8 },
);

/** A change that two numbers draw from a draft. */
function changeOf(draft: Draft, ids: readonly string[], [kind, a, b]: Step): DraftChange | null {
  const at = <T>(list: readonly T[], i: number) => list[i % list.length];
  const [one, other] = [at(ids, a), at(ids, b)];
  const pairing = at(draft.pairings, a);
  if (one === undefined || other === undefined) return null;
  switch (kind) {
    case 'swap':
      return { kind, one, other };
    case 'lock':
    case 'unlock':
      return pairing === undefined ? null : { kind, members: [...pairing.members].reverse() };
    case 'forbid':
    case 'allow': {
      const [first = one, second = other] = b % 2 === 0 ? (pairing?.members ?? []) : [];
      return { kind, pair: [first, second] };
    }
    case 'leave-out':
      return { kind, person: one };
    case 'put-in':
      return { kind, person: at(draft.leftOut, a) ?? one };
    case 'best-again':
    case 're-roll':
      return { kind };
  }
}

/** The matching engine's input of everybody. */
const inputOf = ({ people }: Gathered, seed: number) =>
  readyPeople(
    {
      ...{ scheme, week, now, notBefore: now, everybody: people, seed },
      load: weekLoad(week),
    },
    people.flatMap((person) =>
      person.directory === null || person.freeBusy.kind === 'record-unreadable'
        ? []
        : [{ ...person, directory: person.directory, freeBusy: person.freeBusy }],
    ),
  ).input;

/** Everybody is in one pairing, or in none; nobody meets whom they may not; and the price is what a fresh solve says. */
function isTrue(gathered: Gathered, draft: Draft): void {
  const input = inputOf(gathered, draft.seed);
  const leftOut = draft.unplaced.filter(({ reason }) => reason === 'left-out').map(({ id }) => id);
  assert.deepEqual(leftOut.sort(), [...draft.leftOut].sort());
  const present = input.people.filter(({ id }) => !leftOut.includes(id));
  const excluded = [...input.excluded, ...draft.forbidden];
  const unplaced = draft.unplaced.flatMap(({ id }) =>
    leftOut.includes(id) ? [] : [{ id, reason: 'excluded' as const }],
  );
  const { cost } = new Judge({ ...input, people: present, excluded }).result({ ...draft, unplaced });
  assert.deepEqual(draft.cost, { ...cost, unplaced: cost.unplaced + leftOut.length });
  assert.deepEqual(draft.best, match(input).cost);
}

const made = { draft: 1, madeAt: now, readAt: now, by: null, change: null };

/** The drafts that some changes make, one after the other. Refused changes make none. */
function* changed(gathered: Gathered, chosen: readonly Step[]) {
  let draft = firstDraft(gathered, made);
  yield { before: draft, change: null, draft };
  for (const step of chosen) {
    const change = changeOf(
      draft,
      gathered.people.map(({ id }) => id),
      step,
    );
    if (change === null || change.kind === 'back') continue;
    const editing = editDraft(draft, change, now);
    if (editing.kind !== 'edited' || editing.edited.putIn.length > 0) continue;
    const next = solveDraft(gathered, editing.edited, { ...made, draft: draft.draft + 1, change });
    if (next === null) continue;
    yield { before: draft, change, draft: next };
    draft = next;
  }
}

const people = fc.array(drawn, { minLength: 1, maxLength: 12 });
const membersOf = ({ pairings }: Draft) => new Set(pairings.map(({ members }) => keyOf(members)));

describe('any changes of a draft', () => {
  it('keep everybody in one place, apart from whom they may not meet, at a true price', () => {
    fc.assert(
      fc.property(people, steps, (them, chosen) => {
        const gathered = gatheredOf(them);
        for (const { draft } of changed(gathered, chosen)) isTrue(gathered, draft);
      }),
      { numRuns: 60 },
    );
  });

  it('keep what is locked', () => {
    fc.assert(
      fc.property(people, steps, (them, chosen) => {
        for (const { before, change, draft } of changed(gatheredOf(them), chosen)) {
          const now = membersOf(draft);
          for (const group of before.locked) assert.ok(now.has(keyOf(group)), JSON.stringify(change));
          for (const group of draft.locked) assert.ok(now.has(keyOf(group)), 'what is locked is there');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('swap two people and move nobody else', () => {
    fc.assert(
      fc.property(people, steps, (them, chosen) => {
        for (const { before, change, draft } of changed(gatheredOf(them), chosen)) {
          if (change?.kind !== 'swap') continue;
          const { one, other } = change;
          const swapped = before.pairings.map(({ members }) =>
            keyOf(members.map((id) => (id === one ? other : id === other ? one : id))),
          );
          for (const group of swapped) assert.ok(membersOf(draft).has(group), group);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('cost nothing once they are taken back and it is solved afresh', () => {
    fc.assert(
      fc.property(people, steps, (them, chosen) => {
        const gathered = gatheredOf(them);
        for (const { draft } of changed(gathered, chosen)) {
          const free = { ...draft, locked: [], forbidden: [], leftOut: [] };
          const editing = editDraft(free, { kind: 'best-again' }, now);
          assert.ok(editing.kind === 'edited');
          const again = solveDraft(gathered, editing.edited, made);
          assert.deepEqual(again?.cost, again?.best);
        }
      }),
      { numRuns: 30 },
    );
  });
});
