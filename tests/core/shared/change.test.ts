import assert from 'node:assert/strict';
import { change } from '../../../core/shared/change.ts';
import { concurrently } from '../../../core/shared/concurrently.ts';
import type { Store } from '../../../core/ports/storage.ts';

interface Counter {
  readonly n: number;
}

/** A store of one record; `interfere` runs before each write and may write in between. */
function counter(start: number | null, interfere: (write: (n: number) => void) => void = () => undefined) {
  let value = start;
  let version = 0;
  const write = (n: number) => {
    value = n;
    version += 1;
  };
  const store: Store<'counter', Counter> = {
    get: async () => (value === null ? null : { value: { n: value }, version: `${version}` }),
    remove: async () => undefined,
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
  it('inserts a missing record, and replaces an existing one', async () => {
    for (const [from, to] of [
      [null, 1],
      [4, 5],
    ] as const) {
      const { store, value } = counter(from);
      assert.deepEqual(await change(store, 'counter', plusOne), { n: to });
      assert.equal(value(), to);
    }
  });

  it('loses no change that others make meanwhile', async () => {
    for (const from of [null, 4]) {
      let others = 2;
      const { store, value } = counter(from, (write) => {
        if (others > 0) write(100 * others--);
      });
      await change(store, 'counter', plusOne);
      assert.equal(value(), 101);
    }
  });

  it('writes nothing when `decide` gives null, and gives the stored record', async () => {
    const { store, value } = counter(4, () => assert.fail('wrote'));
    assert.deepEqual(await change(store, 'counter', () => null), { n: 4 });
    assert.equal(value(), 4);
    assert.equal(await change(counter(null).store, 'counter', () => null), null);
  });

  it('fails when others change the record eight times in a row', async () => {
    let n = 10;
    const { store } = counter(4, (write) => {
      write(n++);
    });
    await assert.rejects(change(store, 'counter', plusOne), /record "counter" was changed by others 8 times/);
  });
});

describe('concurrently', () => {
  it('gives results in the order of the items, and makes at most sixteen calls at once', async () => {
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

  it('throws the first failure, and makes no call after it', async () => {
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
