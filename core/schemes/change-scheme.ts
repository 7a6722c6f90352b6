import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { SchemeSettings, SettingsChange, StoredSettings } from '../records/scheme.ts';
import { findScheme, type SchemePorts } from './find-scheme.ts';
import { settingsView } from './settings.ts';

/** `conflict`: the settings are no more those that the version names; nothing was written. */
export type ChangeSchemeResult =
  | { readonly kind: 'changed' | 'conflict'; readonly standing: StoredSettings }
  | { readonly kind: 'unknown-scheme' };

/**
 * A coordinator changes a scheme's settings, on the condition that nobody else did since they were read: for whatever is
 * planned from now on. Settings that stand already are no conflict, whatever version is named: a change may be repeated.
 */
export async function changeScheme(
  ports: SchemePorts & Pick<Ports, 'log'>,
  coordinator: PersonId,
  schemeId: string,
  { version, settings }: SettingsChange,
): Promise<ChangeSchemeResult> {
  const { schemes } = ports.storage;
  const found = await findScheme(ports, schemeId);
  const read = found && (await schemes.get(found.id));
  if (read === null) return { kind: 'unknown-scheme' };
  if (isSame(read.value, settings)) return { kind: 'changed', standing: settingsView(read) };
  if (read.version !== version) return { kind: 'conflict', standing: settingsView(read) };

  const value = { ...read.value, ...settings };
  const written = await schemes.replace(value, version);
  if (written !== null) {
    ports.log('change scheme', { scheme: value.id, person: coordinator });
    return { kind: 'changed', standing: settingsView({ value, version: written }) };
  }
  // Somebody else was first; or it was us, and storage was asked once more because its answer had been lost.
  const standing = await schemes.get(value.id);
  if (standing === null) return { kind: 'unknown-scheme' };
  const kind = isSame(standing.value, settings) ? 'changed' : 'conflict';
  return { kind, standing: settingsView(standing) };
}

function isSame(a: SchemeSettings, b: SchemeSettings): boolean {
  return (
    a.minutes === b.minutes &&
    a.booking === b.booking &&
    a.lunch.start === b.lunch.start &&
    a.lunch.end === b.lunch.end
  );
}
