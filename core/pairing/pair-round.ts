import type { Ports } from '../ports/ports.ts';
import { decidePlan } from './decide-plan.ts';
import type { Round } from '../records/round.ts';
import { claimRound } from '../calling/claim-round.ts';
import { change } from '../shared/change.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { carryOutRound } from '../outstanding/carry-out-round.ts';
import { gatherRound } from './gather-round.ts';
import { recordPlan } from './record-plan.ts';
import { reportPlan } from '../reporting/report-round.ts';

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

  // 2. Gather, decide, store. When two workers decide at once, the first to store wins.
  const plan =
    (await ports.storage.plans.get(key)) ??
    (await ports.storage.plans.putFirst(
      decidePlan(await gatherRound(ports, scheme, round, rounds), round.seed, ports.now()),
    ));
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

/** The round, which is paired from now on when people were called before; undefined when it is not claimed yet. */
async function beginPairing({ storage, now }: Ports, round: Round | undefined): Promise<Round | undefined> {
  if (round?.stage !== 'calling') return round;
  const begun = await change(storage.rounds, round, (current): Round | null =>
    current?.stage === 'calling' ? { ...current, stage: 'pairing', directoryReadAt: now() } : null,
  );
  return begun ?? round;
}
