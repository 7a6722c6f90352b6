import type { ActView } from '../api/acts.ts';
import type { Caller } from '../enrolment/caller.ts';
import { heardNow } from '../enrolment/heard.ts';
import type { Ports } from '../ports/ports.ts';
import { isOpenAct, type PersonAct, type PersonRecord, recentActs, stranger } from '../records/person.ts';
import { actDelay, type ActWork, type DeskAct, mostActs, type WantedAct } from '../records/work.ts';
import { change } from '../shared/change.ts';
import { viewAct } from '../views/acts.ts';

/**
 * Has something done in ten seconds that the caller asked for in the tab, unless they take it back. A repeat with the same id
 * changes nothing and gives the act as it is now, whatever it asks for.
 * @param id chosen by the tab, unique among the caller's acts
 * @returns refused, `too-many`: ten acts of the caller are still to be done
 * @throws when it was not recorded: then it will not be done
 */
export async function takeAct(
  ports: Ports,
  caller: Caller,
  id: string,
  wanted: WantedAct | DeskAct,
): Promise<TakeActResult> {
  const { people } = ports.storage;
  const known = await people.get(caller.id);
  const before = known?.value.acts?.find((one) => one.id === id);
  if (before !== undefined) return { kind: 'taken', act: viewAct(before) };

  // The message comes first. Without its record it has no effect, but a record without a message would wait for ever.
  const work: ActWork = { kind: 'act', person: caller.id, id };
  const now = ports.now();
  const act: PersonAct = { id, act: wanted, dueAt: now + actDelay, state: 'waiting', reason: null };
  await ports.queue.put([work], actDelay / 1000);
  const stored = await change(
    people,
    caller.id,
    (current): PersonRecord | null => {
      const acts = withRoom(current, now);
      if (acts === null || acts.some((one) => one.id === id)) return null;
      const { id: person, name, language = null, zone = null } = caller;
      const record = current ?? { ...stranger, id: person, name, language, zone };
      return { ...record, heardAt: heardNow(record, now), acts: [...acts, act] };
    },
    'throw',
    known ?? undefined,
  );
  const taken = stored?.acts?.find((one) => one.id === id);
  if (taken === undefined) return { kind: 'refused', reason: 'too-many' };
  // The message may have come before the record, and found nothing.
  if (ports.now() >= taken.dueAt) await ports.queue.put([work]);
  ports.log('act taken', { person: caller.id, act: taken.act.kind });
  return { kind: 'taken', act: viewAct(taken) };
}

/** The acts of the last hour, without the oldest that is over where there is no room for another; null: all are open. */
function withRoom(record: PersonRecord | null, now: number): PersonAct[] | null {
  const acts = recentActs(record ?? {}, now);
  if (acts.length < mostActs) return acts;
  const oldest = acts.find((one) => !isOpenAct(one));
  return oldest === undefined ? null : acts.filter((one) => one !== oldest);
}

export type TakeActResult =
  | { readonly kind: 'taken'; readonly act: ActView }
  | { readonly kind: 'refused'; readonly reason: 'too-many' };
