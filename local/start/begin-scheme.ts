import { personId } from '../../core/records/person.ts';
import { allSchemes, type SchemePorts } from '../../core/schemes/find-scheme.ts';
import { type EarlierMeeting, importHistory } from '../../core/schemes/import-history.ts';
import { change } from '../../core/shared/change.ts';
import type { HistoryRow } from '../files/history.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Makes the scheme, and tells it who coordinates it, and who met before. May be repeated. */
export async function beginScheme(
  ports: SchemePorts,
  tenant: string,
  { employees, coordinators }: Organisation,
  history: readonly HistoryRow[],
): Promise<void> {
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined) return;
  const ids = new Map(employees.map(({ mail, oid }) => [mail.toLowerCase(), personId(tenant, oid)]));
  const named = coordinators.flatMap((mail) => ids.get(mail.toLowerCase()) ?? []);
  await change(ports.storage.schemes, scheme.id, (current) => {
    const added = named.filter((id) => current?.coordinators.includes(id) === false);
    return current && added.length > 0
      ? { ...current, coordinators: [...current.coordinators, ...added] }
      : null;
  });
  if (history.length === 0) return;
  const known = history.flatMap(({ round, a, b, met }): EarlierMeeting[] => {
    const [first, second] = [ids.get(a.toLowerCase()), ids.get(b.toLowerCase())];
    return first === undefined || second === undefined ? [] : [{ round, a: first, b: second, met }];
  });
  await importHistory(ports, scheme.id, known);
}
