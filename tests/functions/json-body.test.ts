import assert from 'node:assert/strict';
import { ReadableStream } from 'node:stream/web';
import { bodyText } from '../../functions/http/api/json-body.ts';

describe('bodyText', () => {
  it('reads 256 kB, and gives up while it reads more', async () => {
    assert.equal((await bodyText({ body: streamOf(4, []) }))?.length, 256 * 1024);
    assert.equal(await bodyText({ body: null }), '');
    const pulled: number[] = [];
    assert.equal(await bodyText({ body: streamOf(1_000, pulled) }), null);
    assert.ok(pulled.length < 8, `${pulled.length} pieces were read`);
  });
});

/** A body of pieces of 64 kB. */
function streamOf(pieces: number, pulled: number[]): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      pulled.push(pulled.length);
      if (pulled.length > pieces) controller.close();
      else controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
}
