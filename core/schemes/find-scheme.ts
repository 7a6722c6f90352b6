import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';

/** What is asked of schemes and their rounds needs storage and the time. */
export type SchemePorts = Pick<Ports, 'storage' | 'now'>;
type Stored = Pick<Ports, 'storage'>;

/**
 * All schemes that can be read; none before somebody made the first.
 * @throws when there are some, and none can be read
 */
export async function allSchemes({ storage }: Stored): Promise<Scheme[]> {
  const schemes: Scheme[] = [];
  const unreadable: string[] = [];
  for await (const { value } of storage.schemes.list(null, (id) => unreadable.push(id))) schemes.push(value);
  if (schemes.length === 0 && unreadable.length > 0) throw new Error('no scheme can be read');
  return schemes;
}

/**
 * Finds a scheme by its id or name, in any case.
 * @param id null: the only scheme
 * @returns null when there is no such scheme, or for a null id when there are several
 */
export async function findScheme(ports: Stored, id: string | null): Promise<Scheme | null> {
  const schemes = await allSchemes(ports);
  if (id === null) return schemes.length === 1 ? (schemes[0] ?? null) : null;
  const wanted = id.toLowerCase();
  // The name of one may be the id of another.
  const named = () => schemes.find(({ name }) => name.toLowerCase() === wanted);
  return schemes.find((scheme) => scheme.id === wanted) ?? named() ?? null;
}

/** @throws when there is no such scheme: for work on a scheme that must exist */
export async function existingScheme({ storage }: Stored, id: string): Promise<Scheme> {
  const found = await storage.schemes.get(id);
  if (found === null) throw new Error(`scheme "${id}" is not there`);
  return found.value;
}

/** Finds a scheme, and a round of it; null when there is no such one. */
export async function findRound(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
): Promise<{ readonly scheme: Scheme; readonly round: Round } | null> {
  const scheme = await findScheme(ports, schemeId);
  const round = scheme && (await ports.storage.rounds.get({ scheme: scheme.id, round: roundId }));
  return scheme && round && { scheme, round: round.value };
}
