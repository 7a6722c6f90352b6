import type { Ports } from '../ports/ports.ts';
import { decidePlan } from './decide-plan.ts';
import type { Round } from '../records/round.ts';
import { roundTimes } from '../schemes/round-times.ts';
import type { Scheme } from '../records/scheme.ts';
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
  const number = Math.max(scheme.roundsBefore, ...rounds.map(({ number }) => number)) + 1;
  const round = stored ?? (await claim(ports, scheme, roundId, number));
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

/** Claims the round. When another worker does so at the same moment, that worker's round is returned. */
async function claim(ports: Ports, scheme: Scheme, roundId: string, number: number): Promise<Round> {
  const times = roundTimes(scheme, roundId);
  const round: Round = {
    scheme: scheme.id,
    round: roundId,
    number,
    stage: 'pairing',
    seed: ports.seed(scheme.id, roundId),
    weekStart: times.weekStart,
    weekEnd: times.weekEnd,
    answersCheckedAt: null,
    lookedAheadAt: null,
    directoryReadAt: ports.now(),
    nextMeetingAt: null,
    lastMeetingEndsAt: null,
    nextMessageAt: null,
    closeAt: null,
    repairs: 0,
  };
  if ((await ports.storage.rounds.insert(round)) !== null) return round;
  const found = await ports.storage.rounds.get(round);
  if (found === null) throw new Error(`round ${roundId} of scheme "${scheme.id}" was claimed, and is gone`);
  return found.value;
}
