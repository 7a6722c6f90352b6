import type { PersonId } from '../records/person.ts';
import { firstScheme } from '../records/scheme.ts';
import { type ChangePorts, faultOf, type SettingsFault } from './check-settings.ts';
import { allSchemes } from './find-scheme.ts';
import { settingsVersion, viewSettings } from './settings.ts';
import type { SchemeSettings, StoredSettings } from './settings-schemas.ts';

export type MakeSchemeResult =
  | { readonly kind: 'made'; readonly stored: StoredSettings }
  /** `exists`: there is a scheme already, with other settings. */
  | { readonly kind: 'refused'; readonly reason: 'exists' | Exclude<SettingsFault, 'nobody'> };

/** Makes the first scheme. Its author is one of its coordinators. May be repeated. */
export async function makeScheme(
  ports: ChangePorts,
  author: PersonId,
  settings: SchemeSettings,
): Promise<MakeSchemeResult> {
  const { coordinators } = settings;
  const wanted = coordinators.includes(author)
    ? settings
    : { ...settings, coordinators: [author, ...coordinators] };
  if ((await allSchemes(ports)).length === 0) {
    const fault = await faultOf(ports, null, wanted);
    if (fault !== null && fault !== 'nobody') return { kind: 'refused', reason: fault };
    const made = { ...wanted, id: firstScheme, runsFrom: ports.now(), roundsBefore: 0, paired: null };
    if ((await ports.storage.schemes.insert(made)) !== null)
      ports.log('make scheme', { scheme: firstScheme, person: author });
  }
  const [scheme] = await allSchemes(ports);
  return scheme !== undefined && settingsVersion(scheme) === settingsVersion(wanted)
    ? { kind: 'made', stored: await viewSettings(ports, scheme) }
    : { kind: 'refused', reason: 'exists' };
}
