import type { Scheme } from '../records/scheme.ts';
import { schemeSettings, type StoredSettings } from './settings-schemas.ts';
import { findScheme, type SchemePorts } from './find-scheme.ts';
import { versionOf } from '../shared/version-of.ts';

/** A scheme's settings, with the version that a change of them must name; null when there is no such scheme. */
export async function readSettings(ports: SchemePorts, schemeId: string): Promise<StoredSettings | null> {
  const scheme = await findScheme(ports, schemeId);
  const stored = scheme && (await ports.storage.schemes.get(scheme.id));
  return stored && settingsView(stored.value);
}

export function settingsView(value: Scheme): StoredSettings {
  const settings = schemeSettings.parse(value);
  return { scheme: value.id, schemeName: value.name, version: versionOf(settings), settings, people: [] };
}
