import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { nextRound } from '../schemes/round-times.ts';
import { tellCoordinators } from './tell-coordinators.ts';

/**
 * Tells the coordinators of a scheme that queues gave up messages: once for each queue and round.
 * @param rounds all rounds of the scheme; it is told with the latest, or else with the first to come
 */
export async function reportPoison(
  ports: Ports,
  scheme: Scheme,
  rounds: readonly Round[],
  counts: Awaited<ReturnType<Ports['poison']['counts']>>,
): Promise<void> {
  const found = counts.filter(({ messages }) => messages > 0);
  if (found.length === 0 || scheme.coordinators.length === 0) return;
  const latest = rounds.reduce<string | null>(
    (last, { round }) => (last !== null && last > round ? last : round),
    null,
  );
  await tellCoordinators(
    ports,
    scheme,
    latest ?? nextRound(scheme, ports.now()).round,
    found.map(({ queue, messages }) => ({
      about: 'needs-a-hand',
      reason: 'poison-messages',
      count: messages,
      of: messages,
      queue,
    })),
  );
}
