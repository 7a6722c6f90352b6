import type * as z from 'zod';

/** The media types of answers that are no JSON. */
type MediaType = 'text/html' | 'text/plain' | 'text/csv' | 'image/*';

/** What goes into an address of the API, and what comes out. Refusals that follow from it are not named. */
export interface Endpoint {
  /** What it does, as a title. */
  readonly summary: string;
  /** What a reader of the document needs to know besides. */
  readonly about?: string;
  /** The parameters of the path. A value that does not fit is answered as one that there is not. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType | MediaType;
  /** The status of the answer when it is not 200. */
  readonly status?: 201 | 202;
  /** The answer has its `version` as ETag. A change names it in `If-Match`. */
  readonly versioned?: true;
  /** Needs an `Idempotency-Key`. */
  readonly keyed?: true;
  /** The answer is one page of a list: `cursor` and `limit` choose it, and a `Link` header leads to the next one. */
  readonly paged?: true;
  /** What there may not be: a sentence. */
  readonly missing?: string;
  /** Why the product's rules may refuse it, by `reason`: sentences. */
  readonly reasons?: Readonly<Record<string, string>>;
}
