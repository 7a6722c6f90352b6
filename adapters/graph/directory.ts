import * as z from 'zod';
import type { Directory } from '../../core/ports/directory.ts';
import { type DirectoryPerson, objectId, personId, type PersonId } from '../../core/records/person.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import type { BatchRequest, BatchResponse, Graph } from './client.ts';
import { graphFailure } from './failure.ts';

/** Graph's limit for a page of users with `$expand`: https://learn.microsoft.com/graph/known-issues */
const pageSize = 100;
/** Graph's limit for the values of an `in` filter: it refuses more with "Max allowed: 15". */
const idsAtOnce = 15;

/** The form of the directory's object ids. Graph refuses to look for others, and a path with another could mean anything. */
export const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A fact that cannot be read counts as missing. */
const text = z.string().nullish().catch(null);
const user = z.object({
  id: z.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
  preferredLanguage: text,
  accountEnabled: z.boolean().nullish().catch(null),
  userType: text,
  manager: z.object({ id: z.string() }).nullish().catch(null),
});
type User = z.infer<typeof user>;

/** An entry without an id is nobody's. */
const page = z.object({
  value: z.array(user.nullable().catch(null)),
  '@odata.nextLink': z.string().nullish(),
});
const counted = z.object({ '@odata.count': z.number() });

const properties = Object.keys(user.omit({ manager: true }).shape);
const facts = `$select=${properties.join(',')}`;
const wanted = `${facts}&$expand=manager($select=id)`;

/** How many people a search by name finds at most. */
const mostFound = 25;

/** People of the tenant's directory (permission `User.Read.All`). */
export function graphDirectory(graph: Pick<Graph, 'batch'>, tenant: string): Directory {
  return {
    people: (ids) => readPeople(graph, tenant, ids),
    find: (name) => findPeople(graph, tenant, name),
  };
}

/**
 * Searches names. Such a query needs `ConsistencyLevel: eventual`, and cannot expand the manager.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
async function findPeople(
  graph: Pick<Graph, 'batch'>,
  tenant: string,
  name: string,
): Promise<DirectoryPerson[]> {
  // A quotation mark ends the clause, and a backslash escapes.
  const text = name.replaceAll(/["\\\p{Cc}]/gu, ' ').trim();
  if (text === '') return [];
  const search = encodeURIComponent(`"displayName:${text}"`);
  const [body] = bodies(
    await graph.batch([
      {
        method: 'GET',
        url: `/users?${facts}&$top=${mostFound}&$search=${search}`,
        headers: { ConsistencyLevel: 'eventual' },
      },
    ]),
  );
  return page.parse(body).value.flatMap((one) => (one === null ? [] : (toPerson(tenant, one) ?? [])));
}

/**
 * Reads people with as few requests as possible: pages of the whole directory as long as that takes fewer requests than
 * asking for the people still missing by id, fifteen a request.
 * @returns null for people the directory does not know, and for ids that are no GUIDs
 * @throws when Graph refuses a request
 */
async function readPeople(
  graph: Pick<Graph, 'batch'>,
  tenant: string,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, DirectoryPerson | null>> {
  const missing = new Map(ids.map((id) => [objectId(id), id] as const).filter(([oid]) => guid.test(oid)));
  const found = new Map<PersonId, DirectoryPerson | null>(ids.map((id) => [id, null]));
  const take = (users: readonly (User | null)[]) => {
    for (const one of users) {
      if (one === null) continue;
      const id = missing.get(one.id.toLowerCase());
      if (id === undefined) continue;
      missing.delete(one.id.toLowerCase());
      found.set(id, toPerson(tenant, one));
    }
  };

  // 1. Pages of the whole directory. A query that counts cannot expand the manager, so counting is a request of its own.
  if (missing.size > idsAtOnce) {
    const [size, first] = bodies(
      await graph.batch([
        {
          method: 'GET',
          url: '/users?$select=id&$top=1&$count=true',
          headers: { ConsistencyLevel: 'eventual' },
        },
        { method: 'GET', url: `/users?${wanted}&$top=${pageSize}` },
      ]),
    );
    let pages = Math.ceil(counted.parse(size)['@odata.count'] / pageSize);
    for (let body = first; ;) {
      const { value, '@odata.nextLink': next } = page.parse(body);
      take(value);
      pages -= 1;
      if (next == null || pages >= Math.ceil(missing.size / idsAtOnce)) break;
      [body] = bodies(await graph.batch([{ method: 'GET', url: next }]));
    }
  }

  // 2. By id. Somebody missing in the pages may still exist, since pages shift while they are read.
  const left = [...missing.keys()];
  const rest = bodies(
    await graph.batch(
      inPartsOf(idsAtOnce, left).map((group): BatchRequest => {
        const filter = `id in (${group.map((id) => `'${id}'`).join(',')})`;
        return { method: 'GET', url: `/users?${wanted}&$filter=${encodeURIComponent(filter)}` };
      }),
    ),
  );
  for (const body of rest) take(page.parse(body).value);
  return found;
}

/** @throws when Graph refused a request: the people in it would count as unknown to the directory */
function bodies(responses: readonly BatchResponse[]): unknown[] {
  return responses.map(({ status, body }): unknown => {
    if (status === 200) return body;
    throw graphFailure('reading people of the directory', status, body);
  });
}

function toPerson(tenant: string, found: User): DirectoryPerson | null {
  const mail = [found.mail, found.userPrincipalName].find((one) => one);
  if (!mail) return null;
  return {
    id: personId(tenant, found.id),
    mail,
    name: found.displayName?.trim() ? found.displayName : mail,
    ...(found.jobTitle && { role: found.jobTitle }),
    ...(found.department && { department: found.department }),
    ...(found.officeLocation && { office: found.officeLocation }),
    ...(found.manager && { manager: personId(tenant, found.manager.id) }),
    ...(found.preferredLanguage && { language: found.preferredLanguage }),
    enabled: found.accountEnabled !== false,
    guest: found.userType?.toLowerCase() === 'guest',
  };
}
