// node bench/preview/main.ts [--people 400] [--json]: how long a change of a draft takes to decide, without what is read and written
import { parseArgs } from 'node:util';
import { seededChance } from '../../core/matching/index.ts';
import type { Gathered, GatheredPerson } from '../../core/pairing/gathered.ts';
import { editDraft } from '../../core/previewing/edit-draft.ts';
import { firstDraft, solveDraft } from '../../core/previewing/solve-draft.ts';
import type { DraftChange } from '../../core/records/plans/draft.ts';
import type { PastMeeting } from '../../core/records/participant.ts';
import type { Round } from '../../core/records/round.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { roundTimes } from '../../core/schemes/round-times.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '400' }, json: { type: 'boolean' } },
});
const rounds = 24;
const now = Date.parse('2026-12-09T16:00:00Z');
const scheme = defaultScheme(Date.parse('2024-12-01T00:00:00Z'));
const chance = seededChance(1, 99);

/** People of ten departments, busy for 60 % of their working hours, who met somebody in each of 24 rounds. */
function gatheredOf(count: number): Gathered {
  const name = (i: number) => `p${String(i).padStart(5, '0')}`;
  const meetings: PastMeeting[][] = Array.from({ length: count }, () => []);
  for (let number = 1; number <= rounds; number++) {
    const order = Uint32Array.from({ length: count }, (_, i) => i);
    chance.shuffle(order);
    for (let i = 0; i + 1 < count; i += 2) {
      const [one = 0, other = 0] = [order[i], order[i + 1]];
      const met = { number, round: null, met: true, spent: true };
      meetings[one]?.push({ ...met, with: [name(other)] });
      meetings[other]?.push({ ...met, with: [name(one)] });
    }
  }
  const people = meetings.map((theirs, i): GatheredPerson => {
    const id = name(i);
    const directory = { id, name: id, mail: `${id}@contoso.example`, enabled: true, guest: false };
    const hours = { zone: 'Europe/London', days: scheme.workingHours.days, start: '09:00', end: '17:00' };
    const view = Array.from({ length: 672 }, () => (chance.below(10) < 6 ? '2' : '0')).join('');
    return {
      id,
      directory: { ...directory, department: `d${chance.below(10)}`, office: `o${chance.below(4)}` },
      freeBusy: { kind: 'read', view, hours },
      reachable: true,
      zone: 'Europe/London',
      meetings: theirs,
      preferences: null,
      awkward: 0,
    };
  });
  const { weekStart, weekEnd } = roundTimes(scheme, '2026-12-14');
  const nothing = {
    answersCheckedAt: null,
    lookedAheadAt: null,
    nextMeetingAt: null,
    lastMeetingEndsAt: null,
  };
  const round: Round = {
    ...{ scheme: scheme.id, round: '2026-12-14', number: rounds + 1, stage: 'calling', seed: 1 },
    ...{ weekStart, weekEnd, directoryReadAt: now, nextMessageAt: null, closeAt: null, repairs: 0 },
    ...nothing,
  };
  return { scheme, round, people };
}

/** The milliseconds of the fastest and of the slowest of ten turns. */
function timed(work: () => unknown): { readonly fastest: number; readonly slowest: number } {
  const turns = Array.from({ length: 10 }, () => {
    const begun = performance.now();
    work();
    return Math.round(performance.now() - begun);
  });
  return { fastest: Math.min(...turns), slowest: Math.max(...turns) };
}

for (const count of [Number(values.people), Number(values.people) - 1]) {
  const gathered = gatheredOf(count);
  const made = { draft: 1, madeAt: now, readAt: now, by: null, change: null };
  const draft = firstDraft(gathered, made);
  const locked = draft.pairings.filter((_, i) => i % 10 === 0).map(({ members }) => members);
  const solved = (change: Exclude<DraftChange, { kind: 'back' }>) => () => {
    const editing = editDraft({ ...draft, locked }, change, now);
    if (editing.kind !== 'edited') throw new Error(`it is ${editing.kind}`);
    return solveDraft(gathered, editing.edited, made);
  };
  const [one = '', other = ''] = [1, 2].map((i) => draft.pairings[i]?.members[0]);
  const result = {
    people: count,
    node: process.version,
    'first draft': timed(() => firstDraft(gathered, made)),
    swap: timed(solved({ kind: 'swap', one, other })),
    'leave out': timed(solved({ kind: 'leave-out', person: one })),
    'best again, a tenth locked': timed(solved({ kind: 'best-again' })),
    're-roll, a tenth locked': timed(solved({ kind: 're-roll' })),
  };
  console.log(values.json ? JSON.stringify(result) : result);
}
