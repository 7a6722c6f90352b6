import { type Caller, callerFrom } from '../enrolment/caller.ts';
import type { Ports } from '../ports/ports.ts';
import { type Act, type Postponed, withoutPostponed } from '../records/person.ts';
import type { AnswerWork } from '../records/work.ts';
import { change } from '../shared/change.ts';
import { hour } from '../time/interval.ts';

/** How long it is tried, in milliseconds. */
const longest = 24 * hour;
/** The longest wait before the next try, in seconds. */
const longestDelay = 15 * 60;

type Which = Pick<AnswerWork, 'person' | 'activity'>;

/** Something that somebody asked for, to be done now. */
export interface DueAct {
  readonly act: Act;
  readonly caller: Caller;
  /** How to reach the caller's chat; null when they have none any more. */
  readonly conversation: string | null;
  /** Whether it was tried for a whole day: then the caller is told that it could not be done. */
  readonly isOver: boolean;
}

/** What somebody asked for. Null when it was done already, or is not wanted any more. */
export async function dueAct(ports: Ports, { person, activity }: Which): Promise<DueAct | null> {
  const record = (await ports.storage.people.get(person))?.value;
  const found = record?.postponed?.find((one) => one.activity === activity);
  if (record === undefined || found === undefined) return null;
  const { conversation, reachable } = record;
  return {
    act: found.act,
    caller: callerFrom(record, activity),
    conversation: reachable ? conversation : null,
    isOver: ports.now() - found.since >= longest,
  };
}

/**
 * Records that this worker is about to tell the caller of the result.
 * @returns `told` when nothing is left to tell: it was told, maybe by an interrupted worker; `busy` while another worker may
 *   be telling it
 */
export async function claimAnswer(
  ports: Ports,
  { person, activity }: Which,
): Promise<'mine' | 'busy' | 'told'> {
  const claim: { before: Postponed | null } = { before: null };
  const now = ports.now();
  await change(ports.storage.people, person, (current) => {
    claim.before = current?.postponed?.find((one) => one.activity === activity) ?? null;
    if (!current || claim.before === null || isSending(ports, claim.before)) return null;
    const claimed = { ...claim.before, sendingAt: now };
    return {
      ...current,
      postponed: (current.postponed ?? []).map((one) => (one.activity === activity ? claimed : one)),
    };
  });
  if (claim.before === null) return 'told';
  if (isSending(ports, claim.before)) return 'busy';
  if (claim.before.sendingAt === null) return 'mine';
  return (await ports.chats.find(person, answerKey(activity))) === null ? 'mine' : 'told';
}

function isSending({ now, lease }: Pick<Ports, 'now' | 'lease'>, { sendingAt }: Postponed): boolean {
  return sendingAt !== null && now() - sendingAt < lease;
}

/** The key of the message that tells of the result. */
export function answerKey(activity: string): string {
  return `answer ${activity}`;
}

/** Records that it is done and told, or that nobody is to be told. */
export async function settle(ports: Ports, { person, activity }: Which): Promise<void> {
  const isIt = (one: Postponed) => one.activity === activity;
  await change(ports.storage.people, person, (current) =>
    current?.postponed?.some(isIt) === true ? withoutPostponed(current, isIt) : null,
  );
  ports.log('postponed act done', { person });
}

/** Puts the work back: it is tried again after 30 seconds, a minute, two … at most a quarter of an hour. */
export async function tryAgain(ports: Ports, work: AnswerWork): Promise<void> {
  const tries = work.tries + 1;
  await ports.queue.put([{ ...work, tries }], Math.min(15 * 2 ** tries, longestDelay));
}
