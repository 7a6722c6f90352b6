import assert from 'node:assert/strict';
import { change } from '../../../core/shared/change.ts';
import { concurrently } from '../../../core/shared/concurrently.ts';
import type { Store } from '../../../core/ports/storage.ts';

interface Counter {
  readonly n: number;
}

/** One record; `interfere` runs before each write, as somebody else would. */
function counter(start: number | null, interfere: (write: (n: number) => void) => void = () => undefined) {
  let value = start;
  let version = 0;
  const write = (n: number) => {
    value = n;
    version += 1;
  };
  const store: Store<'counter', Counter> = {
    get: async () => (value === null ? null : { value: { n: value }, version: `${version}` }),
    insert: async ({ n }) => {
      interfere(write);
      if (value !== null) return null;
      write(n);
      return `${version}`;
    },
    replace: async ({ n }, read) => {
      interfere(write);
      if (read !== `${version}`) return null;
      write(n);
      return `${version}`;
    },
  };
  return { store, value: () => value };
}

const plusOne = (current: Counter | null): Counter => ({ n: (current?.n ?? 0) + 1 });

describe('change', () => {
  it('inserts where there is nothing, replaces where there is something', async () => {
    for (const [from, to] of [
      [null, 1],
      [4, 5],
    ] as const) {
      const { store, value } = counter(from);
      assert.deepEqual(await change(store, 'counter', plusOne), { n: to });
      assert.equal(value(), to);
    }
  });

  it('loses no change that somebody else makes meanwhile', async () => {
    for (const from of [null, 4]) {
      let others = 2;
      const { store, value } = counter(from, (write) => {
        if (others > 0) write(100 * others--);
      });
      await change(store, 'counter', plusOne);
      assert.equal(value(), 101);
    }
  });

  it('writes nothing when nothing is to change, and says what stands', async () => {
    const { store, value } = counter(4, () => assert.fail('wrote'));
    assert.deepEqual(await change(store, 'counter', () => null), { n: 4 });
    assert.equal(value(), 4);
    assert.equal(await change(counter(null).store, 'counter', () => null), null);
  });

  it('gives up when others never let go of the record', async () => {
    let n = 10;
    const { store } = counter(4, (write) => {
      write(n++);
    });
    await assert.rejects(change(store, 'counter', plusOne), /record "counter" was changed by others 8 times/);
  });
});

describe('concurrently', () => {
  it('gives results in the order of the items, sixteen at once at most', async () => {
    let running = 0;
    let most = 0;
    const results = await concurrently([...Array(100).keys()], async (n) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return n * 2;
    });
    assert.deepEqual(
      results,
      Array.from({ length: 100 }, (_, n) => n * 2),
    );
    assert.equal(most, 16);
    assert.deepEqual(await concurrently([], () => assert.fail('called')), []);
  });

  it('throws the first failure and begins nothing more', async () => {
    let begun = 0;
    await assert.rejects(
      concurrently([...Array(100).keys()], async (n) => {
        begun += 1;
        await new Promise((resolve) => setImmediate(resolve));
        if (n === 3) throw new Error('item 3');
      }),
      /item 3/,
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(begun < 20, `${begun} of 100 were begun`);
  });
});
