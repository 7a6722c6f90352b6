import type { SchemeFigures } from '../api/rounds.ts';
import { isAway } from '../records/participant.ts';
import { findScheme, type SchemePorts } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';

/** Fewer than these could be told apart. */
const fewest = 5;

/** How a scheme is doing, for everybody; null when there is no such scheme. */
export async function readSchemeFigures(ports: SchemePorts, schemeId: string): Promise<SchemeFigures | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const key = { scheme: scheme.id };
  const sums = { rounds: 0, people: 0, met: 0, known: 0 };
  for await (const { value } of ports.storage.rounds.list(key, leaveOut)) {
    if (value.stage !== 'calling') sums.rounds += 1;
    sums.met += value.figures?.met ?? 0;
    sums.known += (value.figures?.met ?? 0) + (value.figures?.notMet ?? 0);
  }
  for await (const { value } of ports.storage.participants.list(key, leaveOut)) {
    if (!isAway(value, scheme.zone, ports.now())) sums.people += 1;
  }
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    rounds: sums.rounds < fewest ? null : sums.rounds,
    people: sums.people < fewest ? null : sums.people,
    met: sums.known < fewest ? null : Math.round((sums.met / sums.known) * 100) / 100,
  };
}
