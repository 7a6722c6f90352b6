import { createHash } from 'node:crypto';
import type { PageName } from '../../../core/words/page-words.ts';
import { pageLanguage, pagesIn } from '../../../core/words/pages.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import { pageStyle } from './page-style.ts';
import { renderPage, type Operator } from './render-page.ts';
import { pageHeaders } from '../secure-headers.ts';

/** The headers of pages in the style of the public ones. */
export const styleHeaders = pageHeaders(createHash('sha256').update(pageStyle).digest('base64'));

interface PageRequest {
  readonly method: string;
  readonly query: Pick<URLSearchParams, 'get'>;
  readonly headers: Pick<Headers, 'get'>;
}

interface PageAnswer {
  readonly status: 200 | 304;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/**
 * A public page in the language of `?lang=`, else in the one that the browser likes best, else in English. Browsers keep it,
 * and ask whether it is still the same (`ETag`).
 */
export async function answerPage(
  name: PageName,
  request: PageRequest,
  operator: Operator,
): Promise<PageAnswer> {
  const { method, query, headers: asked } = request;
  const chosen = pageLanguage([query.get('lang') ?? '']);
  const accepted = pageLanguage(acceptedLanguages(asked.get('accept-language') ?? ''));
  const words = await pagesIn(chosen ?? accepted ?? 'en');
  const body = renderPage(name, words, operator, chosen !== null);
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const headers = {
    ...styleHeaders,
    'Content-Language': words.tag,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Language',
    ETag: `"${tag}"`,
  };
  if (isKnown(asked.get('if-none-match') ?? '', tag)) return { status: 304, headers };
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': `${Buffer.byteLength(body)}`,
    },
    ...(method !== 'HEAD' && { body }),
  };
}

/** @param header `If-None-Match`: tags in quotes, `W/` before those of copies that were compressed on the way, or `*` */
function isKnown(header: string, tag: string): boolean {
  return header.split(',').some((one) => ['*', `"${tag}"`].includes(one.trim().replace(/^W\//, '')));
}
