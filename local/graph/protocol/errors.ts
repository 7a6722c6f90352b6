/** A refusal. Handlers throw it, and the dispatcher turns it into Graph's error body. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Annotations beside `code` and `message`, such as `@event.existingEventId`. */
  readonly annotations: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    extra: { headers?: Record<string, string>; annotations?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = extra.headers ?? {};
    this.annotations = extra.annotations ?? {};
  }
}

/** The connection is closed without an answer. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}

/** The ids of one request in errors and response headers. */
export interface RequestIds {
  readonly request: string;
  readonly client: string;
}

/** Graph's error body. `now` is in epoch milliseconds and is written without a zone, as Graph does. */
export function errorBody(error: GraphError, ids: RequestIds, now: number): object {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...error.annotations,
      innerError: {
        date: new Date(now).toISOString().slice(0, 19),
        'request-id': ids.request,
        'client-request-id': ids.client,
      },
    },
  };
}

export function badRequest(message: string, code = 'BadRequest'): GraphError {
  return new GraphError(400, code, message);
}

/** The directory does not have this person or thing. */
export function noSuchResource(name: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
