import type { Ports } from '../ports/ports.ts';
import { defaultScheme, type Scheme } from '../records/scheme.ts';

/** What finding a scheme needs. */
export type SchemePorts = Pick<Ports, 'storage' | 'now'>;

/**
 * All schemes that can be read. When there is none yet, it makes the default scheme.
 * @throws when none can be read
 */
export async function allSchemes(ports: SchemePorts): Promise<Scheme[]> {
  const schemes = await listed(ports);
  if (schemes.length > 0) return schemes;
  await ports.storage.schemes.insert(defaultScheme(ports.now()));
  const made = await listed(ports);
  if (made.length === 0) throw new Error('no scheme can be read');
  return made;
}

async function listed({ storage }: SchemePorts): Promise<Scheme[]> {
  const schemes: Scheme[] = [];
  for await (const { value } of storage.schemes.list(null)) schemes.push(value);
  return schemes;
}

/**
 * Finds a scheme by its id or name, in any case.
 * @param id null: the only scheme
 * @returns null when there is no such scheme, or for a null id when there are several
 */
export async function findScheme(ports: SchemePorts, id: string | null): Promise<Scheme | null> {
  const schemes = await allSchemes(ports);
  if (id === null) return schemes.length === 1 ? (schemes[0] ?? null) : null;
  const wanted = id.toLowerCase();
  return schemes.find((scheme) => scheme.id === wanted || scheme.name.toLowerCase() === wanted) ?? null;
}

/** @throws when there is no such scheme: for work on a scheme that must exist */
export async function existingScheme({ storage }: Pick<Ports, 'storage'>, id: string): Promise<Scheme> {
  const found = await storage.schemes.get(id);
  if (found === null) throw new Error(`scheme "${id}" is not there`);
  return found.value;
}
