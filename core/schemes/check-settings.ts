import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { fitTogether } from './scheme-dates.ts';
import type { SchemeSettings } from './settings-schemas.ts';

/** What a change of settings needs. */
export type ChangePorts = Pick<Ports, 'storage' | 'directory' | 'now' | 'log'>;

/**
 * Why settings cannot be those of a scheme. `nobody`: no coordinator would be left. `not-in-directory`: a new coordinator is not in the
 * directory. `dates`: rounds would overlap, or one that people were asked about would be paired in the past.
 */
export type SettingsFault = 'nobody' | 'not-in-directory' | 'dates';

/**
 * What is wrong with the settings that somebody wants; null: nothing.
 * @param before null: the scheme is still to be made
 */
export async function faultOf(
  { storage, directory, now }: ChangePorts,
  before: Scheme | null,
  wanted: SchemeSettings,
): Promise<SettingsFault | null> {
  const present = before?.coordinators ?? [];
  if (wanted.coordinators.length === 0 && present.length > 0) return 'nobody';
  const added = wanted.coordinators.filter((id) => !present.includes(id));
  const known = added.length === 0 ? null : await directory.people(added);
  if (added.some((id) => known?.get(id)?.enabled !== true)) return 'not-in-directory';
  if (before !== null && !changesDates(before, wanted)) return null;
  const rounds: Round[] = [];
  if (before !== null)
    for await (const { value } of storage.rounds.list({ scheme: before.id })) rounds.push(value);
  return fitTogether(wanted, rounds, now()) ? null : 'dates';
}

/** Whether rounds get other dates. */
export function changesDates(before: Scheme, { zone, cadence, pairing }: SchemeSettings): boolean {
  const dates = ({ zone, cadence, pairing }: Pick<Scheme, 'zone' | 'cadence' | 'pairing'>) =>
    JSON.stringify([zone, cadence, pairing]);
  return dates(before) !== dates({ zone, cadence, pairing });
}
