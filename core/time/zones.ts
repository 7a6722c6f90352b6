import { WINDOWS_TO_IANA_MAP } from 'windows-iana';

/** Windows names, in lower case, that are in use, but missing in CLDR's table and therefore in `windows-iana`. */
const missing: ReadonlyMap<string, string> = new Map([
  ['coordinated universal time', 'Etc/UTC'],
  ['tzone://microsoft/utc', 'Etc/UTC'],
  ['mid-atlantic standard time', 'Atlantic/South_Georgia'],
  ['kamchatka standard time', 'Asia/Kamchatka'],
]);

/**
 * The IANA name of a zone.
 * @param name an IANA name (returned as written) or a Windows name
 * @returns null for other names, such as the offset `+01:00`
 * @example ianaZone('W. Europe Standard Time') → 'Europe/Berlin'
 */
export function ianaZone(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const zone = fromWindows(name.trim()) ?? name.trim();
  if (!isIana(zone)) return null;
  known.set(name, zone);
  return zone;
}

/** Whether a name is an IANA or a Windows name of a zone. */
export function isZone(name: string): boolean {
  return ianaZone(name) !== null;
}

/** Zones found so far, by name as given. Both the search in CLDR's table and the formatter that finds out are slow. */
const known = new Map<string, string>();

/** The IANA name for a Windows name. Windows ignores case. */
function fromWindows(name: string): string | undefined {
  const lower = name.toLowerCase();
  const row = WINDOWS_TO_IANA_MAP.find(
    ({ windowsName, territory }) => territory === anyTerritory && windowsName.toLowerCase() === lower,
  );
  return row?.iana[0] ?? missing.get(lower);
}

/** CLDR's code for the world: the zone where no country is asked for. The bundle has no other rows (`scripts/app/plugins.ts`). */
const anyTerritory = '001';

function isIana(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
