import { WINDOWS_TO_IANA_MAP, findIana } from 'windows-iana';

/** Windows names that are in use and that CLDR's table, and so `windows-iana`, does not have. */
const missing: Readonly<Record<string, string>> = {
  'Coordinated Universal Time': 'Etc/UTC',
  'tzone://Microsoft/Utc': 'Etc/UTC',
  'Mid-Atlantic Standard Time': 'Atlantic/South_Georgia',
  'Kamchatka Standard Time': 'Asia/Kamchatka',
};

/** Windows names in lower case, since Windows does not tell cases apart. */
const windows = new Map<string, string>([
  ...WINDOWS_TO_IANA_MAP.map(({ windowsName }): [string, string] => [
    windowsName.toLowerCase(),
    findIana(windowsName)[0] ?? '',
  ]),
  ...Object.entries(missing).map(([name, zone]): [string, string] => [name.toLowerCase(), zone]),
]);

/**
 * The IANA zone that a name means, be it an IANA name (returned as it is written) or a Windows one; null for
 * anything else, offsets such as `+01:00` included.
 * @example ianaZone('W. Europe Standard Time') → 'Europe/Berlin'
 */
export function ianaZone(name: string): string | null {
  const zone = windows.get(name.trim().toLowerCase()) ?? name.trim();
  return isIana(zone) ? zone : null;
}

/** Whether a name is an IANA or a Windows zone. */
export function isZone(name: string): boolean {
  return ianaZone(name) !== null;
}

/** IANA names met so far: making a formatter to find out is slow. */
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
