/** Teams, Outlook and Microsoft 365 on the web show the tab in a frame, and so does the tab's own origin. Nobody else may. */
const framedBy = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://outlook.office365.com',
  'https://*.outlook.com',
];

/** Microsoft's list of the hosts that `teams-js` trusts. */
const teamsHosts = 'https://res.cdn.office.net';

/** Pictures of people are read with a token, and shown from the browser's memory. */
const pictures = 'blob:';

/** The headers of every file of the tab. */
export const fileHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent UI makes its styles in the browser.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${pictures}`,
    "font-src 'self'",
    `connect-src 'self' ${teamsHosts}`,
    `frame-ancestors ${framedBy.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The headers of a public page: no script, no frame around it, and one style inside it.
 * @param style the SHA-256 of that style, in base64
 */
export function pageHeaders(style: string) {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'sha256-${style}'`,
      "img-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The headers of every answer of the tab's API and of the bot. No cache may keep a person's data, but a browser its reader's pictures. */
export const answerHeaders = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
