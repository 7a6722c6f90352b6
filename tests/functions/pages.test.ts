import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type PageName, pageNames } from '../../core/words/page-words.ts';
import { pageLanguages, pagesIn } from '../../core/words/pages.ts';
import { acceptedLanguages } from '../../functions/http/pages/accepted-languages.ts';
import { answerPage } from '../../functions/http/pages/answer-page.ts';

const operator = { ORGANISATION_NAME: 'Contoso Council', SUPPORT_CONTACT: 'help@contoso.example' };

interface Asked {
  readonly name?: PageName;
  readonly method?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly by?: Parameters<typeof answerPage>[2];
}

/** The answer to a request of a page, by default of that on privacy. */
async function ask({
  name = 'privacy',
  method = 'GET',
  query = '',
  headers = {},
  by = operator,
}: Asked = {}) {
  const request = { method, query: new URLSearchParams(query), headers: new Headers(headers) };
  const { status, body, headers: answered } = await answerPage(name, request, by);
  return { status, body, headers: new Headers(answered) };
}

/** The text between tags, as a person reads it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<style>.*<\/style>|<[^>]*>/gs, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

describe('the public pages', () => {
  for (const name of pageNames) {
    for (const { tag: language } of pageLanguages) {
      it(`answer ${name} in "${language}" with every sentence of it, and links to the others`, async () => {
        const { pages } = await pagesIn(language as Parameters<typeof pagesIn>[0]);
        const { status, body = '', headers } = await ask({ name, headers: { 'Accept-Language': language } });
        assert.equal(status, 200);
        assert.equal(headers.get('Content-Type'), 'text/html; charset=utf-8');
        assert.equal(headers.get('Content-Language'), language);
        assert.equal(headers.get('Content-Length'), `${Buffer.byteLength(body)}`);
        assert.match(body, new RegExp(`^<!doctype html>\n<html lang="${language}" dir="ltr">`));
        assert.equal(body.match(/<h1>/g)?.length, 1);
        const text = textOf(body);
        const { title, heading, lead, sections } = pages[name];
        for (const said of [`${title} – UnMentoring`, heading, lead]) assert.ok(text.includes(said), said);
        for (const section of sections) {
          const { contact, ...parts } = section;
          for (const said of Object.values(parts).flat()) assert.ok(text.includes(said), said);
          if (contact)
            assert.match(body, /<a href="mailto:help@contoso\.example">help@contoso\.example<\/a>/);
        }
        for (const other of pageNames) {
          const current = other === name ? ' aria-current="page"' : '';
          assert.ok(body.includes(`href="${other === 'home' ? '/' : `/${other}`}"${current}>`), other);
        }
        assert.match(text, /Contoso Council/);
      });
    }
  }

  for (const [what, query, accepted, language] of [
    ['the browser’s language', '', 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['the one liked best', '', 'de;q=0.2, en;q=0.7', 'en'],
    ['the best that there is', '', 'fr-FR, pl;q=0.9, de;q=0.1', 'de'],
    ['English instead of an unknown one', '', 'fr-FR, pl', 'en'],
    ['English without any', '', '', 'en'],
    ['English instead of nonsense', 'lang=%3Cb%3E', ';;q=,*;q=x', 'en'],
    ['the chosen one', 'lang=de', 'en', 'de'],
    ['the browser’s instead of an unknown chosen one', 'lang=fr', 'de', 'de'],
  ] as const) {
    it(`are in ${what}`, async () => {
      const { body = '', headers } = await ask({ query, headers: { 'Accept-Language': accepted } });
      assert.equal(headers.get('Content-Language'), language);
      assert.equal(headers.get('Vary'), 'Accept-Language');
      assert.match(body, new RegExp(`<html lang="${language}" dir="ltr">`));
    });
  }

  it('link to themselves in the other language, and keep a chosen one', async () => {
    const { body = '' } = await ask({ query: 'lang=de' });
    assert.match(body, /<a href="\/privacy\?lang=en" hreflang="en" lang="en">English<\/a>/);
    assert.match(body, /<link rel="alternate" hreflang="de" href="\/privacy\?lang=de">/);
    assert.match(body, /<a href="\/terms\?lang=de">Nutzungsbedingungen<\/a>/);
    assert.match((await ask({ headers: { 'Accept-Language': 'de' } })).body ?? '', /<a href="\/terms">/);
  });

  it('are read from right to left in a language that is, which they offer only when it is real', async () => {
    const { body = '', headers } = await ask({ query: 'lang=qps' });
    assert.equal(headers.get('Content-Language'), 'qps');
    assert.match(body, /<html lang="qps" dir="rtl">/);
    assert.match(body, /<a href="\/terms\?lang=qps">/);
    assert.doesNotMatch((await ask()).body ?? '', /qps/);
  });

  it('let no setting become HTML', async () => {
    const by = {
      ORGANISATION_NAME: `<img src=x> O'Neil & Co`,
      SUPPORT_CONTACT: 'https://help.contoso.example/?a=1&b="><script>',
    };
    const { body = '' } = await ask({ by });
    assert.doesNotMatch(body, /<img|<script/);
    assert.match(body, /&lt;img src=x&gt; O&#39;Neil &amp; Co/);
    assert.match(
      body,
      /<a href="https:\/\/help\.contoso\.example\/\?a=1&amp;b=&quot;&gt;&lt;script&gt;">https:/,
    );
  });

  it('name nobody when the organisation is not set', async () => {
    const { body = '' } = await ask({ by: { SUPPORT_CONTACT: 'help@contoso.example' } });
    assert.doesNotMatch(body, /Contoso Council|undefined/);
  });

  it('run no script, are in no frame, and have the one style that their policy allows', async () => {
    const { body = '', headers } = await ask();
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(
      headers.get('Content-Security-Policy'),
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('are sent again only when they changed', async () => {
    const first = await ask();
    const tag = first.headers.get('ETag') ?? '';
    assert.match(tag, /^"[\w-]{22}"$/);
    assert.equal(first.headers.get('Cache-Control'), 'no-cache');
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const { status, body, headers } = await ask({ headers: { 'If-None-Match': known } });
      assert.deepEqual([status, body, headers.get('ETag')], [304, undefined, tag]);
      assert.equal(headers.get('Vary'), 'Accept-Language');
    }
    for (const changed of [{ query: 'lang=de' }, { by: { SUPPORT_CONTACT: 'x@contoso.example' } }])
      assert.equal((await ask({ ...changed, headers: { 'If-None-Match': tag } })).status, 200);
  });

  it('answer HEAD with the headers alone', async () => {
    const { status, body, headers } = await ask({ method: 'HEAD' });
    assert.deepEqual([status, body], [200, undefined]);
    assert.deepEqual([...headers], [...(await ask()).headers]);
  });

  it('are those that the Teams manifest names', () => {
    const manifest = readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8');
    const { developer } = z
      .object({ developer: z.record(z.string(), z.string()) })
      .parse(JSON.parse(manifest));
    const host = 'https://${{APP_HOST}}';
    assert.deepEqual(
      [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl],
      [host, `${host}/privacy`, `${host}/terms`],
    );
  });
});

describe('acceptedLanguages', () => {
  for (const [header, expected] of [
    ['', []],
    ['de', ['de']],
    ['en;q=0.5, de-AT, fr;q=0', ['de-AT', 'en']],
    ['de ; q=0.8 , en ; q=0.8', ['de', 'en']],
    ['*, en;q=x, <b>, de;Q=0.1', ['de']],
  ] as const) {
    it(`reads "${header}"`, () => {
      assert.deepEqual(acceptedLanguages(header), expected);
    });
  }
});
