import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import type { AddressName } from '../../../core/api/addresses.ts';
import type { Endpoints } from '../../../core/api/endpoints/endpoints.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Page } from '../../../core/shared/page.ts';
import type { Product } from '../../compose.ts';
import type { TabUser } from '../../identity/tab-user.ts';

/** The addresses that look at who calls. */
export type CheckedName = Exclude<AddressName, 'health' | 'openapi'>;

/** The addresses that are answered by a handler of `answers/`. */
export type HandledName = Exclude<CheckedName, 'me'>;

type Parsed<Shape> = Shape extends z.ZodType ? z.infer<Shape> : undefined;
type Part<Name extends HandledName, Key extends string> =
  Endpoints[Name] extends Readonly<Record<Key, infer Shape>> ? Parsed<Shape> : undefined;
type Reason<Name extends HandledName> = Endpoints[Name] extends { readonly reasons: infer Reasons }
  ? keyof Reasons & string
  : never;

/** A call of an address, read and checked. */
interface Call<Name extends HandledName> {
  readonly product: Product;
  readonly ports: Ports;
  readonly user: TabUser;
  readonly params: Part<Name, 'params'>;
  readonly query: Part<Name, 'query'>;
  readonly body: Part<Name, 'body'>;
  /** The version that `If-Match` names; empty where the address needs none. */
  readonly version: string;
  /** The `Idempotency-Key`; empty where the address needs none. */
  readonly key: string;
  readonly headers: HttpRequest['headers'];
}

/** The answer to a call. Null: there is no such thing. */
export type Reply<Name extends HandledName> =
  | {
      readonly kind: 'shown';
      readonly body: Parsed<Endpoints[Name]['answer']>;
      /** The cursor of the next page; null: this is the last one. */
      readonly next?: string | null;
    }
  /** An answer that is no JSON. */
  | {
      readonly kind: 'other';
      readonly body: string | Uint8Array;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** `version`: the present one. */
  | { readonly kind: 'stale'; readonly version: string }
  | { readonly kind: 'refused'; readonly reason: Reason<Name> }
  | null;

type Handler<Name extends HandledName> = (call: Call<Name>) => Promise<Reply<Name>>;

/** The handlers of some addresses. */
export type Handlers<Name extends HandledName> = { readonly [N in Name]: Handler<N> };

export function shown<Body>(body: Body) {
  return { kind: 'shown', body } as const;
}

export function orMissing<Body>(body: Body | null) {
  return body === null ? null : shown(body);
}

export function pageOrMissing<Entry>(page: Page<Entry> | null) {
  return page && { ...shown([...page.entries]), next: page.next };
}
