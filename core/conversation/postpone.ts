import type { Caller } from '../enrolment/caller.ts';
import type { Ports } from '../ports/ports.ts';
import { type Act, isOpenAct, type PersonAct, topicOf, withoutPostponed } from '../records/person.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';

/** Seconds after which it is tried for the first time. */
const firstDelay = 15;

/**
 * Has something done later that the caller asked for. It replaces what they asked for before on the same topic. Asking for
 * the same again while it waits changes nothing.
 * @throws when it was not recorded: then it will not be done
 */
export async function postpone(ports: Ports, caller: Caller, wanted: Act): Promise<void> {
  const act = await named(ports, wanted);
  if (caller.postponed?.some((one) => isSame(one.act, act)) === true) return;
  const since = ports.now();
  const activity = caller.activity ?? `${act.kind} ${since}`;
  // The message comes first. Without its record it has no effect, but a record without a message would wait for ever.
  await ports.queue.put([{ kind: 'answer', person: caller.id, activity, tries: 0 }], firstDelay);
  await change(ports.storage.people, caller.id, (current) => {
    if (current === null) return null;
    const others = withoutPostponed(current, (one) => topicOf(one.act.kind) === topicOf(act.kind));
    const wanted = { act, activity, since, sendingAt: null };
    return { ...others, postponed: [...(others.postponed ?? []), wanted] };
  });
  ports.log('postponed', { person: caller.id, act: act.kind });
}

/**
 * Records that a command was carried out at once: what still waits on its topic, from the chat or the tab, is not wanted any
 * more.
 */
export async function overtake(ports: Ports, caller: Caller, command: string): Promise<void> {
  const topic = topicOf(command);
  const isOver = ({ act }: { readonly act: { readonly kind: string } }) =>
    topic !== null && topicOf(act.kind) === topic;
  const isOverInTab = (act: PersonAct) => isOpenAct(act) && isOver(act);
  if (caller.postponed?.some(isOver) !== true && caller.acts?.some(isOverInTab) !== true) return;
  await change(ports.storage.people, caller.id, (current) => {
    if (current === null) return null;
    const acts = current.acts?.map((act): PersonAct =>
      isOverInTab(act) ? { ...act, state: 'withdrawn' } : act,
    );
    return { ...withoutPostponed(current, isOver), ...(acts && { acts }) };
  });
}

/** With the scheme's id in place of what was typed: nothing that somebody wrote is kept. */
async function named(ports: Ports, act: Act): Promise<Act> {
  if (act.kind !== 'join') return act;
  return { ...act, scheme: (await findScheme(ports, act.scheme))?.id ?? null };
}

function isSame(a: Act, b: Act): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
