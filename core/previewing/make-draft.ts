import { claimRound } from '../calling/claim-round.ts';
import { gatherRound } from '../pairing/gather-round.ts';
import { readEnrolled, whoIsIn } from '../pairing/who-is-in.ts';
import type { Ports } from '../ports/ports.ts';
import type { Draft } from '../records/plans/draft.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { reportDraft } from '../reporting/report-round.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { firstDraft } from './solve-draft.ts';

/**
 * Makes the first draft of a round, and tells its coordinators. Does nothing where the scheme has no preview, or once the round
 * is paired. May be repeated.
 * @param roundId ISO 8601 date of the round's meeting week
 * @throws when the scheme is not there, and a neighbour's failure
 */
export async function makeDraft(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const { storage, now, log } = ports;
  const scheme = await existingScheme(ports, schemeId);
  if (scheme.preview === 'none') return;
  const key = { scheme: scheme.id, round: roundId };
  const rounds: Round[] = [];
  for await (const { value } of storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
  const stored = rounds.find(({ round }) => round === roundId);
  const round = stored ?? (await claimRound(ports, scheme, roundId, { rounds, stage: 'calling' }));
  if (round.stage !== 'calling' || round.draftedAt !== undefined) return;

  const [first] = await storage.drafts.numbers(key);
  const draft =
    first === undefined
      ? await storage.drafts.putFirst(await gatherDraft(ports, scheme, round, rounds))
      : await storage.drafts.get({ ...key, draft: first });
  if (draft === null) return;
  log('drafted', { ...key, pairings: draft.pairings.length, unplaced: draft.unplaced.length });
  await reportDraft(ports, scheme, draft);
  await change(storage.rounds, key, (current): Round | null =>
    current?.stage === 'calling' ? { ...current, draftedAt: now() } : null,
  );
}

async function gatherDraft(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  rounds: readonly Round[],
): Promise<Draft> {
  const readAt = ports.now();
  const admission = { scheme, round, rounds, putIn: [] };
  const enrolled = await readEnrolled(ports, scheme);
  const people = await whoIsIn(ports, admission, enrolled);
  const gathered = await gatherRound(ports, admission, people, enrolled.unreadable);
  return firstDraft(gathered, { draft: 1, madeAt: ports.now(), readAt, by: null, change: null });
}
