import type { Ports } from '../ports/ports.ts';
import type { OnUnreadable } from '../ports/storage.ts';
import type { PersonId } from '../records/person.ts';
import { concurrently } from '../shared/concurrently.ts';

/** Whether a record names somebody, anywhere in it. */
export function names(value: unknown, person: PersonId): boolean {
  return JSON.stringify(value).includes(person);
}

/** Whether a blob names somebody. One that cannot be read may. */
export async function isNamed(
  person: PersonId,
  read: (onUnreadable: OnUnreadable) => Promise<unknown>,
): Promise<boolean> {
  const odd: string[] = [];
  const value = await read((id) => odd.push(id));
  return odd.length > 0 || names(value, person);
}

/** The numbers of a round's drafts that name somebody, or cannot be read. */
export async function draftsNaming(
  { storage }: Pick<Ports, 'storage'>,
  round: { readonly scheme: string; readonly round: string },
  person: PersonId,
): Promise<number[]> {
  const { scheme, round: id } = round;
  const found = await concurrently(await storage.drafts.numbers({ scheme, round: id }), async (draft) => {
    const isTheirs = await isNamed(person, (odd) => storage.drafts.get({ scheme, round: id, draft }, odd));
    return isTheirs ? [draft] : [];
  });
  return found.flat();
}
