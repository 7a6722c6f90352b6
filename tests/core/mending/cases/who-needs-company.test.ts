import assert from 'node:assert/strict';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { PairingRecord } from '../../../../core/records/pairing.ts';
import { pairingCore, placement } from '../../../support/records.ts';
import { ann, ben, cem, changedIn, dee, left, outcome, places } from './outcome.ts';
import { booked, situation, view, week } from './situations.ts';

describe('those who need company', () => {
  for (const { reason, matched } of [
    { reason: 'alone', matched: true },
    { reason: 'no-common-slot', matched: true },
    { reason: 'better-used-elsewhere', matched: true },
    { reason: 'partner-left', matched: true },
    { reason: 'not-booked', matched: true },
    { reason: 'away-all-week', matched: false },
    { reason: 'calendar-unreadable', matched: true },
    { reason: 'withdrew', matched: false },
  ] as const) {
    it(`${matched ? 'are' : 'are not'} people without a pairing because of ${reason}, in the week too`, () => {
      const more = { now: Date.parse('2026-12-14T09:00:00Z') };
      const unplaced = { ann: reason, ben: reason };
      const repair = decideRepair(situation({ people: [ann, ben], unplaced, more }));
      assert.deepEqual(outcome(repair), matched ? { 'r003-01': 'rematched: ann ben' } : {});
    });
  }

  it('are members of pairings that were cancelled or never booked', () => {
    const fallen: PairingRecord[] = [
      { ...pairingCore('p00001', ['ann', 'ben']), state: 'cancelled', because: null, isOver: false },
      { ...pairingCore('p00002', ['cem', 'dee']), state: 'failed', reason: 'every-slot-passed' },
    ];
    const given = situation({ people: [ann, left(ben), cem, left(dee)], pairings: fallen });
    assert.deepEqual(outcome(decideRepair(given)), { 'r003-01': 'rematched: ann cem' });
  });

  it('are not members of a pairing that Outlook refused', () => {
    const core = pairingCore('p00001', ['ann', 'ben']);
    const refused: PairingRecord = { ...core, state: 'failed', reason: 'refused-by-outlook' };
    assert.equal(decideRepair(situation({ people: [ann, ben], pairings: [refused] })), null);
  });

  it('are people whose new pairing was never stored', () => {
    const lost = { ...situation({ people: [ann, ben] }) };
    const placements = new Map(
      ['ann', 'ben'].map((id) => [id, placement(id, { pairing: 'r002-01', repair: 2 })]),
    );
    assert.deepEqual(outcome(decideRepair({ ...lost, placements })), { 'r003-01': 'rematched: ann ben' });
  });

  it('are told that their meeting is off when they could not come into another, and nobody is found', () => {
    const core = pairingCore('p00001', ['ann', 'ben'], { revision: 1 });
    const off: PairingRecord = { ...core, state: 'cancelled', because: 'ben', isOver: false };
    const given = (people = [ann, left(ben)]) => situation({ people, pairings: [off] });
    const repair = decideRepair(given());
    const [told] = changedIn(repair);
    assert.deepEqual(
      [told?.news, told?.state, told?.revision, told?.because, told?.tell],
      ['cancelled', 'cancelled', 2, 'ben', ['ann']],
    );
    assert.deepEqual(places(repair), { ann: 'p00001 partner-left' });
    const knows = new Map([['ann', placement('ann', { pairing: 'p00001', reason: 'partner-left' })]]);
    assert.equal(decideRepair({ ...given(), placements: knows }), null, 'she knows');
    assert.deepEqual(outcome(decideRepair(given([ann, left(ben), cem]))), {
      'r003-01': 'rematched: ann cem',
    });
    const elsewhere = situation({
      people: [ann, left(ben), cem],
      pairings: [off, booked('p00002', [cem, ann])],
    });
    assert.equal(decideRepair(elsewhere), null, 'she meets somebody else');
  });

  it('are told that they joined too late when they could not come into a pairing before the week', () => {
    const busy = { kind: 'read', view: view(['14 00:00', '20 23:45']), hours: null } as const;
    const given = situation({
      people: [{ ...ann, freeBusy: busy }, cem, dee],
      pairings: [booked('p00001', [cem, dee])],
    });
    const placements = new Map(given.placements).set(
      'ann',
      placement('ann', { pairing: 'p00001', repair: 2 }),
    );
    const at = (now: number) => {
      const round = { ...given.round, answersCheckedAt: week.start - 1 };
      return places(decideRepair({ ...given, placements, round, now }));
    };
    assert.deepEqual(at(week.start - 1), {});
    assert.deepEqual(at(week.start), { ann: 'null joined-late' });
  });

  it('are late joiners, and people who came back, until the week begins', () => {
    const given = { people: [ann, ben], unplaced: { ben: 'withdrew' as const } };
    assert.deepEqual(outcome(decideRepair(situation(given))), { 'r003-01': 'rematched: ann ben' });
    const more = { now: week.start };
    assert.equal(decideRepair(situation({ ...given, more })), null);
    assert.deepEqual(outcome(decideRepair(situation({ people: [ann, ben] }))), {
      'r003-01': 'rematched: ann ben',
    });
    assert.equal(decideRepair(situation({ people: [ann, ben], more })), null);
  });

  it('are not people who are away, unreachable, have no readable record, or have no time', () => {
    for (const one of [
      left(ann),
      { ...ann, status: 'paused', pausedUntil: '2026-12-15' } as const,
      { ...ann, reachable: false },
      { ...ann, directory: null },
      { ...ann, freeBusy: { kind: 'record-unreadable' } as const },
      { ...ann, freeBusy: { kind: 'read', view: view(['14 00:00', '20 23:45', '3']), hours: null } as const },
    ]) {
      const pairings = [booked('p00001', [cem, dee])];
      assert.equal(decideRepair(situation({ people: [one, cem, dee], pairings })), null);
    }
  });
});
