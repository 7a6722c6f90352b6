import { badRequest } from './errors.ts';

/** One comparison of a `$filter`. All of them must be true. */
export interface Comparison {
  readonly property: string;
  readonly operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
  readonly value: string | boolean;
}

/** `singleValueExtendedProperties/Any(ep: ep/id eq '…' and ep/value eq '…')` */
interface ExtendedPropertyMatch {
  readonly id: string;
  readonly value: string;
}

/** `id in ('…', '…')` */
interface Membership {
  readonly property: string;
  readonly values: readonly string[];
}

export interface Filter {
  readonly comparisons: readonly Comparison[];
  readonly memberships: readonly Membership[];
  readonly extended: readonly ExtendedPropertyMatch[];
}

const literal = `'(?:[^']|'')*'`;
const comparison = new RegExp(`^([A-Za-z/]+) (eq|ne|gt|ge|lt|le) (${literal}|true|false|[0-9TZ:.+-]+)`);
const membership = new RegExp(`^([A-Za-z/]+) in \\(\\s*(${literal}(?:\\s*,\\s*${literal})*)\\s*\\)`);
const anyProperty = new RegExp(
  `^singleValueExtendedProperties/any\\(\\s*(\\w+)\\s*:\\s*\\1/id eq (${literal})\\s+and\\s+\\1/value eq (${literal})\\s*\\)`,
  'i',
);

/** @example unquote("'O''Neil'") → "O'Neil" */
export function unquote(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'");
}

/**
 * Reads the part of OData's filter language that is served here: comparisons and `in`, joined by `and`. Null is no
 * condition.
 * @throws GraphError 400 for anything else, naming the place
 */
export function parseFilter(text: string | null): Filter {
  if (text === null) return { comparisons: [], memberships: [], extended: [] };
  const comparisons: Comparison[] = [];
  const memberships: Membership[] = [];
  const extended: ExtendedPropertyMatch[] = [];
  let rest = text.trim();
  for (;;) {
    const any = anyProperty.exec(rest);
    const within = any === null ? membership.exec(rest) : null;
    const simple = any === null && within === null ? comparison.exec(rest) : null;
    if (any?.[2] !== undefined && any[3] !== undefined) {
      extended.push({ id: unquote(any[2]), value: unquote(any[3]) });
    } else if (within?.[1] !== undefined && within[2] !== undefined) {
      const values = (within[2].match(new RegExp(literal, 'g')) ?? []).map(unquote);
      memberships.push({ property: within[1], values });
    } else if (simple?.[1] !== undefined && simple[2] !== undefined && simple[3] !== undefined) {
      const raw = simple[3];
      comparisons.push({
        property: simple[1],
        operator: simple[2] as Comparison['operator'],
        value: raw === 'true' || raw === 'false' ? raw === 'true' : raw.startsWith("'") ? unquote(raw) : raw,
      });
    } else {
      throw badRequest(`Invalid filter clause: unsupported or malformed at '${rest}' in '${text}'.`);
    }
    rest = rest.slice((any ?? within ?? simple)?.[0].length).trimStart();
    if (rest === '') return { comparisons, memberships, extended };
    if (!/^and\s/i.test(rest))
      throw badRequest(`Invalid filter clause: expected 'and' at '${rest}' in '${text}'.`);
    rest = rest.slice(4).trimStart();
  }
}

/**
 * Whether an order satisfies the operator. `order` is negative, zero or positive: the value compared with the
 * literal.
 */
export function holds(operator: Comparison['operator'], order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}
