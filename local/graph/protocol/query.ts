import { badRequest } from './errors.ts';
import type { GraphRequest } from './call.ts';

/** @throws GraphError 400 when the query has an option that the route does not know. */
export function checkOptions(query: URLSearchParams, allowed: readonly string[]): void {
  for (const name of query.keys()) {
    if (!allowed.includes(name)) throw badRequest(`Query option '${name}' is not supported here.`);
  }
}

/** The names in `$select`; null for the default properties. */
export function selection(query: URLSearchParams): string[] | null {
  const text = query.get('$select');
  return text === null || text === '' ? null : text.split(',').map((name) => name.trim());
}

/**
 * Keeps the selected properties of an entity. `id` and annotations are always kept.
 * @throws GraphError 400 for an unknown name
 */
export function select(
  entity: Record<string, unknown>,
  names: readonly string[] | null,
  known: (name: string) => boolean,
  type: string,
): Record<string, unknown> {
  if (names === null) return entity;
  for (const name of names) {
    if (!known(name)) throw badRequest(`Could not find a property named '${name}' on type '${type}'.`);
  }
  const wanted = new Set(names);
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name === 'id' || name.startsWith('@') || wanted.has(name)),
  );
}

export interface Page {
  readonly size: number;
  readonly skip: number;
}

/** `$top` and the place to continue. @throws GraphError 400 when `$top` is not between 1 and `most` */
export function page(query: URLSearchParams, size: { default: number; most: number }): Page {
  const top = query.get('$top');
  const wanted = top === null ? size.default : Number(top);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > size.most) {
    throw badRequest(
      `Invalid page size specified: '${top ?? ''}'. Must be between 1 and ${size.most} inclusive.`,
      'Request_UnsupportedQuery',
    );
  }
  const token = query.get('$skiptoken');
  const skip =
    token === null ? (query.get('$skip') ?? '0') : Buffer.from(token, 'base64url').toString('latin1');
  if (!/^\d{1,9}$/.test(skip)) throw badRequest('The skip token is invalid.');
  return { size: wanted, skip: Number(skip) };
}

/** One page of a collection, with the absolute address of the next page. */
export function collection<T>(
  request: GraphRequest,
  items: readonly T[],
  { size, skip }: Page,
  context: string,
  toJson: (item: T) => object,
): object {
  const next = skip + size;
  const query = new URLSearchParams(request.query);
  query.delete('$skip');
  query.set('$skiptoken', Buffer.from(String(next), 'latin1').toString('base64url'));
  return {
    '@odata.context': `${request.base}/$metadata#${context}`,
    ...(next < items.length
      ? { '@odata.nextLink': `${request.base}${request.path}?${query.toString()}` }
      : {}),
    value: items.slice(skip, next).map(toJson),
  };
}
