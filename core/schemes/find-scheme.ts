import type { Ports } from '../ports/ports.ts';
import { defaultScheme, type Scheme } from '../records/scheme.ts';

/** What finding a scheme needs. */
export type SchemePorts = Pick<Ports, 'storage' | 'now'>;

/** All schemes; on the first call ever the default scheme is made. */
export async function allSchemes(ports: SchemePorts): Promise<Scheme[]> {
  const schemes: Scheme[] = [];
  for await (const { value } of ports.storage.schemes.list(null)) schemes.push(value);
  if (schemes.length > 0) return schemes;
  await ports.storage.schemes.insert(defaultScheme(new Date(ports.now()).toISOString()));
  return allSchemes(ports);
}

/** The scheme with that id; null asks for the one scheme there is. Null when there is no such scheme, or several to choose from. */
export async function findScheme(ports: SchemePorts, id: string | null): Promise<Scheme | null> {
  const schemes = await allSchemes(ports);
  if (id === null) return schemes.length === 1 ? (schemes[0] ?? null) : null;
  const wanted = id.toLowerCase();
  return schemes.find((scheme) => scheme.id === wanted || scheme.name.toLowerCase() === wanted) ?? null;
}

/** The scheme of work that is under way. @throws when it is not there */
export async function existingScheme({ storage }: Pick<Ports, 'storage'>, id: string): Promise<Scheme> {
  const found = await storage.schemes.get(id);
  if (found === null) throw new Error(`scheme "${id}" is not there`);
  return found.value;
}
