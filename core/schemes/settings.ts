import type { Ports } from '../ports/ports.ts';
import type { Scheme } from '../records/scheme.ts';
import { versionOf } from '../shared/version-of.ts';
import { findScheme } from './find-scheme.ts';
import { schemeSettings, type SchemeSettings, type StoredSettings } from './settings-schemas.ts';

/** What reading settings needs: coordinators who are not known to storage are looked up in the directory. */
export type SettingsPorts = Pick<Ports, 'storage' | 'directory'>;

/** A scheme's settings, with the version that a change of them must name; null when there is no such scheme. */
export async function readSettings(ports: SettingsPorts, schemeId: string): Promise<StoredSettings | null> {
  const scheme = await findScheme(ports, schemeId);
  return scheme && viewSettings(ports, scheme);
}

/** The settings of a scheme as they are read, with the coordinators by name. */
export async function viewSettings(
  { storage, directory }: SettingsPorts,
  scheme: Scheme,
): Promise<StoredSettings> {
  const settings = schemeSettings.parse(scheme);
  const { coordinators } = settings;
  const kept = await storage.people.getMany(coordinators);
  const others = coordinators.filter((id) => !kept.has(id));
  const found = others.length === 0 ? null : await directory.people(others);
  const nameOf = (id: string) => kept.get(id)?.name ?? found?.get(id)?.name ?? '';
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    version: settingsVersion(settings),
    settings,
    people: coordinators.map((id) => ({ id, name: nameOf(id) })),
  };
}

/** Two settings of a scheme are the same when they have the same version. */
export function settingsVersion(settings: SchemeSettings): string {
  // Parsing puts the fields into one order, on which the version depends.
  return versionOf(schemeSettings.parse(settings));
}
