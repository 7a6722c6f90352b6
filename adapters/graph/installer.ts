import type { Installer } from '../../core/ports/installer.ts';
import { objectId } from '../../core/records/person.ts';
import type { Graph } from './client.ts';
import { graphFailure } from './failure.ts';

const catalogue = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';

/**
 * Adds the app for people (permission `TeamsAppInstallation.ReadWriteSelfForUser.All`).
 * https://learn.microsoft.com/graph/api/userteamwork-post-installedapps
 * @param app the app's id in the organisation's catalogue; undefined: nobody gets the app this way
 */
export function graphInstaller(graph: Graph, app: string | undefined): Installer {
  return {
    async install(person) {
      if (app === undefined) return 'not-allowed';
      const [answer] = await graph.batch([
        {
          method: 'POST',
          url: `/users/${objectId(person)}/teamwork/installedApps`,
          body: { 'teamsApp@odata.bind': `${catalogue}/${app}` },
        },
      ]);
      const { status = 0, body } = answer ?? {};
      // 409: they have it already.
      if (status === 201 || status === 409) return 'installed';
      // 403: no consent, or a policy of the tenant. 404: the app is not in the catalogue.
      if (status === 403 || status === 404) return 'not-allowed';
      throw graphFailure('installing the app for somebody', status, body);
    },
  };
}
