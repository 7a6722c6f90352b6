import assert from 'node:assert/strict';
import type { SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import { ianaZone } from '../../../core/time/zones.ts';
import { mondaysAfter, weekdayBefore } from '../../../tab/desk/scheme/fields/mondays.ts';
import { zoneNamed, zonesLike } from '../../../tab/desk/scheme/fields/zones.ts';
import { changedSettings, faultsOf, firstSettings, follow } from '../../../tab/desk/scheme/form.ts';

const base = firstSettings('Coffee', 'Europe/Berlin');

describe('tab: the form of a scheme', () => {
  it('has nothing wrong with it to begin with', () => {
    assert.deepEqual(faultsOf(base, null), {});
  });

  it('finds what was changed, whatever the order of fields and the spaces around a text', () => {
    const { start, end, days } = base.workingHours;
    const same = { ...base, name: ' Coffee ', ownRule: '', workingHours: { end, start, days } };
    assert.deepEqual(changedSettings(base, same), []);
    assert.deepEqual(changedSettings(base, { ...same, minutes: 60, cadence: { kind: 'monthly', week: 3 } }), [
      'cadence',
      'minutes',
    ]);
  });

  it('keeps what is typed when something else is stored, and names what both changed', () => {
    const typed: SchemeSettings = { ...base, minutes: 45, booking: 'suggestions', preview: 'none' };
    const stored: SchemeSettings = { ...base, minutes: 60, booking: 'suggestions', asking: 'each-time' };
    assert.deepEqual(follow({ base, typed }, stored), {
      typed: { ...stored, minutes: 45, preview: 'none' },
      elsewhere: { alone: ['asking'], both: ['minutes'] },
    });
  });

  it('lets rounds be paired once the meeting week before is over, but no earlier', () => {
    const faults = (every: number, daysBefore: number) =>
      faultsOf(
        {
          ...base,
          cadence: { kind: 'weeks', every, from: '2026-12-14' },
          pairing: { daysBefore, at: '10:00' },
        },
        null,
      );
    assert.deepEqual(faults(2, 7), {});
    assert.deepEqual(faults(2, 8), { pairingDay: 'pairingTooEarly' });
    assert.deepEqual(faults(4, 21), {});
  });

  it('offers the Mondays to come, also on a Monday', () => {
    assert.deepEqual(mondaysAfter('2026-12-10T10:00:00Z', 2), ['2026-12-14', '2026-12-21']);
    assert.deepEqual(mondaysAfter('2026-12-14T10:00:00Z', 1), ['2026-12-21']);
    assert.equal(weekdayBefore(4, 'en-GB'), 'Thursday');
    assert.equal(weekdayBefore(8, 'de'), 'Sonntag');
  });

  it('knows zones however they are typed, and no offsets', () => {
    assert.equal(zoneNamed('europe/isle of man'), 'Europe/Isle_of_Man');
    assert.equal(zoneNamed('America/Sao_Paulo'), 'America/Sao_Paulo');
    for (const name of ['UTC', 'Etc/UTC', 'Etc/Zulu']) assert.equal(zoneNamed(name), 'Etc/UTC', name);
    for (const name of ['', 'Berlin', '+01:00', 'Europe/Atlantis']) assert.equal(zoneNamed(name), null, name);
    assert.deepEqual(zonesLike('berlin', 'en-GB'), ['Europe/Berlin']);
    assert.ok(zonesLike('central european', 'en-GB').includes('Europe/Berlin'));
    for (const name of zonesLike('', 'en-GB')) assert.equal(ianaZone(name), name);
    assert.deepEqual(zonesLike('atlantis', 'en-GB'), []);
  });
});
