import assert from 'node:assert/strict';
import { ianaZone, isZone } from '../../../core/time/zones.ts';

describe('ianaZone', () => {
  const accepted: [name: string, zone: string][] = [
    ['Europe/London', 'Europe/London'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['UTC', 'Etc/UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['tzone://Microsoft/Utc', 'Etc/UTC'],
    ['Kamchatka Standard Time', 'Asia/Kamchatka'],
    [' Europe/Paris ', 'Europe/Paris'],
  ];
  for (const [name, zone] of accepted) {
    it(`reads "${name}" as ${zone}`, () => {
      // CLDR has older names of some zones, so the zones are compared, not their names.
      const same = (iana: string | null) =>
        new Intl.DateTimeFormat('en', { timeZone: iana ?? '' }).resolvedOptions().timeZone;
      assert.equal(same(ianaZone(name)), same(zone));
    });
  }

  for (const name of ['', 'Mars/Phobos', '+01:00', 'Customized Time Zone', 'Standard Time', 'constructor']) {
    it(`refuses "${name}"`, () => {
      assert.equal(ianaZone(name), null);
      assert.equal(isZone(name), false);
    });
  }
});
