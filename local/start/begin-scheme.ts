import { personId } from '../../core/records/person.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { allSchemes, type SchemePorts } from '../../core/schemes/find-scheme.ts';
import { type EarlierMeeting, importHistory } from '../../core/schemes/import-history.ts';
import type { HistoryRow } from '../files/history.ts';
import type { Organisation } from '../organisation/organisation.ts';

/**
 * Makes the default scheme, unless there is one or the product begins without. Tells the scheme who met before. May be
 * repeated.
 */
export async function beginScheme(
  ports: SchemePorts,
  tenant: string,
  { employees, coordinators }: Organisation,
  { history, empty = false }: { readonly history: readonly HistoryRow[]; readonly empty?: boolean },
): Promise<void> {
  const ids = new Map(employees.map(({ mail, oid }) => [mail.toLowerCase(), personId(tenant, oid)]));
  if (!empty && (await allSchemes(ports)).length === 0) {
    const named = coordinators.flatMap((mail) => ids.get(mail.toLowerCase()) ?? []);
    await ports.storage.schemes.insert({ ...defaultScheme(ports.now()), coordinators: named });
  }
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined || history.length === 0) return;
  const known = history.flatMap(({ round, a, b, met }): EarlierMeeting[] => {
    const [first, second] = [ids.get(a.toLowerCase()), ids.get(b.toLowerCase())];
    return first === undefined || second === undefined ? [] : [{ round, a: first, b: second, met }];
  });
  await importHistory(ports, scheme.id, known);
}
