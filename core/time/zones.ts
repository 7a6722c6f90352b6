import { WINDOWS_TO_IANA_MAP, findIana } from 'windows-iana';

/** Windows names that are in use, but missing in CLDR's table and therefore in `windows-iana`. */
const missing: Readonly<Record<string, string>> = {
  'Coordinated Universal Time': 'Etc/UTC',
  'tzone://Microsoft/Utc': 'Etc/UTC',
  'Mid-Atlantic Standard Time': 'Atlantic/South_Georgia',
  'Kamchatka Standard Time': 'Asia/Kamchatka',
};

/** IANA names by Windows name in lower case, since Windows ignores case. */
const windows = new Map<string, string>([
  ...WINDOWS_TO_IANA_MAP.map(({ windowsName }): [string, string] => [
    windowsName.toLowerCase(),
    findIana(windowsName)[0] ?? '',
  ]),
  ...Object.entries(missing).map(([name, zone]): [string, string] => [name.toLowerCase(), zone]),
]);

/**
 * The IANA name of a zone.
 * @param name an IANA name (returned as written) or a Windows name
 * @returns null for other names, such as the offset `+01:00`
 * @example ianaZone('W. Europe Standard Time') → 'Europe/Berlin'
 */
export function ianaZone(name: string): string | null {
  const zone = windows.get(name.trim().toLowerCase()) ?? name.trim();
  return isIana(zone) ? zone : null;
}

/** Whether a name is an IANA or a Windows name of a zone. */
export function isZone(name: string): boolean {
  return ianaZone(name) !== null;
}

/** IANA names found so far. The formatter that finds out is slow to make. */
const known = new Set<string>();

function isIana(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    known.add(name);
    return true;
  } catch {
    return false;
  }
}
