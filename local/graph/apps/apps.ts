import type { Directory } from '../directory/users.ts';
import type { Route } from '../protocol/call.ts';
import { badRequest, GraphError, noSuchResource } from '../protocol/errors.ts';
import { checkOptions } from '../protocol/query.ts';

/** The organisation's catalogue of Teams apps, with this app alone. */
export interface Apps {
  /** The app's id in the catalogue. */
  readonly id: string;
  /** Adds the app for somebody; false when they have it. */
  install(oid: string): Promise<boolean>;
}

const binding = 'teamsApp@odata.bind';
const catalogued = /^https:\/\/graph\.microsoft\.com\/v1\.0\/appCatalogs\/teamsApps\/([\w-]+)$/;

/** `POST /users/{id}/teamwork/installedApps`. @param apps null: the catalogue is empty */
export function appRoutes(apps: Apps | null, directory: Directory): Route[] {
  return [
    {
      method: 'POST',
      template: '/users/{id}/teamwork/installedApps',
      needs: { kind: 'install' },
      handle: async (call) => {
        checkOptions(call.request.query, []);
        const user = directory.find(call.params[0] ?? '');
        if (user === undefined) throw noSuchResource(call.params[0] ?? '');
        const { [binding]: bound, ...others } = Object(call.body) as Record<string, unknown>;
        if (typeof bound !== 'string' || Object.keys(others).length > 0) {
          throw badRequest(`Bad or missing '${binding}'.`);
        }
        const [, id] = catalogued.exec(bound) ?? [];
        if (id === undefined) throw badRequest(`Invalid bind property name ${binding} in request.`);
        if (apps?.id !== id) {
          throw new GraphError(404, 'NotFound', 'The app is not in the catalogue of this organisation.');
        }
        if (!(await apps.install(user.id))) {
          throw new GraphError(409, 'Conflict', 'App entitlement already exists for the user.');
        }
        return { status: 201 };
      },
    },
  ];
}
