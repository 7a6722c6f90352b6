import { readMySettings, saveMySettings } from '../../../../core/enrolment/my-settings.ts';
import { changeScheme } from '../../../../core/schemes/change-scheme.ts';
import { readSettings } from '../../../../core/schemes/settings.ts';
import { type Handlers, orMissing, shown } from '../reply.ts';

/** What people choose for themselves, and coordinators for a scheme. */
export const settings: Handlers<'my-settings' | 'change-my-settings' | 'settings' | 'change-settings'> = {
  'my-settings': async ({ ports, user, params }) =>
    orMissing(await readMySettings(ports, user.id, params.scheme)),
  'change-my-settings': async ({ ports, user, params, version, body }) => {
    const result = await saveMySettings(ports, user, params.scheme, version, body);
    if (result.kind === 'unknown') return null;
    if (result.kind === 'refused') return result;
    return result.kind === 'changed'
      ? shown(result.settings)
      : { kind: 'stale', version: result.settings.version };
  },
  settings: async ({ ports, params }) => orMissing(await readSettings(ports, params.scheme)),
  'change-settings': async ({ ports, user, params, version, body }) => {
    const result = await changeScheme(ports, user.id, params.scheme, { ...body, version });
    if (result.kind === 'unknown-scheme') return null;
    if (result.kind === 'refused') return result;
    return result.kind === 'changed' ? shown(result.stored) : { kind: 'stale', version: result.version };
  },
};
