import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import sinon from 'sinon';
import { pagesAhead } from '../../adapters/tables/read-rows.ts';

/** Pages 1, 2 and 3; what is asked for and what is worked on is noted. */
async function* three(noted: string[], failing = 0) {
  for (const page of [1, 2, 3]) {
    noted.push(`asked for ${page}`);
    if (page === failing) throw new Error(`no page ${page}`);
    yield page;
  }
}

describe('pagesAhead', () => {
  it('gives pages in their order, and asks for the next while one is worked on', async () => {
    const noted: string[] = [];
    for await (const page of pagesAhead(three(noted))) noted.push(`had ${page}`);
    assert.deepEqual(noted, ['asked for 1', 'asked for 2', 'had 1', 'asked for 3', 'had 2', 'had 3']);
  });

  it('throws where a page is missing, after those before it', async () => {
    const noted: string[] = [];
    await assert.rejects(async () => {
      for await (const page of pagesAhead(three(noted, 2))) noted.push(`had ${page}`);
    }, /no page 2/);
    assert.ok(noted.includes('had 1'));
  });

  it('keeps a failure to itself when nobody wants the next page any more', async () => {
    const noted: string[] = [];
    const unhandled = sinon.spy();
    process.once('unhandledRejection', unhandled);
    for await (const page of pagesAhead(three(noted, 2))) {
      noted.push(`had ${page}`);
      break;
    }
    // By then Node has reported what nobody handles.
    await setImmediate();
    process.off('unhandledRejection', unhandled);
    assert.equal(unhandled.callCount, 0);
    assert.deepEqual(noted, ['asked for 1', 'asked for 2', 'had 1']);
  });
});
