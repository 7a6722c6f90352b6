import assert from 'node:assert/strict';
import { addresses } from '../../../core/api/addresses.ts';
import { apiPageRoutes } from '../../../local/api-page/api-page.ts';

describe('/local/api', () => {
  it('shows every address of the API, without a script, and leads to every shape', async () => {
    const page = await apiPageRoutes().request('/local/api');
    assert.match(page.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/);
    const html = await page.text();
    for (const { method, path } of Object.values(addresses)) {
      assert.ok(html.includes(`<code>${method} /api/${path}</code></h3>`), path);
    }
    assert.doesNotMatch(html, /<script/);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    assert.ok(links.length > Object.keys(addresses).length);
    assert.deepEqual(
      links.filter((id) => !ids.has(id)),
      [],
    );
  });
});
