import type { Ports } from '../ports/ports.ts';
import { decidePlan } from './decide-plan.ts';
import type { Plan } from '../records/plans/plan.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { claimRound } from '../calling/claim-round.ts';
import { change } from '../shared/change.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { carryOutRound } from '../outstanding/carry-out-round.ts';
import { gatherRound } from './gather-round.ts';
import { recordPlan } from './record-plan.ts';
import { reportPlan } from '../reporting/report-round.ts';
import { admitPeople, readEnrolled } from './who-is-in.ts';

/**
 * Claims a round, decides who meets whom and when, stores that plan once, and begins to carry it out. A repeat goes on
 * from the stored plan.
 * @param roundId ISO 8601 date of the round's meeting week
 * @throws when the scheme is not there, and a neighbour's failure
 */
export async function pairRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };

  // 1. Claim the round. Rounds are numbered in the order in which they are claimed.
  const rounds: Round[] = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
  const stored = rounds.find(({ round }) => round === roundId);
  const round =
    (await beginPairing(ports, stored)) ??
    (await claimRound(ports, scheme, roundId, { rounds, stage: 'pairing' }));
  if (round.stage === 'booking') return carryOutRound(ports, scheme.id, roundId);
  if (round.stage !== 'pairing') return;

  // People who join from now on are told of the round after it.
  await change(ports.storage.schemes, scheme.id, (current): Scheme | null => {
    const isNoted = current === null || (current.paired !== null && current.paired.round >= roundId);
    return isNoted ? null : { ...current, paired: { round: roundId, at: ports.now() } };
  });

  // 2. Gather, decide, store. When two workers decide at once, the first to store wins.
  const plan =
    (await ports.storage.plans.get(key)) ??
    (await ports.storage.plans.putFirst(await planOf(ports, scheme, round, rounds)));
  ports.log('planned', {
    ...key,
    pairings: plan.pairings.length,
    unplaced: plan.unplaced.length,
    optimal: plan.optimal,
  });

  // 3. Record. Every later step follows from the records, not from the plan.
  await recordPlan(ports, scheme, round, plan);
  await reportPlan(ports, scheme, plan);
  // What people's calendars said is kept no longer.
  await ports.storage.availability.remove(key);
  await change(ports.storage.rounds, key, (current): Round | null =>
    current?.stage === 'pairing' ? { ...current, stage: 'booking' } : null,
  );

  // 4. Act.
  await carryOutRound(ports, scheme.id, roundId);
}

/** Decides the plan: that of the draft that counts, as far as it still holds, or a new one. */
async function planOf(ports: Ports, scheme: Scheme, round: Round, rounds: readonly Round[]): Promise<Plan> {
  const { releasedDraft } = round;
  // A draft that cannot be read is as good as none: nobody is left without a word.
  const draft =
    releasedDraft === undefined
      ? null
      : await ports.storage.drafts.get({ ...round, draft: releasedDraft }, leaveOut);
  const admission = { scheme, round, rounds, putIn: draft?.putIn ?? [] };
  const enrolled = await readEnrolled(ports, scheme);
  const people = await admitPeople(ports, admission, enrolled);
  const gathered = await gatherRound(ports, admission, people, enrolled.unreadable);
  if (draft === null) return decidePlan(gathered, round.seed, ports.now());
  const { pairings, locked: always, forbidden, leftOut, seed } = draft;
  const kept = pairings.map(({ members }) => members);
  return decidePlan(gathered, seed, ports.now(), { always, kept, forbidden, leftOut });
}

/**
 * The round, which is paired from now on when people were called before; undefined when it is not claimed yet. Its last draft
 * counts, and calendars that were read for drafts are read again.
 */
async function beginPairing({ storage, now }: Ports, round: Round | undefined): Promise<Round | undefined> {
  if (round?.stage !== 'calling') return round;
  const last = round.releasedDraft ?? (await storage.drafts.numbers(round)).at(-1);
  if (last !== undefined) await storage.availability.remove(round);
  const draft = last === undefined ? null : await storage.drafts.get({ ...round, draft: last }, leaveOut);
  const forbidden = draft?.forbidden ?? [];
  const begun = await change(storage.rounds, round, (current): Round | null =>
    current?.stage === 'calling'
      ? {
          ...current,
          ...(last !== undefined && { releasedDraft: current.releasedDraft ?? last }),
          ...(forbidden.length > 0 && { apart: forbidden }),
          stage: 'pairing',
          directoryReadAt: now(),
        }
      : null,
  );
  return begun ?? round;
}
