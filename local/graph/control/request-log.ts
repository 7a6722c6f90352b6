/** One request that was answered. `refused`: its token was not valid. */
export interface LoggedRequest {
  readonly method: string;
  /** The route as the documentation writes it; the path itself for an unknown route. */
  readonly template: string;
  readonly caller: 'app' | 'user' | 'local' | 'refused';
  /** The size of the request's batch; null outside a batch. */
  readonly batch: number | null;
  /** HTTP status; 0 when the connection was cut. */
  readonly status: number;
}

const most = 100_000;

export interface RequestLog {
  add(request: LoggedRequest): void;
  /** The newest 100,000, oldest first. */
  entries(): readonly LoggedRequest[];
}

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(request) {
      entries.push(request);
      if (entries.length >= 2 * most) entries = entries.slice(-most);
    },
    entries: () => entries.slice(-most),
  };
}
