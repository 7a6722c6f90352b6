import { badRequest, GraphError } from './errors.ts';
import type { Route } from './call.ts';

export interface Found {
  readonly route: Route;
  /** The values of `{…}`, decoded. */
  readonly params: readonly string[];
}

/**
 * Finds routes by method and path. Like Graph, it compares fixed segments without regard to case.
 * @returns a function that throws GraphError 400 for an unknown path and 405 for an unknown method
 */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Found {
  const table = routes.map((route) => ({ route, segments: route.template.toLowerCase().split('/') }));
  return (method, path) => {
    const segments = path.replace(/\/$/, '').split('/');
    const fitting = table.filter(
      (entry) =>
        entry.segments.length === segments.length &&
        entry.segments.every((part, at) => part.startsWith('{') || part === segments[at]?.toLowerCase()),
    );
    const entry = fitting.find(({ route }) => route.method === method);
    if (entry !== undefined) {
      const params = segments.filter((_, at) => entry.segments[at]?.startsWith('{')).map(decode);
      return { route: entry.route, params };
    }
    if (fitting.length > 0) {
      throw new GraphError(
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
      );
    }
    throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`The path segment '${segment}' is not percent-encoded as it should be.`);
  }
}
