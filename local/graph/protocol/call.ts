import type { Mailbox } from '../mailboxes/mailbox.ts';

/** The caller, after the token was checked. `local`: the person at this machine, without a token. */
export type Caller =
  | { readonly kind: 'app'; readonly permissions: readonly string[] }
  | { readonly kind: 'user'; readonly oid: string }
  | { readonly kind: 'local' };

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One request to Graph, over HTTP or inside a batch. */
export interface GraphRequest {
  readonly method: string;
  /** The path below `/v1.0`, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Reads and parses the JSON body; undefined when there is none. */
  body(): Promise<unknown>;
  /** The absolute address of `/v1.0`, for next links. */
  readonly base: string;
  readonly caller: Caller;
  /** The number of requests in this one's batch; null outside a batch. */
  readonly batchSize: number | null;
}

/** What a handler is given. */
export interface Call {
  readonly request: GraphRequest;
  /** The values of `{…}` in the route's template, in order, decoded. */
  readonly params: readonly string[];
  readonly body: unknown;
  /** The zone name of `Prefer: outlook.timezone`, checked; `UTC` without one. */
  readonly zone: string;
  /** Epoch milliseconds of the product's clock. */
  readonly now: number;
  /** Whether to make the event without its online meeting, because that fault was asked for. */
  readonly withoutOnlineMeeting: boolean;
  /** The mailbox in the address. Only for routes that declare one. */
  mailbox(): Mailbox;
}

export interface Answer {
  readonly status: number;
  /** A text is bytes in Base64, as a batch has them. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The permission that a route needs. */
export type Needs =
  | { readonly kind: 'directory' }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'events' }
  | { readonly kind: 'chat' }
  | { readonly kind: 'install' }
  /** The requests inside are checked one by one. */
  | { readonly kind: 'token' };

export interface Route {
  readonly method: Method;
  /** As the documentation writes it: `/users/{id}/events`. */
  readonly template: string;
  readonly needs: Needs;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}
