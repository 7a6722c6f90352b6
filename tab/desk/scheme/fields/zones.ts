/** `UTC` is a name of Windows too, so the product takes it by this one alone. Some browsers leave it out. */
const utc = 'Etc/UTC';

/** The IANA names of the zones that a browser knows. */
const names = [...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC' && name !== utc), utc];

/** The zone that somebody means by what they typed; null: none has that name. @example zoneNamed('europe/isle of man') → 'Europe/Isle_of_Man' */
export function zoneNamed(typed: string): string | null {
  const wanted = plain(typed);
  if (wanted === 'utc') return utc;
  return names.find((name) => plain(name) === wanted) ?? otherName(typed.trim());
}

/** Zones that have what is typed in their name, or else in what their clock is called in a locale. @example 'berlin', 'central european' */
export function zonesLike(typed: string, locale: string): readonly string[] {
  const wanted = plain(typed);
  const found = names.filter((name) => plain(name).includes(wanted));
  return found.length > 0 ? found : names.filter((name) => plain(clockOf(name, locale)).includes(wanted));
}

/** What the clock of a zone is called. @example clockOf('Europe/Berlin', 'en-GB') → 'Central European Time' */
export function clockOf(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Browsers list one name of each zone, and understand others. */
function otherName(name: string): string | null {
  if (!/^[A-Za-z]+\/[A-Za-z_/-]+$/.test(name)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === 'UTC' ? utc : timeZone;
  } catch {
    return null;
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').trim().toLowerCase();
}
