import { type Caller, callerFrom } from '../enrolment/caller.ts';
import type { Ports } from '../ports/ports.ts';
import { actDelay } from '../records/work.ts';
import {
  isOpenAct,
  type PersonAct,
  type PersonId,
  type PersonRecord,
  topicOf,
  withoutPostponed,
} from '../records/person.ts';
import type { ActWork } from '../records/work.ts';
import { minute } from '../time/interval.ts';
import { carryOutAct } from './carry-out-act.ts';
import { changeAct } from './kept-acts.ts';

/** How long an act is tried, in milliseconds. */
const longest = 30 * minute;
/** The shortest and the longest wait before the next try, in seconds. */
const [soonest, latest] = [15, 5 * 60];

/**
 * Does what somebody asked for in the tab, once, and before it whatever they asked for earlier and is still to be done.
 * Work that comes too early is put back, and so is work that fails, for half an hour: then the act is refused, `unavailable`.
 * What was taken back or done before has no effect.
 * @throws when it cannot even be put back
 */
export async function doAct(ports: Ports, work: ActWork): Promise<void> {
  const record = (await ports.storage.people.get(work.person))?.value;
  const acts = record?.acts ?? [];
  const last = acts.findIndex(({ id }) => id === work.id);
  const mine = acts[last];
  if (record === undefined || mine === undefined || !isOpenAct(mine)) return;
  const early = mine.dueAt - ports.now();
  if (early > 0) {
    await ports.queue.put([work], Math.ceil(early / 1000));
    return;
  }
  // Messages come in no particular order.
  for (const act of acts.slice(0, last + 1).filter(isOpenAct)) {
    if (!(await doOrWait(ports, record, act))) {
      const seconds = Math.round((ports.now() - mine.dueAt) / 1000);
      await ports.queue.put([work], Math.min(Math.max(seconds, soonest), latest));
      return;
    }
  }
}

/** Does an act. Gives false when it failed, and is to be tried again. */
async function doOrWait(ports: Ports, record: PersonRecord, act: PersonAct): Promise<boolean> {
  const { id: person } = record;
  const { kind } = act.act;
  try {
    const claimed = await changeAct(ports, person, act.id, (current) =>
      current.state === 'waiting' ? { ...current, state: 'doing' } : null,
    );
    if (claimed?.state !== 'doing') return true;
    await settle(ports, person, act, await carryOutAct(ports, callerOfAct(record, act), act));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    ports.log('act waits', { person, act: kind, reason });
    if (ports.now() - act.dueAt < longest) return false;
    await settle(ports, person, act, 'unavailable');
    return true;
  }
}

/** Whoever asked. The activity is the same whenever it is tried, so that each operation takes effect once. */
function callerOfAct(record: PersonRecord, { id }: PersonAct): Caller {
  return callerFrom(record, `act:${id}`);
}

/**
 * Records how an act ended. What they asked for in the chat before, on the same topic, and still waits is not wanted any more.
 * @param reason why it was refused; null: it is done
 */
async function settle(ports: Ports, person: PersonId, { id, act, dueAt }: PersonAct, reason: string | null) {
  const topic = topicOf(act.kind);
  await changeAct(
    ports,
    person,
    id,
    (current) =>
      isOpenAct(current)
        ? { ...current, act: withoutWord(current.act), state: reason === null ? 'done' : 'refused', reason }
        : null,
    (record) =>
      reason === null && topic !== null
        ? withoutPostponed(record, (one) => topicOf(one.act.kind) === topic && one.since <= dueAt - actDelay)
        : record,
  );
  ports.log('act done', { person, act: act.kind, outcome: reason ?? 'done' });
}

/** What was asked for, without the word that others were told with it: it is kept in their messages. */
function withoutWord(act: PersonAct['act']): PersonAct['act'] {
  return act.kind === 'call-off' ? { ...act, word: '' } : act;
}
