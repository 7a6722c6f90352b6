import assert from 'node:assert/strict';
import type { Slot } from '../../../core/time/slot.ts';
import { rankSlots } from '../../../core/slots/rank-slots.ts';
import { addToLoad, weekLoad } from '../../../core/slots/week-load.ts';
import { toIso } from '../../../core/time/instant.ts';
import { type Known, rules, week, weekOf } from './weeks.ts';

/** `Tue 10:00-10:30`, in UTC. */
function shown(slots: readonly Slot[]): string[] {
  return slots.map(
    ({ start, end }) =>
      `${new Date(start).toUTCString().slice(0, 3)} ${toIso(start).slice(11, 16)}-${toIso(end).slice(11, 16)}`,
  );
}

const ranked = (members: readonly Known[], minutes = 30, load = weekLoad(week)) =>
  shown(rankSlots(rules, members.map(weekOf), minutes, load));

describe('rankSlots', () => {
  it('begins with comfortable times in the middle of the week, outside lunch, each on another half-day', () => {
    assert.deepEqual(ranked([{}, {}]), [
      'Tue 09:30-10:00',
      'Tue 13:00-13:30',
      'Wed 09:30-10:00',
      'Wed 13:00-13:30',
      'Thu 09:30-10:00',
    ]);
  });

  it('respects preferences: mornings for one member, an hour for another', () => {
    assert.deepEqual(ranked([{ preferred: 'morning' }, {}, {}], 60), [
      'Tue 09:30-10:30',
      'Wed 09:30-10:30',
      'Thu 09:30-10:30',
      'Fri 09:30-10:30',
      'Mon 09:30-10:30',
    ]);
  });

  it('leaves a free quarter on both sides where possible, and otherwise uses the last gap', () => {
    const busy = ['2026-12-15T09:00/10:00', '2026-12-15T11:00/12:00'];
    assert.equal(ranked([{ days: ['Tue'], end: '12:00', busy }, {}])[0], 'Tue 10:15-10:45');
    assert.deepEqual(ranked([{ days: ['Tue'], end: '12:00', busy }, {}], 60), ['Tue 10:00-11:00']);
  });

  it('gives the only possible slot', () => {
    const early = { days: ['Tue'], end: '10:00' } as const;
    assert.deepEqual(ranked([early, { ...early, start: '09:30', end: '12:00' }]), ['Tue 09:30-10:00']);
  });

  it('gives none when the members have no start in common', () => {
    assert.deepEqual(ranked([{ end: '10:30' }, { start: '10:00' }], 60), []);
  });

  it('adds further slots of the same half-days, best first, without overlaps', () => {
    const tuesday = { days: ['Tue'], start: '10:00', end: '14:00' } as const;
    assert.deepEqual(ranked([tuesday, {}], 60), [
      'Tue 10:00-11:00',
      'Tue 13:00-14:00',
      'Tue 11:00-12:00',
      'Tue 12:00-13:00',
    ]);
  });

  it('gives no slot that overlaps one on the other side of noon', () => {
    const atNoon = { days: ['Tue'], start: '11:30', end: '12:45', preferred: 'morning' } as const;
    assert.deepEqual(ranked([atNoon, { busy: ['2026-12-15T11:00/11:30'] }]), [
      'Tue 11:30-12:00',
      'Tue 12:00-12:30',
    ]);
    assert.deepEqual(ranked([{ ...atNoon, start: '11:45', preferred: 'either' }, {}]), [
      'Tue 11:45-12:15',
      'Tue 12:15-12:45',
    ]);
  });

  it('counts half-days on the clock of the scheme’s zone, wherever the members are', () => {
    // In Auckland Tuesday 09:00 to 17:00 is 20:00 to 04:00 in London: Monday’s second half and Tuesday’s first.
    const auckland = { zone: 'Pacific/Auckland', days: ['Tue'] } as const;
    assert.deepEqual(ranked([auckland, auckland]).slice(0, 2), ['Mon 20:30-21:00', 'Tue 00:00-00:30']);
  });

  it('gives the awkward hour to the member who has had less of it', () => {
    // Half past four in London is half past nine in Denver: the later it is, the better for Denver alone.
    const london = { days: ['Wed'], start: '16:00' } as const;
    const denver = { zone: 'America/Denver' };
    assert.equal(ranked([london, { ...denver, awkward: 120 }])[0], 'Wed 16:30-17:00');
    assert.equal(ranked([{ ...london, awkward: 120 }, denver])[0], 'Wed 16:00-16:30');
  });

  it('spreads a scheme mostly over the middle of the week, and over the quarters of a half-day', () => {
    const load = weekLoad(week);
    const members = [weekOf(), weekOf()];
    const firsts = Array.from({ length: 200 }, () => {
      const [first] = rankSlots(rules, members, 30, load);
      assert.ok(first);
      addToLoad(load, first);
      return shown([first])[0] ?? '';
    });
    const onDay = (day: string) => firsts.filter((slot) => slot.startsWith(day)).length;
    assert.deepEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map(onDay), [11, 60, 59, 59, 11]);
    assert.equal(new Set(firsts.filter((slot) => slot.startsWith('Tue'))).size, 22);
  });
});
