import { app, type HttpHandler, type HttpMethod } from '@azure/functions';

/** For each function of the API its method and its path below `/api`. */
export type Routes<Name extends string> = Readonly<Record<Name, readonly [HttpMethod, string]>>;

/**
 * Registers addresses of the API. Every call carries a user's token, which alone decides what the user may see.
 * @param answer loads what the call needs, and answers it
 */
export function registerCalls<Name extends string>(
  routes: Routes<Name>,
  answer: (name: Name, request: Parameters<HttpHandler>[0]) => ReturnType<HttpHandler>,
): void {
  for (const name of Object.keys(routes) as Name[]) {
    const [method, path] = routes[name];
    app.http(name, {
      route: `api/${path}`,
      methods: [method],
      authLevel: 'anonymous',
      handler: (request) => answer(name, request),
    });
  }
}
