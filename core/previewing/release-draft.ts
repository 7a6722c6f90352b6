import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';

/**
 * What became of a release. `changed`: another draft came after the one that was seen. `released`: the round is released
 * already, or paired. `no-draft`: there is no such draft.
 */
export type Release =
  | { readonly kind: 'released' }
  | { readonly kind: 'refused'; readonly reason: 'changed' | 'released' | 'no-draft' };

/**
 * Releases a draft: it becomes the plan of its round, and its pairing is asked for now. May be repeated.
 * @param seen the draft as the coordinator saw it
 * @throws a neighbour's failure
 */
export async function releaseDraft(
  { storage, queue, now, log }: Pick<Ports, 'storage' | 'queue' | 'now' | 'log'>,
  seen: { readonly scheme: string; readonly round: string; readonly draft: number },
  by: PersonId,
): Promise<Release> {
  const { scheme, round: roundId, draft } = seen;
  const key = { scheme, round: roundId };
  const last = (await storage.drafts.numbers(key)).at(-1);
  if (last === undefined) return { kind: 'refused', reason: 'no-draft' };
  const round = await change(storage.rounds, key, (current): Round | null =>
    current?.stage === 'calling' && current.releasedAt === undefined && last === draft
      ? { ...current, releasedAt: now(), releasedDraft: draft }
      : null,
  );
  if (round === null) return { kind: 'refused', reason: 'no-draft' };
  // A repeat finds its own release.
  if (round.releasedDraft !== draft || round.releasedAt === undefined)
    return { kind: 'refused', reason: round.stage === 'calling' && last !== draft ? 'changed' : 'released' };
  if (round.stage === 'calling') await queue.put([{ kind: 'pair', ...key }]);
  log('released', { ...key, draft, by });
  return { kind: 'released' };
}
