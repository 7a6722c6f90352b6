import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import {
  schemeSettings,
  type SchemeSettings,
  type SettingsChange,
  type StoredSettings,
} from './settings-schemas.ts';
import { findScheme, type SchemePorts } from './find-scheme.ts';
import { settingsView } from './settings.ts';

/** `conflict`: somebody else changed the settings since that version; nothing was written. */
export type ChangeSchemeResult =
  | { readonly kind: 'changed' | 'conflict'; readonly stored: StoredSettings }
  | { readonly kind: 'unknown-scheme' };

/**
 * Changes a scheme's settings for a coordinator, unless somebody else changed them since they were read. Rounds that are
 * planned from now on use them. A change may be repeated: settings equal to the stored ones are no conflict, whatever
 * version is named. From then on the coordinator is told how the scheme is doing.
 */
export async function changeScheme(
  ports: SchemePorts & Pick<Ports, 'log'>,
  coordinator: PersonId,
  schemeId: string,
  { version, settings: wanted }: SettingsChange,
): Promise<ChangeSchemeResult> {
  const { schemes } = ports.storage;
  const found = await findScheme(ports, schemeId);
  const read = found && (await schemes.get(found.id));
  if (read === null) return { kind: 'unknown-scheme' };
  const { coordinators } = read.value;
  const settings = schemeSettings.parse({ ...read.value, ...wanted });
  const isKnown = coordinators.includes(coordinator);
  const isUnchanged = isSame(read.value, settings);
  if (isUnchanged && isKnown) return { kind: 'changed', stored: settingsView(read.value) };
  if (!isUnchanged && settingsView(read.value).version !== version)
    return { kind: 'conflict', stored: settingsView(read.value) };

  const named = isKnown ? coordinators : [...coordinators, coordinator];
  const value = { ...read.value, ...settings, coordinators: named };
  const written = await schemes.replace(value, read.version);
  if (written !== null) {
    ports.log('change scheme', { scheme: value.id, person: coordinator });
    return { kind: 'changed', stored: settingsView(value) };
  }
  // Somebody else was first. Or the write succeeded, its answer was lost, and the storage client repeated it.
  const current = await schemes.get(value.id);
  if (current === null) return { kind: 'unknown-scheme' };
  const kind = isSame(current.value, settings) ? 'changed' : 'conflict';
  return { kind, stored: settingsView(current.value) };
}

function isSame(a: SchemeSettings, b: SchemeSettings): boolean {
  return JSON.stringify(schemeSettings.parse(a)) === JSON.stringify(schemeSettings.parse(b));
}
