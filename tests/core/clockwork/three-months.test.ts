import assert from 'node:assert/strict';
import { tickForMessages } from '../../../core/clockwork/tick.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { join } from '../../../core/enrolment/join.ts';
import { type AboutMeeting } from '../../../core/following-up/find-meeting.ts';
import { sayComing } from '../../../core/following-up/say-coming.ts';
import { sayMet } from '../../../core/following-up/say-met.ts';
import { chooseSlot } from '../../../core/mending/choose-slot.ts';
import type { MetAnswer } from '../../../core/records/pairing.ts';
import type { PastMeeting } from '../../../core/records/participant.ts';
import type { Message } from '../../../core/words/message.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { addNeverWith } from '../../../core/rights/never-with.ts';
import { attendees } from '../../support/attendee.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

/** How somebody behaves. What is left out they do not do. */
interface Habit {
  readonly accepts?: true;
  readonly comes?: true;
  /** What they say when they are asked whether they met, the first time and when asked again. */
  readonly says?: readonly [MetAnswer, MetAnswer];
  /** Whether they choose one of the times that they are offered. */
  readonly chooses?: true;
}

const habits: readonly Habit[] = [
  { accepts: true, comes: true, says: ['yes', 'yes'], chooses: true },
  {},
  { accepts: true, says: ['no', 'no'] },
  { accepts: true, says: ['not-yet', 'yes'], chooses: true },
  { accepts: true },
  { comes: true, says: ['yes', 'no'] },
];

const places = ['Europe/London', 'Europe/Berlin', 'Europe/London', 'America/New_York'];

/** Forty people in three zones, each with the next of the habits. */
const staff = Array.from({ length: 40 }, (_, i) => {
  const timeZone = places[i % places.length] ?? 'Europe/London';
  const [workStart, workEnd] = timeZone === 'America/New_York' ? ['08:00', '16:00'] : ['09:00', '17:00'];
  return {
    person: employee(`Person${String(i).padStart(2, '0')}`, { timeZone, workStart, workEnd }),
    habit: habits[i % habits.length] ?? {},
  };
});

interface Heard {
  readonly at: number;
  readonly who: Employee;
  readonly message: Message;
  readonly key: string;
}

/** The kinds of the month's messages of which nobody gets more than four in a round. */
const counted = ['call', 'before', 'met', 'again', 'back', 'still', 'choose'];

describe('three months of forty people', function () {
  this.timeout(0);
  const start = useProduct();

  it('ask everybody at a decent hour, once, and know who met', async () => {
    const product = await start({ employees: staff.map(({ person }) => person), organisers: 2 });
    await product.signUp(...staff.map(({ person }) => person));
    const [first, second, third] = staff;
    assert.ok(first && second && third);
    await addNeverWith(product.ports, idOf(first.person), idOf(second.person));
    const { heard, said } = await live(product, Date.parse('2027-03-10T12:00:00Z'));

    // 1. Each message once, at a decent hour, at most four, never two in a minute.
    assert.equal(new Set(heard.map(({ key }) => key)).size, heard.length, 'no key comes twice');
    for (const one of heard) assert.ok(isDecent(one), `${one.key} at ${new Date(one.at).toISOString()}`);
    for (const theirs of Map.groupBy(heard, ({ who }) => who).values()) {
      const times = theirs.map(({ at }) => at).sort((a, b) => a - b);
      assert.ok(
        times.every((at, i) => i === 0 || at - (times[i - 1] ?? 0) >= minute),
        `${theirs[0]?.who.name ?? ''} hears two things in a minute`,
      );
      for (const inRound of Map.groupBy(theirs, ({ message }) => roundOf(message)).values()) {
        const asked = inRound.filter(({ message }) => counted.includes(message.kind) || isFirst(message));
        assert.ok(asked.length <= 4, asked.map(({ key }) => key).join(' '));
      }
    }
    const kinds = new Set(heard.map(({ message }) => message.kind));
    for (const kind of ['pairing', 'before', 'met', 'again'] as const) assert.ok(kinds.has(kind), kind);

    // 2. Who met is what was played, by the rule.
    let decided = 0;
    for (const { person } of staff) {
      const stored = await product.ports.storage.participants.get({
        scheme: december.scheme,
        person: idOf(person),
      });
      for (const meeting of stored?.value.meetings ?? []) {
        for (const other of meeting.with) {
          assert.equal(
            meeting.met,
            playedTruth(said, meeting, idOf(person), other),
            `${person.name} in ${String(meeting.round)}`,
          );
          decided += 1;
        }
      }
    }
    assert.ok(decided > 80, `${decided} meetings were kept`);

    // 3. Two who are kept apart never met, and everybody was somewhere in each round.
    const theirs = heard.filter(({ who }) => who === first.person);
    const partners = theirs.flatMap(({ message }) => ('pairing' in message ? message.pairing.partners : []));
    assert.ok(!partners.some(({ id }) => id === idOf(second.person)), 'the excluded pair met');
    const paired = heard.filter(({ message }) => isFirst(message) || message.kind === 'unplaced');
    assert.ok(paired.length >= 3 * 38, `${paired.length} people heard of three rounds`);
  });
});

/** What members said of a meeting, by round, pairing and start. */
type Said = Map<string, Map<string, MetAnswer>>;

/** Runs the product until an instant; everybody does by habit what they are asked to. */
async function live(product: TestProduct, until: number): Promise<{ heard: Heard[]; said: Said }> {
  const heard: Heard[] = [];
  const said: Said = new Map();
  const outlook = attendees(product.graph);
  const byId = new Map(staff.map((one) => [idOf(one.person), one]));
  const leaver = staff[7]?.person;
  assert.ok(leaver);
  for (let at = Date.parse('2026-12-07T08:00:00Z'); at <= until; at += quarter) {
    if (at === Date.parse('2027-01-05T12:00:00Z')) await leave(product.ports, callerOf(leaver), null);
    if (at === Date.parse('2027-02-01T12:00:00Z')) await join(product.ports, callerOf(leaver), null);
    for (const [moment, ask] of [
      [at, () => product.tick()],
      [at + 10 * minute, () => tickForMessages(product.ports).then(() => product.work())],
    ] as const) {
      const before = product.sent.length;
      product.setClock(Math.max(moment, product.ports.now()));
      await ask();
      for (const { reader, message, key } of product.sent.slice(before)) {
        const one = byId.get(reader.id);
        assert.ok(one, `nobody is ${reader.id}`);
        heard.push({ at: moment, who: one.person, message, key });
        await react(product, outlook, one, message, said);
      }
      await product.work();
    }
  }
  return { heard, said };
}

async function react(
  { ports }: TestProduct,
  outlook: ReturnType<typeof attendees>,
  { person, habit }: (typeof staff)[number],
  message: Message,
  said: Said,
): Promise<void> {
  if (!('pairing' in message)) return;
  const { pairing } = message;
  const about = meetingOf(pairing);
  if (message.kind === 'pairing' && message.news === 'booked' && habit.accepts) {
    await outlook.respond(person, 'accept');
  }
  if (message.kind === 'before' && habit.comes && about) await sayComing(ports, idOf(person), about);
  if (message.kind === 'met' && habit.says && about) {
    const key = `${about.round} ${about.pairing} ${about.start}`;
    const isAgain = [...said.keys()].some(
      (other) => other !== key && other.startsWith(`${about.round} ${about.pairing} `),
    );
    const answer = habit.says[isAgain ? 1 : 0];
    const result = await sayMet(ports, idOf(person), { ...about, said: answer });
    if (result.kind === 'refused') return;
    said.set(key, (said.get(key) ?? new Map<string, MetAnswer>()).set(idOf(person), answer));
    if (result.kind === 'not-yet' && habit.chooses) await choose(ports, person, result.pairing);
  }
  if (message.kind === 'again' && habit.chooses) await choose(ports, person, pairing);
}

async function choose(ports: TestProduct['ports'], person: Employee, pairing: PairingView): Promise<void> {
  const [slot] = pairing.offer ?? [];
  if (slot === undefined) return;
  const { pairing: id, revision } = pairing;
  await chooseSlot(ports, idOf(person), { pairing: id, revision, start: Date.parse(slot.start) });
}

function meetingOf({ scheme, round, pairing, slot }: PairingView): AboutMeeting | null {
  return slot && { scheme, round, pairing, start: Date.parse(slot.start) };
}

/** By the rule: any no, not met; else any yes, met; else not known. Of several times, what was said of the last one counts. */
function playedTruth(said: Said, { round, met }: PastMeeting, one: string, other: string): boolean | null {
  const theirs = [...said].filter(
    ([key, answers]) => key.startsWith(`${String(round)} `) && (answers.has(one) || answers.has(other)),
  );
  const last = theirs.sort(([a], [b]) => startIn(a) - startIn(b)).at(-1)?.[1];
  const answers = [last?.get(one), last?.get(other)];
  if (met === false && last === undefined) return false;
  return answers.includes('no') ? false : answers.includes('yes') ? true : null;
}

const startIn = (key: string) => Number(key.split(' ').at(-1));

/** Whether a message comes within its reader's working hours, or changes a meeting within a day. */
function isDecent({ at, who, message }: Heard): boolean {
  if ('pairing' in message && message.kind === 'pairing' && message.news !== 'booked') {
    const soonest = message.pairing.slot ?? message.pairing.offer?.[0];
    if (soonest && Date.parse(soonest.start) - at < day) return true;
  }
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: who.timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  return !['Sat', 'Sun'].includes(part('weekday')) && time >= who.workStart && time < who.workEnd;
}

function isFirst(message: Message): boolean {
  return message.kind === 'pairing' && (message.news === 'booked' || message.news === 'suggested');
}

function roundOf(message: Message): string {
  if ('pairing' in message) return message.pairing.round;
  return 'round' in message ? message.round : '';
}
