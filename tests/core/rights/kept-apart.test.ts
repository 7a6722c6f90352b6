import assert from 'node:assert/strict';
import { decideRepair } from '../../../core/mending/decide-repair.ts';
import type { PersonNow } from '../../../core/mending/situation/situation.ts';
import { decidePlan } from '../../../core/pairing/decide-plan.ts';
import type { GatheredPerson } from '../../../core/pairing/gathered.ts';
import { round as roundOf } from '../../support/records.ts';
import { ann, ben, cem, dee, eve, left, outcome } from '../mending/cases/outcome.ts';
import { booked, person, scheme, situation } from '../mending/cases/situations.ts';

const never = (one: PersonNow, ...others: readonly PersonNow[]): PersonNow => ({
  ...one,
  neverWith: others.map(({ id }) => id),
});

describe('people of whom one will never meet the other', () => {
  describe('in the plan of a round', () => {
    const planOf = (...people: readonly GatheredPerson[]) =>
      decidePlan(
        { scheme, round: roundOf({ scheme: scheme.id, stage: 'pairing' }), people },
        1,
        Date.parse('2026-12-10T10:00:00Z'),
      );
    const inTheMorning = { zone: 'Europe/London', days: ['Tue'], start: '09:00', end: '12:00' } as const;
    const inTheAfternoon = { ...inTheMorning, start: '13:00', end: '17:00' } as const;
    const at = (hours: typeof inTheMorning | typeof inTheAfternoon, { id }: PersonNow) =>
      person(id, {
        freeBusy: { kind: 'read', view: '0'.repeat(672), hours: { ...hours, days: [...hours.days] } },
      });

    it('have no meeting with each other, whoever of them wishes it', () => {
      for (const people of [
        [never(ann, ben), ben, cem, dee],
        [ann, never(ben, ann), cem, dee],
      ]) {
        const { pairings, unplaced } = planOf(...people);
        assert.deepEqual(unplaced, []);
        assert.ok(pairings.every(({ members }) => !members.includes('ann') || !members.includes('ben')));
      }
    });

    it('are not in one trio', () => {
      const { pairings, unplaced } = planOf(never(ann, ben), ben, cem);
      assert.deepEqual([pairings.length, unplaced.length], [1, 1]);
    });

    it('get the same plan as people without a time in common', () => {
      const apart = planOf(at(inTheMorning, ann), at(inTheAfternoon, ben));
      assert.deepEqual(
        apart.unplaced.map(({ reason }) => reason),
        ['no-common-slot', 'no-common-slot'],
      );
      for (const people of [
        [never(ann, ben), ben],
        [ann, never(ben, ann)],
      ]) {
        assert.deepEqual(planOf(...people), apart);
      }
    });
  });

  describe('in a repair', () => {
    const nobody = { pairings: [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])] };

    it('do not meet when both are left alone', () => {
      for (const [one, other] of [
        [never(ann, cem), cem],
        [ann, never(cem, ann)],
      ] as const) {
        const repair = decideRepair(situation({ people: [one, left(ben), other, left(dee)], ...nobody }));
        assert.deepEqual(outcome(repair), { p00001: 'cancelled: ann ben', p00002: 'cancelled: cem dee' });
      }
    });

    it('do not meet when one joins late: the late one meets somebody else of three', () => {
      const pairings = [booked('p00001', [ann, ben, cem])];
      for (const people of [
        [ann, ben, cem, never(eve, ann, ben)],
        [never(ann, eve), never(ben, eve), cem, eve],
      ]) {
        const repair = decideRepair(situation({ people, pairings }));
        assert.deepEqual(Object.values(outcome(repair)), ['member-left: ann ben', 'rematched: cem eve']);
      }
    });

    it('do not become a third in a pair', () => {
      const pairings = [booked('p00001', [ann, ben])];
      for (const people of [
        [ann, ben, never(eve, ben)],
        [ann, never(ben, eve), eve],
      ]) {
        assert.deepEqual(outcome(decideRepair(situation({ people, pairings }))), {});
      }
      assert.notDeepEqual(outcome(decideRepair(situation({ people: [ann, ben, eve], pairings }))), {});
    });
  });
});
