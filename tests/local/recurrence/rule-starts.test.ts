import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ruleStarts } from '../../../local/recurrence/rule-starts.ts';
import { readRule, RuleError } from '../../../local/recurrence/rule.ts';

/** `19970902T090000` as wall time. */
function wall(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(....)(..)(..)(?:T(..)(..)(..))?$/.exec(text) ?? assert.fail(text);
  return Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`);
}
const written = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.000Z/g, '');
const read = (rule: string, isDate = false) => readRule(rule, { isDate, lastOf: wall });
const starts = (begin: string, rule: string, from: string, to: string) =>
  ruleStarts(read(rule), wall(begin), wall(from), wall(to)).map(written);

describe('ruleStarts', () => {
  it('gives what python3-dateutil gives for 2,000 random rules', () => {
    const file = readFileSync(join(import.meta.dirname, 'dateutil-answers.json.gz'));
    const lines = gunzipSync(file).toString().trimEnd().split('\n');
    assert.equal(lines.length, 2000);
    for (const line of lines) {
      const [begin, rule, from, to, expected] = JSON.parse(line) as [
        string,
        string,
        string,
        string,
        string[],
      ];
      assert.deepEqual(starts(begin, rule, from, to), expected, `${begin} ${rule} ${from} ${to}`);
    }
  });

  // RFC 5545, section 3.8.5.3: DTSTART, rule, the starts that it names ("…" when the rule goes on), all in New York.
  const examples: [begin: string, rule: string, expected: string][] = [
    [
      '19970902T090000',
      'FREQ=DAILY;COUNT=10',
      '19970902 19970903 19970904 19970905 19970906 19970907 19970908 19970909 19970910 19970911',
    ],
    ['19970902T090000', 'FREQ=DAILY;INTERVAL=2', '19970902 19970904 19970906 19970908 19970910 19970912 …'],
    ['19970902T090000', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '19970902 19970912 19970922 19971002 19971012'],
    [
      '19970902T090000',
      'FREQ=WEEKLY;COUNT=10',
      '19970902 19970909 19970916 19970923 19970930 19971007 19971014 19971021 19971028 19971104',
    ],
    ['19970902T090000', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', '19970902 19970916 19970930 19971014 19971028 …'],
    [
      '19970902T090000',
      'FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH',
      '19970902 19970904 19970909 19970911 19970916 19970918 19970923 19970925 19970930 19971002',
    ],
    [
      '19970901T090000',
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR',
      '19970901 19970903 19970905 19970915 19970917 19970919 19970929 19971001 19971003 19971013 19971015 19971017 19971027 19971029 19971031 19971110 19971112 19971114 19971124 19971126 19971128 19971208 19971210 19971212 19971222',
    ],
    [
      '19970902T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '19970902 19970904 19970916 19970918 19970930 19971002 19971014 19971016',
    ],
    [
      '19970905T090000',
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '19970905 19971003 19971107 19971205 19980102 19980206 19980306 19980403 19980501 19980605',
    ],
    [
      '19970905T090000',
      'FREQ=MONTHLY;UNTIL=19971224T000000;BYDAY=1FR',
      '19970905 19971003 19971107 19971205',
    ],
    [
      '19970907T090000',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '19970907 19970928 19971102 19971130 19980104 19980125 19980301 19980329 19980503 19980531',
    ],
    [
      '19970922T090000',
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      '19970922 19971020 19971117 19971222 19980119 19980216',
    ],
    [
      '19970928T090000',
      'FREQ=MONTHLY;BYMONTHDAY=-3',
      '19970928 19971029 19971128 19971229 19980129 19980226 …',
    ],
    [
      '19970902T090000',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
      '19970902 19970915 19971002 19971015 19971102 19971115 19971202 19971215 19980102 19980115',
    ],
    [
      '19970930T090000',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '19970930 19971001 19971031 19971101 19971130 19971201 19971231 19980101 19980131 19980201',
    ],
    [
      '19970910T090000',
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      '19970910 19970911 19970912 19970913 19970914 19970915 19990310 19990311 19990312 19990313',
    ],
    [
      '19970902T090000',
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
      '19970902 19970909 19970916 19970923 19970930 19971104 19971111 19971118 19971125 19980106 19980113 19980120 19980127 19980303 19980310 19980317 19980324 19980331 …',
    ],
    [
      '19970610T090000',
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      '19970610 19970710 19980610 19980710 19990610 19990710 20000610 20000710 20010610 20010710',
    ],
    [
      '19970310T090000',
      'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
      '19970310 19990110 19990210 19990310 20010110 20010210 20010310 20030110 20030210 20030310',
    ],
    [
      '19970101T090000',
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      '19970101 19970410 19970719 20000101 20000409 20000718 20030101 20030410 20030719 20060101',
    ],
    ['19970519T090000', 'FREQ=YEARLY;BYDAY=20MO', '19970519 19980518 19990517 …'],
    ['19970512T090000', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '19970512 19980511 19990517 …'],
    [
      '19970313T090000',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
      '19970313 19970320 19970327 19980305 19980312 19980319 19980326 19990304 19990311 19990318 19990325 …',
    ],
    [
      '19970605T090000',
      'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
      '19970605 19970612 19970619 19970626 19970703 19970710 19970717 19970724 19970731 19970807 19970814 19970821 19970828 19980604 …',
    ],
    [
      '19970902T090000',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '19980213 19980313 19981113 19990813 20001013 …',
    ],
    [
      '19970913T090000',
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      '19970913 19971011 19971108 19971213 19980110 19980207 19980307 19980411 19980509 19980613 …',
    ],
    [
      '19961105T090000',
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '19961105 20001107 20041102 …',
    ],
    ['19970904T090000', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '19970904 19971007 19971106'],
    [
      '19970929T090000',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '19970929 19971030 19971127 19971230 19980129 19980226 19980330 …',
    ],
    [
      '19970902T090000',
      'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000',
      '19970902T090000 19970902T120000 19970902T150000',
    ],
    [
      '19970902T090000',
      'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
      '19970902T090000 19970902T091500 19970902T093000 19970902T094500 19970902T100000 19970902T101500',
    ],
    [
      '19970902T090000',
      'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
      '19970902T090000 19970902T103000 19970902T120000 19970902T133000',
    ],
    [
      '19970902T090000',
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      '19970902T090000 19970902T092000 19970902T094000 19970902T100000 19970902T102000 …',
    ],
    [
      '19970902T090000',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
      '19970902T090000 19970902T092000 19970902T094000 19970902T100000 19970902T102000 …',
    ],
    [
      '19970805T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '19970805 19970810 19970819 19970824',
    ],
    [
      '19970805T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '19970805 19970817 19970819 19970831',
    ],
    [
      '20070115T090000',
      'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
      '20070115 20070130 20070215 20070315 20070330',
    ],
  ];
  for (const [begin, rule, expected] of examples) {
    it(`follows the example of RFC 5545: ${rule}`, () => {
      const all = expected.split(' ').map((each) => (each.length === 8 ? `${each}T090000` : each));
      const goesOn = all.at(-1) === '…';
      const named = goesOn ? all.slice(0, -1) : all;
      const found = starts(begin, rule, begin, goesOn ? (named.at(-1) ?? begin) : '20150101T000000');
      assert.deepEqual(found, named);
    });
  }

  it('gives every day of January of three years, said in two ways (RFC 5545)', () => {
    const until = 'UNTIL=20000131T140000';
    const [one, other] = [
      `FREQ=YEARLY;${until};BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA`,
      `FREQ=DAILY;${until};BYMONTH=1`,
    ].map((rule) => starts('19980101T090000', rule, '19980101T090000', '20150101T000000'));
    assert.deepEqual(one, other);
    assert.deepEqual([one?.length, one?.[31], one?.at(-1)], [93, '19990101T090000', '20000131T090000']);
  });

  it('counts whole weeks for BYSETPOS, also before DTSTART, where dateutil begins at DTSTART', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2';
    assert.deepEqual(starts('20261202T090000', rule, '20261130T000000', '20261211T000000'), [
      '20261202T090000',
      '20261209T090000',
    ]);
  });

  it('looks at no more for a series of 1970 than for one of this week', () => {
    for (const rule of [
      'FREQ=SECONDLY',
      'FREQ=MINUTELY',
      'FREQ=SECONDLY;INTERVAL=7;BYHOUR=9;COUNT=1000000000',
    ]) {
      const work = (begin: string) => {
        let looks = 0;
        const counted = new Proxy(read(rule).by, {
          get: (by, part) => {
            looks += 1;
            return Reflect.get(by, part) as unknown;
          },
        });
        ruleStarts(
          { ...read(rule), by: counted },
          wall(begin),
          wall('20261207T000000'),
          wall('20261214T000000'),
        );
        return looks;
      };
      const [old, recent] = [work('19700101T000000'), work('20261206T000000')];
      assert.ok(old <= 12 * recent, `${rule}: ${old} looks, ${recent} for a recent series`);
    }
  });

  it('counts what lies before the window without going through it', () => {
    const found = starts(
      '19700101T000000',
      'FREQ=SECONDLY;COUNT=1796601602',
      '20261206T235959',
      '20261207T235959',
    );
    assert.deepEqual(found, ['20261206T235959', '20261207T000000', '20261207T000001']);
  });

  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=99999999999999999999;COUNT=2',
  ]) {
    it(`ends for a rule that never applies again: ${rule}`, () => {
      assert.deepEqual(starts('20250301T090000', rule, '20261207T000000', '20361207T000000'), []);
    });
  }
});

describe('readRule', () => {
  const refused: [rule: string, says: string][] = [
    ['FREQ=OFTEN', 'is not a recurrence rule'],
    ['BYDAY=MO', 'is not a recurrence rule'],
    ['FREQ=DAILY;BYEASTER=1', 'has BYEASTER, which is not known'],
    ['FREQ=DAILY;SKIP=FORWARD', 'has SKIP, which is not known'],
    ['FREQ=DAILY;BYHOUR', 'has BYHOUR without one value'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'has FREQ without one value'],
    ['FREQ=DAILY;BYHOUR=24', 'has BYHOUR out of range'],
    ['FREQ=DAILY;BYHOUR=9,x', 'has BYHOUR out of range'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'has BYMONTHDAY out of range'],
    ['FREQ=YEARLY;BYMONTH=13', 'has BYMONTH out of range'],
    ['FREQ=DAILY;INTERVAL=0', 'has INTERVAL that is not above 0'],
    ['FREQ=DAILY;COUNT=-1', 'has COUNT that is not above 0'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261207T000000', 'has UNTIL beside COUNT'],
    ['FREQ=WEEKLY;WKST=XX', 'names no weekday'],
    ['FREQ=WEEKLY;BYDAY=MO,XX', 'names no weekday'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'names no weekday'],
    ['FREQ=YEARLY;BYDAY=54MO', 'has BYDAY out of range'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'has BYDAY with a number, which this rule may not have'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=2MO', 'has BYDAY with a number, which this rule may not have'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'has BYMONTHDAY, which a WEEKLY rule may not have'],
    ['FREQ=MONTHLY;BYYEARDAY=3', 'has BYYEARDAY, which a MONTHLY rule may not have'],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'has BYWEEKNO, which a MONTHLY rule may not have'],
    ['FREQ=YEARLY;BYWEEKNO=3', 'has BYWEEKNO without BYDAY'],
    ['FREQ=DAILY;BYSETPOS=1', 'has BYSETPOS without another part to choose from'],
  ];
  for (const [rule, says] of refused) {
    it(`refuses ${rule}`, () => {
      assert.throws(
        () => read(rule),
        (error) => error instanceof RuleError && error.message === says,
      );
    });
  }

  it('refuses hours of a date, and leaves out BYHOUR of one', () => {
    assert.throws(() => read('FREQ=HOURLY', true), RuleError);
    assert.deepEqual(read('FREQ=DAILY;BYHOUR=9', true).by.BYHOUR, []);
  });

  it('reads small letters, blanks, a semicolon at the end, and what holds without being said', () => {
    assert.deepEqual(
      read('freq=weekly; byday=tu, th;RSCALE=GREGORIAN;SKIP=OMIT;'),
      read('FREQ=WEEKLY;BYDAY=TU,TH'),
    );
  });
});
