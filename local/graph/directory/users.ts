import type { Employee } from '../../organisation/employee.ts';
import type { Answer, Call, Route } from '../protocol/call.ts';
import { GraphError, noSuchResource } from '../protocol/errors.ts';
import { checkOptions, collection, page, select, selection } from '../protocol/query.ts';
import { photoOf } from './photo.ts';
import type { User } from './user.ts';
import { expandManager, userFilter, userSearch, wantsCount } from './user-query.ts';

/** A service mailbox that organises meetings. */
export interface Organiser {
  readonly oid: string;
  readonly mail: string;
  readonly name: string;
}

/** The properties that `GET /users` returns without `$select`, as documented. */
const defaultProperties = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

export interface Directory {
  users(): readonly User[];
  find(idOrMail: string): User | undefined;
  managerOf(user: User): User | undefined;
  hasPhoto(user: User): boolean;
  /** Removes somebody who leaves the tenant. */
  remove(user: User): void;
}

/**
 * The directory as Graph shows it: staff, and the service mailboxes, whose accounts are disabled like those of shared
 * mailboxes.
 */
export function createDirectory(employees: readonly Employee[], organisers: readonly Organiser[]): Directory {
  let users: readonly User[] = [
    ...employees.map((employee) => staff(employee)),
    ...organisers.map((organiser) => service(organiser)),
  ];
  const index = new Map<string, User>();
  for (const user of users) {
    index.set(user.id.toLowerCase(), user);
    index.set(user.mail.toLowerCase(), user);
  }
  const photographed = new Set(employees.flatMap(({ oid, hasPhoto }) => (hasPhoto ? [oid] : [])));
  const managers = new Map(employees.map(({ oid, manager }) => [oid, manager]));
  return {
    users: () => users,
    find: (idOrMail) => index.get(idOrMail.toLowerCase()),
    managerOf: (user) => {
      const mail = managers.get(user.id);
      return mail === undefined ? undefined : index.get(mail.toLowerCase());
    },
    hasPhoto: ({ id }) => photographed.has(id),
    remove(user) {
      users = users.filter(({ id }) => id !== user.id);
      index.delete(user.id.toLowerCase());
      index.delete(user.mail.toLowerCase());
    },
  };
}

function staff(employee: Employee): User {
  const space = employee.name.lastIndexOf(' ');
  return {
    ...account(employee),
    givenName: space < 0 ? employee.name : employee.name.slice(0, space),
    surname: space < 0 ? null : employee.name.slice(space + 1),
    jobTitle: employee.role ?? null,
    department: employee.department ?? null,
    officeLocation: employee.office ?? null,
    preferredLanguage: employee.language ?? null,
    accountEnabled: employee.enabled ?? true,
    userType: employee.guest === true ? 'Guest' : 'Member',
  };
}

function service(organiser: Organiser): User {
  return {
    ...account(organiser),
    givenName: null,
    surname: null,
    department: null,
    officeLocation: null,
    preferredLanguage: null,
    accountEnabled: false,
  };
}

function account({ oid, mail, name }: Organiser): User {
  return {
    id: oid,
    displayName: name,
    mail,
    userPrincipalName: mail,
    userType: 'Member',
    businessPhones: [],
    jobTitle: null,
    mobilePhone: null,
    companyName: null,
  };
}

/** The largest page with `$expand`: https://learn.microsoft.com/graph/known-issues */
const expandedPage = 100;

export function userRoutes(directory: Directory): Route[] {
  const require = (idOrMail: string | undefined): User => {
    const user = directory.find(idOrMail ?? '');
    if (user !== undefined) return user;
    throw noSuchResource(idOrMail ?? '');
  };

  const json = (call: Call, user: User): object => {
    const names = selection(call.request.query) ?? defaultProperties;
    const expanded = expandManager(call.request.query);
    const manager = expanded === null ? undefined : directory.managerOf(user);
    const known = (name: string): boolean => Object.hasOwn(user, name);
    return {
      ...select(user, names, known, 'microsoft.graph.user'),
      ...(manager === undefined || expanded === null
        ? {}
        : {
            manager: {
              '@odata.type': '#microsoft.graph.user',
              ...select(manager, expanded.names ?? defaultProperties, known, 'microsoft.graph.user'),
            },
          }),
    };
  };

  return [
    {
      method: 'GET',
      template: '/users',
      needs: { kind: 'directory' },
      handle: (call) => {
        const { query, headers } = call.request;
        checkOptions(query, ['$select', '$top', '$filter', '$search', '$expand', '$count', '$skiptoken']);
        const users = directory
          .users()
          .filter(userFilter(query.get('$filter')))
          .filter(userSearch(query, headers));
        const one = page(query, { default: 100, most: 999 });
        const size = query.has('$expand') ? Math.min(one.size, expandedPage) : one.size;
        const body = collection(call.request, users, { ...one, size }, 'users', (user) => json(call, user));
        return {
          status: 200,
          body: wantsCount(query, headers) ? { ...body, '@odata.count': users.length } : body,
        };
      },
    },
    {
      method: 'GET',
      template: '/users/{id}',
      needs: { kind: 'directory' },
      handle: (call): Answer => {
        checkOptions(call.request.query, ['$select', '$expand']);
        const context = `${call.request.base}/$metadata#users/$entity`;
        return { status: 200, body: { '@odata.context': context, ...json(call, require(call.params[0])) } };
      },
    },
    {
      method: 'GET',
      template: '/users/{id}/manager',
      needs: { kind: 'directory' },
      handle: (call) => {
        checkOptions(call.request.query, ['$select']);
        const manager = directory.managerOf(require(call.params[0]));
        if (manager === undefined) {
          throw noSuchResource('manager');
        }
        const context = `${call.request.base}/$metadata#directoryObjects/$entity`;
        return {
          status: 200,
          body: { '@odata.context': context, '@odata.type': '#microsoft.graph.user', ...json(call, manager) },
        };
      },
    },
    ...['/users/{id}/photo', '/users/{id}/photo/$value', '/users/{id}/photos/48x48/$value'].map(
      (template): Route => ({
        method: 'GET',
        template,
        needs: { kind: 'directory' },
        handle: (call) => {
          const user = require(call.params[0]);
          if (template.includes('48x48') && directory.hasPhoto(user)) {
            const body = photoOf(user.id).toString('base64');
            return { status: 200, headers: { 'Content-Type': 'image/png' }, body };
          }
          throw new GraphError(
            404,
            'ImageNotFound',
            "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
          );
        },
      }),
    ),
  ];
}
