import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decidePlan } from '../../../core/pairing/decide-plan.ts';
import type { GatheredPerson } from '../../../core/pairing/gathered.ts';
import type { Preferences } from '../../../core/records/profile.ts';
import { plan as planSchema } from '../../../core/records/plans/plan.ts';
import { defaultScheme, type Scheme } from '../../../core/records/scheme.ts';
import type { Slot } from '../../../core/time/slot.ts';
import type { FreeBusy } from '../../../core/time/free-busy.ts';
import { toIso } from '../../../core/time/instant.ts';
import { quarter } from '../../../core/time/interval.ts';
import type { Hours } from '../../../core/time/hours.ts';
import { round as roundOf } from '../../support/records.ts';

const scheme = defaultScheme(Date.parse('2026-11-01T00:00:00Z'));
const round = roundOf({ scheme: scheme.id, stage: 'pairing' });
const week = { start: round.weekStart, end: round.weekEnd };
const pairing = Date.parse('2026-12-10T10:00:00Z');

/** Working hours in London, on Tuesday only. */
const tuesday = (start: string, end: string): Hours => ({ zone: 'Europe/London', days: ['Tue'], start, end });
const free = (hours: Hours | null): FreeBusy => ({ kind: 'read', view: '0'.repeat(672), hours });

function person(name: string, known: Partial<GatheredPerson> = {}): GatheredPerson {
  return {
    id: name,
    directory: { id: name, name, mail: `${name}@contoso.example`, enabled: true, guest: false },
    freeBusy: free(tuesday('09:00', '12:00')),
    reachable: true,
    zone: 'Europe/London',
    meetings: [],
    preferences: null,
    awkward: 0,
    ...known,
  };
}

const asking = (minutes: Preferences['minutes'], hours: Preferences['hours'] = 'either') => ({
  preferences: { hours, minutes },
});

function planFor(people: readonly GatheredPerson[], { theirs = scheme, now = pairing, seed = 1 } = {}) {
  return planSchema.parse(decidePlan({ scheme: theirs, round, people }, seed, now));
}

const time = (at: number) => toIso(at).slice(11, 16);
const times = (slots: readonly Slot[]) => slots.map(({ start, end }) => `${time(start)}-${time(end)}`);

describe('decidePlan', () => {
  it('links departments of which nobody has met, unless the scheme says no', () => {
    const of = (name: string, department: string, known: Partial<GatheredPerson> = {}) => {
      const directory = { id: name, name, mail: `${name}@contoso.example`, enabled: true, guest: false };
      return person(name, { directory: { ...directory, department }, ...known });
    };
    // Cem, who cannot be told, and Ben have met: so have Parks and Legal.
    const ben = { meetings: [{ number: 0, round: null, with: ['cem'], met: true, spent: true }] };
    const people = (known: Partial<GatheredPerson>) => [
      of('ann', 'Parks'),
      of('ben', 'Legal', known),
      of('cem', 'Parks', { reachable: false }),
    ];
    const linkOf = (known: Partial<GatheredPerson>, theirs: Scheme = scheme) => {
      const { pairings, cost } = planFor(people(known), { theirs });
      return [pairings[0]?.newLink, cost.coverage];
    };
    assert.deepEqual(linkOf({}), [['Legal', 'Parks'], 0]);
    assert.deepEqual(linkOf(ben), [null, 1]);
    assert.deepEqual(linkOf({}, { ...scheme, coverage: false }), [null, 0]);
  });

  it('makes those three who are happy about it a trio, at the same cost', () => {
    const happy = { preferences: { hours: 'either', minutes: null, third: true } } as const;
    const rather = { preferences: { hours: 'either', minutes: null, third: false } } as const;
    const names = ['ann', 'ben', 'cem', 'dee', 'eve'];
    for (let seed = 1; seed <= 10; seed++) {
      const plan = planFor(
        names.map((name) => person(name, ['ben', 'dee', 'eve'].includes(name) ? happy : rather)),
        { seed },
      );
      const trio = plan.pairings.find(({ members }) => members.length === 3);
      assert.deepEqual([...(trio?.members ?? [])].sort(), ['ben', 'dee', 'eve'], `seed ${seed}`);
      assert.deepEqual(
        plan.cost,
        planFor(
          names.map((name) => person(name)),
          { seed },
        ).cost,
      );
    }
  });

  it('numbers pairings so that storage lists them in the order of the plan', () => {
    const people = Array.from({ length: 24 }, (_, i) => person(`p${i}`));
    const ids = planFor(people).pairings.map(({ id }) => id);
    assert.deepEqual([ids[0], ids[9], ids[11], ids.length], ['p00001', 'p00010', 'p00012', 12]);
    assert.deepEqual([...ids].sort(), ids);
  });

  it('gives a pairing the length that both wish for, and slots of that length', () => {
    const { pairings } = planFor([
      person('ann', asking(60)),
      person('ben', { ...asking(45), freeBusy: free(tuesday('10:00', '11:00')) }),
    ]);
    assert.deepEqual([pairings[0]?.minutes, times(pairings[0]?.slots ?? [])], [45, ['10:00-10:45']]);
  });

  it('gives a pairing the scheme’s length when one of them does not wish for more', () => {
    const { pairings } = planFor([person('ann', asking(60)), person('ben')]);
    assert.deepEqual([pairings[0]?.minutes, times(pairings[0]?.slots ?? [])[0]], [30, '09:30-10:00']);
  });

  it('keeps the scheme’s length when all ask for less', () => {
    const theirs: Scheme = { ...scheme, minutes: 45 };
    const { pairings } = planFor([person('ann', asking(30)), person('ben')], { theirs });
    assert.equal(pairings[0]?.minutes, 45);
  });

  it('leaves nobody out because of a wish', () => {
    // Ann and Ben wish for an hour, and share half an hour alone. Cem and Dora share nothing with them.
    const people = [
      person('ann', asking(60)),
      person('ben', { ...asking(60), freeBusy: free(tuesday('11:30', '13:00')) }),
      person('cem', { ...asking(60), freeBusy: free(tuesday('14:00', '15:00')) }),
      person('dora', { freeBusy: free(tuesday('14:30', '16:00')) }),
    ];
    const { pairings } = planFor(people);
    assert.deepEqual(
      pairings.map(({ members, minutes, slots }) => [members, minutes, times(slots)]),
      [
        [['ann', 'ben'], 30, ['11:30-12:00']],
        [['cem', 'dora'], 30, ['14:30-15:00']],
      ],
    );
  });

  it('pairs somebody whose calendar cannot be read inside their hours, for all to press the same time', () => {
    const freeBusy = { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' } as const;
    const { pairings, unplaced } = planFor([
      person('ann', { freeBusy, hours: tuesday('11:00', '14:00') }),
      person('ben', { freeBusy: free(tuesday('13:00', '18:00')) }),
    ]);
    assert.deepEqual(
      pairings.map(({ members, allPress }) => [members, allPress]),
      [[['ann', 'ben'], true]],
    );
    const times = pairings.flatMap(({ slots }) => slots.map(({ start }) => new Date(start).toISOString()));
    assert.ok(times.length > 0 && times.every((time) => /^2026-12-15T13:[0-3]/.test(time)), times.join(' '));
    assert.deepEqual(unplaced, []);
  });

  it('says why somebody is left out, with Graph’s code for an unreadable calendar', () => {
    const { pairings, unplaced, cost, bound } = planFor([
      person('ann'),
      person('ben'),
      person('cem', {
        freeBusy: { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' },
        hours: tuesday('05:00', '06:00'),
      }),
      person('dora', { reachable: false }),
      person('eve', { directory: null, freeBusy: { kind: 'unreadable', reason: 'not in the directory' } }),
      person('finn', { freeBusy: { kind: 'read', view: '3'.repeat(672), hours: null } }),
      person('gul', { freeBusy: free(tuesday('13:00', '14:00')) }),
    ]);
    assert.deepEqual(
      pairings.map(({ members }) => members),
      [['ann', 'ben']],
    );
    assert.deepEqual(
      unplaced.map(({ id, reason, detail }) => [id, reason, detail]),
      [
        ['dora', 'unreachable', undefined],
        ['eve', 'not-in-directory', undefined],
        ['cem', 'calendar-unreadable', 'ErrorMailRecipientNotFound'],
        ['finn', 'away-all-week', undefined],
        ['gul', 'no-common-slot', undefined],
      ],
    );
    assert.deepEqual([cost.unplaced, bound.unplaced], [5, 5]);
  });

  it('pairs people whose working hours cannot be read', () => {
    const odd: Hours = { ...tuesday('09:00', '12:00'), zone: 'Customized Time Zone' };
    const { pairings } = planFor([person('ann', { freeBusy: free(odd) }), person('ben')]);
    assert.equal(pairings.length, 1);
  });

  it('offers no slot that begins within the hour', () => {
    const { pairings } = planFor([person('ann'), person('ben')], { now: Date.parse('2026-12-15T10:05:00Z') });
    assert.deepEqual(times(pairings[0]?.slots ?? []), ['11:15-11:45']);
    const { unplaced } = planFor([person('ann'), person('ben')], { now: Date.parse('2026-12-15T11:00:00Z') });
    assert.deepEqual(
      unplaced.map(({ reason }) => reason),
      ['away-all-week', 'away-all-week'],
    );
  });

  it('respects preferences, and gives the awkward hour to the member who had fewer so far', () => {
    const day = { freeBusy: free(tuesday('09:00', '17:00')) };
    const first = (ann: Partial<GatheredPerson>, ben: Partial<GatheredPerson>) =>
      times(
        planFor([person('ann', { ...day, ...ann }), person('ben', { ...day, ...ben })]).pairings[0]?.slots ??
          [],
      )[0];
    assert.equal(first({}, {}), '09:30-10:00');
    assert.equal(first(asking(null, 'afternoon'), {}), '13:00-13:30');
    const denver = { freeBusy: free({ ...tuesday('09:00', '17:00'), zone: 'America/Denver' }) };
    assert.equal(first({ awkward: 0 }, { ...denver, awkward: 300 }), '16:30-17:00');
    assert.equal(first({ awkward: 300 }, { ...denver, awkward: 0 }), '16:00-16:30');
  });

  it('spreads pairings over the week', () => {
    const people = Array.from({ length: 20 }, (_, i) => person(`p${i}`, { freeBusy: free(null) }));
    const firsts = planFor(people).pairings.map(({ slots }) => slots[0]?.start);
    assert.equal(new Set(firsts).size, 10);
  });

  it('accounts for everybody exactly once, with slots as long as all members wish', () => {
    const someone = fc.record({
      minutes: fc.constantFrom(null, 30 as const, 45 as const, 60 as const),
      from: fc.integer({ min: 9, max: 15 }),
      quarters: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 9 }), fc.nat(), (them, seed) => {
        const people = them.map(({ minutes, from, quarters }, i) => {
          const start = (Date.parse('2026-12-15T00:00Z') + from * 3_600_000 - week.start) / quarter;
          const view = Array.from({ length: 672 }, (_, q) =>
            q >= start && q < start + quarters ? '0' : '2',
          );
          return person(`p${i}`, {
            ...asking(minutes),
            freeBusy: { kind: 'read', view: view.join(''), hours: tuesday('08:00', '18:00') },
          });
        });
        const { pairings, unplaced } = planFor(people, { seed });
        const placed = [...pairings.flatMap(({ members }) => members), ...unplaced.map(({ id }) => id)];
        assert.deepEqual(placed.sort(), people.map(({ id }) => id).sort());
        for (const { members, minutes, slots } of pairings) {
          const theirs = members.flatMap((id) => them[Number(id.slice(1))] ?? []);
          const wish = Math.min(...theirs.map((one) => one.minutes ?? 30));
          const begin = Math.max(...theirs.map(({ from }) => from * 60));
          const end = Math.min(...theirs.map(({ from, quarters }) => from * 60 + quarters * 15));
          assert.equal(minutes, end - begin >= wish ? wish : 30);
          for (const { start, end } of slots) {
            assert.equal(end - start, minutes * 60_000);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
