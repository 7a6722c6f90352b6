import type { Ports } from '../../ports/ports.ts';
import { decidePlan } from '../../rounds/decide-plan.ts';
import type { Round } from '../../rounds/round.ts';
import { roundTimes } from '../../schemes/calendar.ts';
import { change } from '../change.ts';
import { existingScheme } from '../schemes.ts';
import { carryOutRound } from './carry-out-round.ts';
import { gatherRound } from './gather-round.ts';
import { recordPlanned } from './record-planned.ts';

/**
 * Claims the round, decides who meets whom and when, stores that plan once, and begins to carry it out.
 * A repeat goes on from the plan that stands.
 */
export async function pairRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };
  const times = roundTimes(scheme, roundId);

  // 1. Claim: the round exists from here on. Rounds are numbered in the order in which they were claimed.
  const rounds: Round[] = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
  const standing = rounds.find(({ round }) => round === roundId);
  const round: Round = standing ?? {
    ...key,
    number: Math.max(scheme.roundsBefore, ...rounds.map(({ number }) => number)) + 1,
    stage: 'pairing',
    weekStart: new Date(times.weekStart).toISOString(),
    weekEnd: new Date(times.weekEnd).toISOString(),
    answersCheckedAt: null,
    lookedAheadAt: null,
    nextMeetingAt: null,
    lookWaitsUntil: null,
    repairs: 0,
  };
  if (standing === undefined) await ports.storage.rounds.insert(round);
  else if (standing.stage === 'booking') return carryOutRound(ports, scheme.id, roundId);
  else if (standing.stage !== 'pairing') return;

  // 2. Gather, decide, store. Whoever stores first wins.
  const plan =
    (await ports.storage.plans.get(key)) ??
    (await ports.storage.plans.putFirst(
      decidePlan(
        await gatherRound(ports, scheme, round, rounds),
        ports.seed(scheme.id, roundId),
        ports.now(),
      ),
    ));
  ports.log('planned', {
    ...key,
    pairings: plan.pairings.length,
    unplaced: plan.unplaced.length,
    optimal: plan.optimal,
  });

  // 3. Record. Whatever is done from here on follows from the records.
  const records = await recordPlanned(ports, scheme, plan);
  await change(ports.storage.rounds, key, (current): Round | null =>
    current?.stage === 'pairing' ? { ...current, stage: 'booking' } : null,
  );

  // 4. Act.
  await carryOutRound(ports, scheme.id, roundId, records);
}
