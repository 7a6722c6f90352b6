const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that come from elsewhere: under a name that another server's owner made point to this machine, or from
 * the script of another page. The addresses behind the port need no sign-in.
 * @returns the refusal; null for a request to be answered
 */
export function refuseStrangers(request: Request): Response | null {
  const host = request.headers.get('host') ?? '';
  const origin = request.headers.get('origin');
  if (!thisMachine.has(host.toLowerCase().replace(/:\d*$/, '')))
    return refusal('It answers to the name localhost only.');
  return origin === null || origin.toLowerCase() === `http://${host.toLowerCase()}`
    ? null
    : refusal('It answers to no script of another page.');
}

function refusal(why: string): Response {
  return secured(new Response(`This is the local product. ${why}`, { status: 403 }));
}

/** Adds the headers that every response has. A page brings a policy of its own. */
export function secured(response: Response): Response {
  const { headers } = response;
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  return response;
}
