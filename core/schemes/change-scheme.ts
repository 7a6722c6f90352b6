import type { PersonId } from '../records/person.ts';
import { type ChangePorts, changesDates, faultOf, type SettingsFault } from './check-settings.ts';
import { findScheme } from './find-scheme.ts';
import { settingsVersion, viewSettings } from './settings.ts';
import { schemeSettings, type SettingsChange, type StoredSettings } from './settings-schemas.ts';

export type ChangeSchemeResult =
  | { readonly kind: 'changed'; readonly stored: StoredSettings }
  /** Somebody else changed the settings since that version; nothing was written. `version`: the present one. */
  | { readonly kind: 'conflict'; readonly version: string }
  | { readonly kind: 'refused'; readonly reason: SettingsFault }
  | { readonly kind: 'unknown-scheme' };

/**
 * Changes a scheme's settings for a coordinator, unless somebody else changed them since they were read. Rounds that are
 * planned from now on use them. A change may be repeated: settings equal to the stored ones are no conflict, whatever
 * version is named.
 */
export async function changeScheme(
  ports: ChangePorts,
  coordinator: PersonId,
  schemeId: string,
  { version, settings: wanted }: SettingsChange,
): Promise<ChangeSchemeResult> {
  const { schemes } = ports.storage;
  const found = await findScheme(ports, schemeId);
  const read = found && (await schemes.get(found.id));
  if (read === null) return { kind: 'unknown-scheme' };
  const before = read.value;
  const settings = schemeSettings.parse({ ...before, ...wanted });
  const [present, next] = [settingsVersion(before), settingsVersion(settings)];
  if (present === next) return { kind: 'changed', stored: await viewSettings(ports, before) };
  if (present !== version) return { kind: 'conflict', version: present };
  const fault = await faultOf(ports, before, settings);
  if (fault !== null) return { kind: 'refused', reason: fault };

  const runsFrom = changesDates(before, settings) ? ports.now() : before.runsFrom;
  const value = { ...before, ...settings, runsFrom };
  const written = await schemes.replace(value, read.version);
  if (written !== null) {
    ports.log('change scheme', { scheme: value.id, person: coordinator });
    return { kind: 'changed', stored: await viewSettings(ports, value) };
  }
  // Somebody else was first. Or the write succeeded, its answer was lost, and the storage client repeated it.
  const current = await schemes.get(value.id);
  if (current === null) return { kind: 'unknown-scheme' };
  const now = settingsVersion(current.value);
  // Its settings are those of before: a round was paired meanwhile.
  if (now === version) return changeScheme(ports, coordinator, schemeId, { version, settings: wanted });
  return now === next
    ? { kind: 'changed', stored: await viewSettings(ports, current.value) }
    : { kind: 'conflict', version: now };
}
