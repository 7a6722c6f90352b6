// A round of the whole product over calendars that nobody made for it: recurrence and its
// exceptions, several zones and whole days (tests/samples/README.md).
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { clientOf, eventsOf, type RoundDetail } from './client.ts';
import { freePort } from '../../local/host/free-port.ts';
import { useFolder } from '../support/folder.ts';
import { realCalendars } from '../support/real-calendars.ts';
import { endAll, start } from './command.ts';

const zones = new Map(
  realCalendars.map(([mail, zone]) => [mail, zone.replace('Pacific Standard Time', 'America/Los_Angeles')]),
);

describe('a round over calendars from elsewhere', function () {
  this.timeout(180_000);
  const { at, write } = useFolder();
  beforeEach(() => {
    const rows = realCalendars.map(([mail, zone]) => `${mail},${mail.split('@')[0] ?? ''},${zone}`);
    write('people.csv', `mail,name,timeZone\n${rows.join('\n')}\n`);
    for (const [mail, , file] of realCalendars) write(`calendars/${mail}.ics`, readFileSync(file));
  });
  after(endAll);

  it('books everybody inside working hours, and shows the meetings as iCalendar', async () => {
    const product = await start([
      ...['--people', at('people.csv'), '--calendars', at('calendars')],
      ...['--now', '2026-12-10T09:46:00Z', '--port', `${await freePort()}`],
    ]);
    const client = clientOf(product.url, 'ann@example.org');
    for (const [mail] of realCalendars) await client.enrol(mail);
    await client.moveClock('2026-12-10T10:00:00Z');

    const { counts }: RoundDetail = await client.round('2026-12-14');
    assert.deepEqual(
      [counts.participants, counts.booked, counts.trios, counts.unplaced, counts.told],
      [9, 4, 1, 0, 9],
    );
    for (const [mail] of realCalendars) {
      const [event, ...others] = await eventsOf(client, mail);
      assert.ok(event, `${mail} has no meeting`);
      assert.deepEqual(others, []);
      const start = Date.parse(`${event.start.dateTime}Z`);
      const local = new Intl.DateTimeFormat('en-GB', {
        timeZone: zones.get(mail),
        hour: '2-digit',
        hourCycle: 'h23',
      });
      const hour = Number(local.format(start));
      assert.ok(hour >= 9 && hour < 17, `${mail} meets at ${hour} o’clock`);

      const ics = await (await fetch(`${product.url}/local/calendar?user=${mail}`)).text();
      const stamp = `${event.start.dateTime.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
      assert.ok(ics.includes(stamp), `the meeting at ${stamp} is not in the calendar of ${mail}`);
      assert.match(ics, /SUMMARY:UnMentoring/);
    }
    // Ann's series takes 05:00 to 06:00 in Los Angeles every day: the emulated Graph knows it as busy.
    const { value } = (await client.post('/graph/v1.0/users/ann@example.org/calendar/getSchedule', {
      schedules: ['ann@example.org'],
      startTime: { dateTime: '2026-12-15T12:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-12-15T15:00:00', timeZone: 'UTC' },
      availabilityViewInterval: 60,
    })) as { value: { availabilityView: string }[] };
    assert.match(value[0]?.availabilityView ?? '', /^0[12]/);
    assert.equal((await product.interrupt()).status, 0);
  });
});
