import assert from 'node:assert/strict';
import { busyIntervals, occurrences } from '../../../local/calendars/occurrences.ts';
import { parseCalendar } from '../../../local/calendars/parse.ts';

const from = Date.parse('2026-12-07T00:00:00Z');
const to = Date.parse('2026-12-14T00:00:00Z');

/** A file with these events, each given as its lines. The UID is 1 unless a line sets another. */
function file(...events: string[][]): string {
  const text = events.map((lines) => {
    const uid = lines.some((line) => line.startsWith('UID:')) ? [] : ['UID:1'];
    return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...text.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** The lines of a zone that is one hour ahead of UTC from its onset on. */
function fixed(onset: string, before = '+0100'): string[] {
  return ['BEGIN:STANDARD', `DTSTART:${onset}`, `TZOFFSETFROM:${before}`, 'TZOFFSETTO:+0100', 'END:STANDARD'];
}

const read = (text: string, zone = 'Europe/London') => parseCalendar(text, 'ann@example.org.ics', { zone });
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const shown = (text: string, zone?: string) =>
  occurrences(read(text, zone), from, to).map(({ start, end }) => `${iso(start)}/${iso(end)}`);

describe('occurrences', () => {
  const single: [what: string, lines: string[], zone: string, expected: string][] = [
    [
      'a time in UTC',
      ['DTSTART:20261208T090000Z', 'DTEND:20261208T093000Z'],
      'Asia/Kolkata',
      '2026-12-08T09:00/2026-12-08T09:30',
    ],
    [
      'a floating time on the clock of the owner',
      ['DTSTART:20261208T090000', 'DURATION:PT45M'],
      'Asia/Kolkata',
      '2026-12-08T03:30/2026-12-08T04:15',
    ],
    [
      'an IANA zone',
      ['DTSTART;TZID=America/New_York:20261208T090000', 'DURATION:PT1H'],
      'Europe/London',
      '2026-12-08T14:00/2026-12-08T15:00',
    ],
    [
      'a Windows zone',
      ['DTSTART;TZID=W. Europe Standard Time:20261208T090000', 'DURATION:PT1H'],
      'Europe/London',
      '2026-12-08T08:00/2026-12-08T09:00',
    ],
    [
      'an end in another zone',
      ['DTSTART;TZID=Europe/Paris:20261208T090000', 'DTEND;TZID=Europe/London:20261208T090000'],
      'UTC',
      '2026-12-08T08:00/2026-12-08T09:00',
    ],
    ['a whole day', ['DTSTART;VALUE=DATE:20261208'], 'America/New_York', '2026-12-08T05:00/2026-12-09T05:00'],
    [
      'a whole day without VALUE=DATE',
      ['DTSTART:20261208'],
      'Europe/London',
      '2026-12-08T00:00/2026-12-09T00:00',
    ],
    [
      'a whole day with a midnight behind it',
      ['DTSTART;VALUE=DATE:20261208T000000', 'DTEND;VALUE=DATE:20261210T000000'],
      'Europe/Berlin',
      '2026-12-07T23:00/2026-12-09T23:00',
    ],
    [
      'a whole day with the Z that Google writes',
      ['DTSTART;VALUE=DATE:20261208Z'],
      'Europe/Berlin',
      '2026-12-07T23:00/2026-12-08T23:00',
    ],
    [
      'several days',
      ['DTSTART;VALUE=DATE:20261210', 'DTEND;VALUE=DATE:20261213'],
      'Europe/Berlin',
      '2026-12-09T23:00/2026-12-12T23:00',
    ],
    [
      'several days that began before the week',
      ['DTSTART;VALUE=DATE:20261120', 'DURATION:P4W'],
      'Europe/London',
      '2026-11-20T00:00/2026-12-18T00:00',
    ],
    ['no length', ['DTSTART:20261208T090000Z'], 'Europe/London', '2026-12-08T09:00/2026-12-08T09:00'],
  ];
  for (const [what, lines, zone, expected] of single) {
    it(`read ${what}`, () => {
      assert.deepEqual(shown(file(lines), zone), [expected]);
    });
  }

  it('are given when they touch the window', () => {
    const at = (start: string, end: string) => file([`DTSTART:${start}`, `DTEND:${end}`]);
    assert.equal(shown(at('20261206T230000Z', '20261207T000000Z')).length, 0);
    assert.equal(shown(at('20261206T230000Z', '20261207T000001Z')).length, 1);
    assert.equal(shown(at('20261213T235959Z', '20261214T010000Z')).length, 1);
    assert.equal(shown(at('20261214T000000Z', '20261214T010000Z')).length, 0);
  });

  it('follow the VTIMEZONE of the file rather than a known zone of that name', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'RRULE:FREQ=YEARLY',
      'TZOFFSETFROM:+0400',
      'TZOFFSETTO:+0400',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const text = file(['DTSTART;TZID=Europe/London:20261208T090000', 'DURATION:PT1H']);
    assert.deepEqual(shown(text.replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`)), [
      '2026-12-08T05:00/2026-12-08T06:00',
    ]);
  });

  it("change the clock when the file's VTIMEZONE does", () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Office',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010325T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');
    const text = file(['DTSTART;TZID=Office:20261019T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY']);
    const calendar = read(text.replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`));
    const starts = occurrences(calendar, Date.parse('2026-10-19T00:00Z'), Date.parse('2026-11-02T00:00Z'));
    assert.deepEqual(
      starts.map(({ start }) => iso(start)),
      ['2026-10-19T07:00', '2026-10-26T08:00'],
    );
  });

  describe('of a series', () => {
    const series = ['DTSTART;TZID=Europe/London:19990104T100000', 'DTEND;TZID=Europe/London:19990104T103000'];
    const days = (...lines: string[]) => shown(file([...series, ...lines])).map((each) => each.slice(5, 16));

    const rules: [rule: string, starts: string[]][] = [
      ['FREQ=WEEKLY', ['12-07T10:00']],
      ['FREQ=WEEKLY;INTERVAL=2', []],
      ['FREQ=WEEKLY;BYDAY=MO,WE', ['12-07T10:00', '12-09T10:00']],
      ['FREQ=WEEKLY;UNTIL=20261206T235959Z', []],
      ['FREQ=WEEKLY;UNTIL=20261207', ['12-07T10:00']],
      ['FREQ=WEEKLY;COUNT=1458', ['12-07T10:00']],
      ['FREQ=WEEKLY;COUNT=1457', []],
      ['FREQ=MONTHLY;BYDAY=2TU', ['12-08T10:00']],
      ['FREQ=MONTHLY;BYDAY=-1FR', []],
      ['FREQ=MONTHLY;BYMONTHDAY=11', ['12-11T10:00']],
      ['FREQ=YEARLY;BYMONTH=12;BYDAY=2WE', ['12-09T10:00']],
      ['FREQ=YEARLY', []],
      ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', []],
      ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
    ];
    for (const [rule, starts] of rules) {
      it(`that began in 1999 with ${rule}`, () => {
        assert.deepEqual(days(`RRULE:${rule}`), starts);
      });
    }

    it('are found however old and frequent the series is', () => {
      const text = file(['DTSTART:19700101T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;INTERVAL=30']);
      assert.equal(shown(text).length, 336);
    });

    it('keep the hour of the clock over a daylight switch', () => {
      const text = file(['DTSTART;TZID=Europe/London:20261019T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY']);
      const starts = occurrences(
        read(text),
        Date.parse('2026-10-19T00:00Z'),
        Date.parse('2026-11-02T00:00Z'),
      );
      assert.deepEqual(
        starts.map(({ start }) => iso(start)),
        ['2026-10-19T09:00', '2026-10-26T10:00'],
      );
    });

    it('leave out EXDATE, given as a time, as the same instant in another zone or as a whole day', () => {
      const daily = 'RRULE:FREQ=DAILY;UNTIL=20261211';
      const left = days(
        daily,
        'EXDATE;TZID=Europe/London:20261207T100000',
        'EXDATE;TZID=Europe/Paris:20261208T110000',
        'EXDATE;VALUE=DATE:20261209',
        'EXDATE:20261210T110000Z',
      );
      assert.deepEqual(left, ['12-10T10:00', '12-11T10:00']);
    });

    it('include each RDATE once, and periods with their own length', () => {
      const text = file([
        ...series,
        'RRULE:FREQ=WEEKLY',
        'RDATE;TZID=Europe/London:20261207T100000,20261208T100000',
        'RDATE;VALUE=PERIOD:20261209T100000Z/PT2H,20261210T100000Z/20261210T101500Z',
      ]);
      assert.deepEqual(
        shown(text).map((each) => each.replaceAll('2026-12-', '')),
        ['07T10:00/07T10:30', '08T10:00/08T10:30', '09T10:00/09T12:00', '10T10:00/10T10:15'],
      );
    });

    const daily = [...series, 'RRULE:FREQ=DAILY;UNTIL=20261211'];
    const exception = (at: string, ...lines: string[]) => [
      `RECURRENCE-ID;TZID=Europe/London:${at}`,
      ...lines,
    ];

    it('follow exceptions: moved within the week, out of it, into it, and cancelled', () => {
      const text = file(
        daily,
        exception('20261207T100000', 'DTSTART;TZID=Europe/London:20261207T150000', 'DURATION:PT1H'),
        exception('20261208T100000', 'DTSTART;TZID=Europe/London:20261220T150000', 'DURATION:PT1H'),
        exception('20261101T100000', 'DTSTART;TZID=Europe/London:20261212T080000', 'DURATION:PT1H'),
        exception('20261209T100000', 'DTSTART;TZID=Europe/London:20261209T100000', 'STATUS:CANCELLED'),
      );
      assert.deepEqual(
        shown(text).map((each) => each.slice(5, 16)),
        ['12-07T15:00', '12-10T10:00', '12-11T10:00', '12-12T08:00'],
      );
    });

    it('leave out an exception that is older than an EXDATE of its series, and keep a newer one', () => {
      const moved = (sequence: number) =>
        file(
          [...daily, 'SEQUENCE:2', 'EXDATE;TZID=Europe/London:20261207T100000'],
          exception('20261207T100000', `SEQUENCE:${sequence}`, 'DTSTART;TZID=Europe/London:20261207T150000'),
        );
      assert.equal(shown(moved(1))[0], '2026-12-08T10:00/2026-12-08T10:30');
      assert.equal(shown(moved(2))[0], '2026-12-07T15:00/2026-12-07T15:00');
    });

    it('take EXDATE, RECURRENCE-ID, RDATE and DTEND without a zone on the clock of the series', () => {
      const text = file(
        [
          'DTSTART;TZID=America/New_York:20261207T040000',
          'DTEND:20261207T050000',
          'RRULE:FREQ=DAILY;COUNT=3',
          'EXDATE:20261208T040000',
          'RDATE:20261211T060000',
        ],
        ['RECURRENCE-ID:20261209T040000', 'DTSTART;TZID=America/New_York:20261209T180000'],
      );
      assert.deepEqual(shown(text), [
        '2026-12-07T09:00/2026-12-07T10:00',
        '2026-12-09T23:00/2026-12-09T23:00',
        '2026-12-11T11:00/2026-12-11T12:00',
      ]);
    });

    const wholeDays = ['DTSTART;VALUE=DATE:20261207', 'RRULE:FREQ=DAILY;COUNT=4'];
    const berlin = [
      'BEGIN:VTIMEZONE',
      'TZID:Mailbox',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const datesOf = (...events: string[][]) =>
      shown(file(...events).replace('BEGIN:VEVENT', `${berlin}\r\nBEGIN:VEVENT`)).map((each) =>
        each.slice(8, 10),
      );
    const ways: [what: string, written: string][] = [
      ['a date', ';VALUE=DATE:20261208'],
      ['a time without a zone', ':20261208T000000'],
      ['a time of a zone', ';TZID=Mailbox:20261208T000000'],
      ['the UTC instant of midnight in a zone of the file', ':20261207T230000Z'],
      ["the UTC instant of midnight on the owner's clock", ':20261208T000000Z'],
      ['the UTC instant of a midnight far in the east', ':20261207T150000Z'],
    ];
    for (const [what, written] of ways) {
      it(`know a whole day that is written as ${what}`, () => {
        assert.deepEqual(datesOf([...wholeDays, `EXDATE${written}`]), ['07', '09', '10']);
        const moved = [`RECURRENCE-ID${written}`, 'DTSTART;VALUE=DATE:20261212'];
        assert.deepEqual(datesOf(wholeDays, moved), ['07', '09', '10', '12']);
        const until = written.slice(written.lastIndexOf(':') + 1);
        assert.deepEqual(datesOf([wholeDays[0] ?? '', `RRULE:FREQ=DAILY;UNTIL=${until}`]), ['07', '08']);
      });
    }

    it('know midnight on the clock of an owner in Auckland, thirteen hours ahead', () => {
      const text = file([wholeDays[0] ?? '', 'RRULE:FREQ=DAILY;UNTIL=20261207T110000Z']);
      assert.deepEqual(
        shown(text, 'Pacific/Auckland').map((each) => each.slice(8, 13)),
        ['06T11', '07T11'],
      );
    });

    it('follow the newest revision of an exception', () => {
      const text = file(
        daily,
        exception('20261207T100000', 'SEQUENCE:2', 'DTSTART;TZID=Europe/London:20261207T150000'),
        exception('20261207T100000', 'SEQUENCE:1', 'DTSTART;TZID=Europe/London:20261207T120000'),
      );
      assert.equal(shown(text)[0], '2026-12-07T15:00/2026-12-07T15:00');
    });

    it('change from an exception on that applies to all later ones', () => {
      const text = file(daily, [
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261209T100000',
        'DTSTART;TZID=Europe/London:20261209T113000',
        'DURATION:PT15M',
      ]);
      assert.deepEqual(
        shown(text).map((each) => each.slice(5, 16)),
        ['12-07T10:00', '12-08T10:00', '12-09T11:30', '12-10T11:30', '12-11T11:30'],
      );
    });
  });

  it('are the times of a VFREEBUSY as it says', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20261208T090000Z/20261208T100000Z,20261208T110000Z/PT30M',
      'FREEBUSY;FBTYPE=FREE:20261209T090000Z/PT1H',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261210T090000Z/PT1H',
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261211T090000Z/PT1H',
      'FREEBUSY;FBTYPE=X-LUNCH:20261212T090000Z/PT1H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\n');
    assert.deepEqual(
      occurrences(read(text), from, to).map(({ start, end, status }) => [
        iso(start),
        iso(end).slice(11),
        status,
      ]),
      [
        ['2026-12-08T09:00', '10:00', 'busy'],
        ['2026-12-08T11:00', '11:30', 'busy'],
        ['2026-12-09T09:00', '10:00', 'free'],
        ['2026-12-10T09:00', '10:00', 'tentative'],
        ['2026-12-11T09:00', '10:00', 'oof'],
        ['2026-12-12T09:00', '10:00', 'busy'],
      ],
    );
  });

  const answers: [attendee: string, status: string][] = [
    ['ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ann@Example.org', 'free'],
    ['ATTENDEE;PARTSTAT=DECLINED;EMAIL=ann@example.org:urn:uuid:1', 'free'],
    ['ATTENDEE;CN="Ann: x";PARTSTAT=declined:mailto:ann@example.org', 'free'],
    ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org', 'busy'],
    ['ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org', 'busy'],
  ];
  for (const [attendee, status] of answers) {
    it(`are ${status} for Ann with ${attendee}`, () => {
      const text = file(['DTSTART:20261208T090000Z', 'DURATION:PT1H', attendee]);
      const calendar = parseCalendar(text, 'x.ics', { zone: 'Europe/London', mail: 'ann@example.org' });
      assert.equal(occurrences(calendar, from, to)[0]?.status, status);
    });
  }

  const zones: [what: string, tzid: string, definition: string[], start: string][] = [
    ['quotes around its name', '"Office"', ['TZID:"Office"', ...fixed('16010101T000000')], '08:00'],
    [
      'a colon in its name',
      '(UTC+01:00) Berlin',
      ['TZID:(UTC+01:00) Berlin', ...fixed('00010101T000000')],
      '08:00',
    ],
    [
      'an onset that is still to come',
      'Office',
      ['TZID:Office', ...fixed('20270328T020000', '+0300')],
      '06:00',
    ],
    [
      'a Windows name and a broken definition',
      'W. Europe Standard Time',
      ['TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'END:STANDARD'],
      '08:00',
    ],
    ['a name with a prefix', '/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', [], '08:00'],
  ];
  for (const [what, tzid, definition, start] of zones) {
    it(`know a zone with ${what}`, () => {
      const zone = definition.length === 0 ? [] : ['BEGIN:VTIMEZONE', ...definition, 'END:VTIMEZONE'];
      const text = file([`DTSTART;TZID=${tzid}:20261208T090000`, 'DURATION:PT1H']);
      const found = shown(text.replace('BEGIN:VEVENT', [...zone, 'BEGIN:VEVENT'].join('\r\n')));
      assert.equal(found[0]?.slice(11, 16), start);
    });
  }

  const statuses: [lines: string[], status: string | null][] = [
    [[], 'busy'],
    [['TRANSP:OPAQUE'], 'busy'],
    [['TRANSP:TRANSPARENT'], 'free'],
    [['STATUS:TENTATIVE'], 'tentative'],
    [['STATUS:CANCELLED'], null],
    [['CLASS:PRIVATE'], 'busy'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'oof'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE', 'TRANSP:OPAQUE'], 'workingElsewhere'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'TRANSP:TRANSPARENT'], 'busy'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'TRANSP:OPAQUE'], 'free'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'], 'tentative'],
  ];
  for (const [lines, status] of statuses) {
    it(`show ${lines.join(' and ') || 'nothing said'} as ${status ?? 'not there'}`, () => {
      const text = file(['DTSTART:20261208T090000Z', 'DURATION:PT1H', ...lines]);
      assert.equal(occurrences(read(text), from, to)[0]?.status ?? null, status);
    });
  }
});

describe('busyIntervals', () => {
  it('joins overlapping and adjoining times, and leaves out free, elsewhere and events without length', () => {
    const event = (uid: number, start: string, minutes: number, show: string) => [
      `UID:${uid}`,
      `DTSTART:20261208T${start}00Z`,
      `DURATION:PT${minutes}M`,
      `X-MICROSOFT-CDO-BUSYSTATUS:${show}`,
    ];
    const text = file(
      event(1, '0930', 30, 'TENTATIVE'),
      event(2, '0900', 40, 'BUSY'),
      event(3, '1000', 15, 'OOF'),
      event(4, '1030', 30, 'FREE'),
      event(5, '1030', 30, 'WORKINGELSEWHERE'),
      event(6, '1200', 0, 'BUSY'),
    );
    assert.deepEqual(
      busyIntervals(read(text), from, to).map(({ start, end }) => `${iso(start)}/${iso(end)}`),
      ['2026-12-08T09:00/2026-12-08T10:15'],
    );
  });
});
