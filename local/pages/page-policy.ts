/**
 * The policy of the pages that are for this machine alone: everything from their own origin. They show the tab in a frame.
 * @param styles where styles come from; Adaptive Cards write them into elements
 */
export function localPagePolicy(styles: "'self'" | "'self' 'unsafe-inline'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
