import { z } from 'zod';
import { objectId, personId, type DirectoryPerson, type PersonId } from '../../core/people/person.ts';
import type { Directory } from '../../core/ports/microsoft365.ts';
import type { Graph } from './client.ts';
import { graphFailure } from './failure.ts';

const text = z.string().nullish();
const user = z.object({
  id: z.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  department: text,
  officeLocation: text,
  preferredLanguage: text,
  accountEnabled: z.boolean().nullish(),
  userType: text,
  manager: z.object({ id: z.string() }).nullish(),
});

const select =
  '$select=id,displayName,mail,userPrincipalName,department,officeLocation,preferredLanguage,accountEnabled,userType';

/** People of the tenant's directory (`User.Read.All`), twenty a request. */
export function graphDirectory(graph: Graph, tenant: string): Directory {
  return {
    async people(ids) {
      const responses = await graph.batch(
        ids.map((id) => ({
          id,
          method: 'GET',
          url: `/users/${objectId(id)}?${select}&$expand=manager($select=id)`,
        })),
      );
      const found = new Map<PersonId, DirectoryPerson | null>();
      for (const { id, status, body } of responses) {
        if (status === 404) found.set(id, null);
        else if (status === 200) found.set(id, toPerson(tenant, user.parse(body)));
        else throw graphFailure(`reading person ${id}`, status, body);
      }
      return found;
    },
  };
}

function toPerson(tenant: string, found: z.infer<typeof user>): DirectoryPerson | null {
  const mail = found.mail ?? found.userPrincipalName;
  if (!mail) return null;
  return {
    id: personId(tenant, found.id),
    mail,
    name: found.displayName ?? mail,
    ...(found.department && { department: found.department }),
    ...(found.officeLocation && { office: found.officeLocation }),
    ...(found.manager && { manager: personId(tenant, found.manager.id) }),
    ...(found.preferredLanguage && { language: found.preferredLanguage }),
    enabled: found.accountEnabled !== false,
    guest: found.userType?.toLowerCase() === 'guest',
  };
}
