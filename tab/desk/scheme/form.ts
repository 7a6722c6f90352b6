import { mostWrittenOfScheme } from '../../../core/records/limits/most-written.ts';
import { oneLine } from '../../../core/records/limits/one-line.ts';
import type { SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import { zoneNamed } from './fields/zones.ts';

/** Where something is wrong with settings, and what: a text of `words.scheme`. */
export interface Faults {
  readonly name?: 'nameMissing';
  readonly zone?: 'zoneUnknown';
  readonly pairingDay?: 'pairingTooEarly';
  readonly pairingAt?: 'timeMissing';
  readonly days?: 'dayMissing';
  readonly workStart?: 'timeMissing';
  readonly workEnd?: 'timeMissing' | 'endsTooSoon';
  readonly lunchStart?: 'timeMissing';
  readonly lunchEnd?: 'timeMissing' | 'endsTooSoon';
  readonly coordinators?: 'nobody';
}

/**
 * Settings to begin with, for somebody in a zone.
 * @param name of the scheme
 */
export function firstSettings(name: string, zone: string): SchemeSettings {
  return {
    name,
    purpose: '',
    zone,
    cadence: { kind: 'monthly', week: 2 },
    pairing: { daysBefore: 4, at: '10:00' },
    minutes: 30,
    booking: 'automatic',
    asking: 'standing',
    preview: 'timed',
    ownRule: null,
    booksForSilent: true,
    coordinators: [],
    coverage: true,
    lunch: { start: '12:00', end: '13:00' },
    workingHours: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], start: '09:00', end: '17:00' },
  };
}

/**
 * What is wrong with settings as somebody types them.
 * @param before as they are stored; null: not yet
 */
export function faultsOf(typed: SchemeSettings, before: SchemeSettings | null): Faults {
  const { name, zone, cadence, pairing, lunch, workingHours: work, coordinators } = typed;
  // The meeting week of the round before ends so many days before the next one.
  const between = cadence.kind === 'monthly' ? 21 : 7 * (cadence.every - 1);
  return {
    ...(oneLine(name, mostWrittenOfScheme.name) === null && { name: 'nameMissing' }),
    ...(zoneNamed(zone) === null && { zone: 'zoneUnknown' }),
    ...(pairing.daysBefore > between && { pairingDay: 'pairingTooEarly' }),
    ...(pairing.at === '' && { pairingAt: 'timeMissing' }),
    ...(work.days.length === 0 && { days: 'dayMissing' }),
    ...(work.start === '' && { workStart: 'timeMissing' }),
    ...endFault('workEnd', work),
    ...(lunch.start === '' && { lunchStart: 'timeMissing' }),
    ...endFault('lunchEnd', lunch),
    ...(coordinators.length === 0 &&
      before !== null &&
      before.coordinators.length > 0 && { coordinators: 'nobody' }),
  };
}

function endFault(
  end: 'workEnd' | 'lunchEnd',
  times: { readonly start: string; readonly end: string },
): Pick<Faults, typeof end> {
  if (times.end === '') return { [end]: 'timeMissing' };
  return times.start < times.end ? {} : { [end]: 'endsTooSoon' };
}

/** Whether the dates of rounds can be found with such settings. */
export function hasDates({ zone, pairingDay, pairingAt, days, workStart, workEnd }: Faults): boolean {
  return [zone, pairingDay, pairingAt, days, workStart, workEnd].every((fault) => fault === undefined);
}

/** Settings as they are stored: texts on one line, and the zone by its name. */
export function storable(typed: SchemeSettings): SchemeSettings {
  const { name, purpose, ownRule } = mostWrittenOfScheme;
  return {
    ...typed,
    name: oneLine(typed.name, name) ?? '',
    purpose: oneLine(typed.purpose, purpose) ?? '',
    zone: zoneNamed(typed.zone) ?? typed.zone,
    ownRule: oneLine(typed.ownRule ?? '', ownRule),
  };
}

export type Setting = keyof SchemeSettings;

/** The settings in which two differ, in the order of the first. */
export function changedSettings(one: SchemeSettings, other: SchemeSettings): Setting[] {
  const [before, after] = [storable(one), storable(other)];
  return (Object.keys(before) as Setting[]).filter((name) => !isSame(before[name], after[name]));
}

/** The named ones of some settings. */
export function some(settings: SchemeSettings, names: readonly Setting[]): Partial<SchemeSettings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

/** What was changed elsewhere while somebody typed. */
export interface Elsewhere {
  readonly alone: readonly Setting[];
  /** What they changed themselves too, to something else. */
  readonly both: readonly Setting[];
}

/** Settings as somebody types them, after other ones were stored: what they changed stays, the others follow. */
export function follow(
  { base, typed }: { readonly base: SchemeSettings; readonly typed: SchemeSettings },
  stored: SchemeSettings,
): { readonly typed: SchemeSettings; readonly elsewhere: Elsewhere } {
  const mine = changedSettings(base, typed);
  const theirs = changedSettings(base, stored).filter((name) => !isSame(typed[name], stored[name]));
  return {
    typed: { ...stored, ...some(typed, mine) },
    elsewhere: {
      alone: theirs.filter((name) => !mine.includes(name)),
      both: theirs.filter((name) => mine.includes(name)),
    },
  };
}

/** Whether two values of a setting are the same, whatever the order of their fields. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
