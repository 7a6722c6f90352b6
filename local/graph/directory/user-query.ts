import { badRequest, type GraphError } from '../protocol/errors.ts';
import { holds, parseFilter } from '../protocol/filter.ts';
import type { User } from './user.ts';

/** The number of values that `in` takes at most. */
const most = 15;

const filterable = new Set([
  'id',
  'mail',
  'userPrincipalName',
  'accountEnabled',
  'userType',
  'department',
  'displayName',
]);

/** A test for one user by a `$filter`; null lets every user pass. @throws GraphError 400 for what cannot be compared */
export function userFilter(text: string | null): (user: User) => boolean {
  const { comparisons, memberships, extended } = parseFilter(text);
  for (const { property, operator } of comparisons) {
    if (!filterable.has(property) || (operator !== 'eq' && operator !== 'ne')) throw unsupported(property);
  }
  for (const { property, values } of memberships) {
    if (!filterable.has(property)) throw unsupported(property);
    if (values.length > most) {
      throw badRequest(
        `Too many child clauses specified in search filter expression containing 'OR' operators: ${values.length}. Max allowed: ${most}.`,
        'Request_UnsupportedQuery',
      );
    }
  }
  if (extended.length > 0)
    throw badRequest(
      "Could not find a property named 'singleValueExtendedProperties' on type 'microsoft.graph.user'.",
    );
  const comparable = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
  const sets = memberships.map(({ property, values }) => ({
    property,
    values: new Set(values.map(comparable)),
  }));
  return (user) =>
    comparisons.every(({ property, operator, value }) =>
      holds(operator, comparable(user[property]) === comparable(value) ? 0 : 1),
    ) && sets.every(({ property, values }) => values.has(comparable(user[property])));
}

function unsupported(property: string): GraphError {
  return badRequest(
    `Unsupported or invalid query filter clause specified for property '${property}'.`,
    'Request_UnsupportedQuery',
  );
}

/**
 * Whether `$count` is asked for. Such an advanced query needs `ConsistencyLevel: eventual` and cannot expand.
 * https://learn.microsoft.com/graph/aad-advanced-queries
 * @throws GraphError 400
 */
export function wantsCount(query: URLSearchParams, headers: Headers): boolean {
  if (query.get('$count')?.toLowerCase() !== 'true') return false;
  if (headers.get('consistencylevel')?.toLowerCase() === 'eventual' && !query.has('$expand')) return true;
  throw badRequest('$count is not currently supported.', 'Request_UnsupportedQuery');
}

const clause = /^"([A-Za-z]+):((?:[^"\\]|\\["\\])+)"$/;

/**
 * A test for one user by a `$search` of one clause, `"displayName:text"`: each word of the text begins a word of the name.
 * Such an advanced query needs `ConsistencyLevel: eventual` and cannot expand. Null lets every user pass.
 * https://learn.microsoft.com/graph/search-query-parameter
 * @throws GraphError 400
 */
export function userSearch(query: URLSearchParams, headers: Headers): (user: User) => boolean {
  const text = query.get('$search');
  if (text === null) return () => true;
  if (headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      'Request_UnsupportedQuery',
    );
  }
  if (query.has('$expand')) {
    throw badRequest('$expand is not currently supported with $search.', 'Request_UnsupportedQuery');
  }
  const [, property = '', escaped = ''] = clause.exec(text) ?? [];
  if (property !== 'displayName') {
    throw badRequest(`Unsupported or malformed $search here: '${text}'.`, 'Request_UnsupportedQuery');
  }
  const wanted = wordsOf(escaped.replaceAll(/\\(.)/g, '$1'));
  return ({ displayName }) => {
    const words = wordsOf(String(displayName ?? ''));
    return wanted.length > 0 && wanted.every((word) => words.some((other) => other.startsWith(word)));
  };
}

/** Words between spaces and signs, in lower case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Reads `$expand=manager` or `manager($select=…)`. @throws GraphError 400 for anything else */
export function expandManager(query: URLSearchParams): { names: string[] | null } | null {
  const text = query.get('$expand');
  if (text === null) return null;
  const match = /^manager(?:\((?:\$levels=1;)?\$select=([\w,\s]+)\))?$/.exec(text.trim());
  if (match === null) throw badRequest(`Parsing OData Select and Expand failed: '${text}' is not supported.`);
  return { names: match[1] === undefined ? null : match[1].split(',').map((name) => name.trim()) };
}
