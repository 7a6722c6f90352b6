import type { BatchRequest, BatchResponse, Calls } from './client.ts';

/** One request of a `$batch` that is numbered when it is sent. */
export type InnerRequest = Omit<BatchRequest, 'id'>;

/** Something to be read: asks step by step, is given one response for each request in their order, and says what it found. */
export type Reader<R> = Generator<readonly InnerRequest[], R, readonly BatchResponse[]>;

/** Sends what a reader asks for, a batch a step. @throws what the reader throws, and what the calls throw */
export async function read<R>(calls: Pick<Calls, 'batch'>, reader: Reader<R>): Promise<R> {
  let step = reader.next();
  while (step.done !== true) {
    const requests = step.value.map((request, i) => ({ ...request, id: `${i}` }));
    step = reader.next(await calls.batch(requests));
  }
  return step.value;
}

/**
 * Asks for what two readers want in the same batches, until the second has found all it wants.
 * @returns what that is, and the first reader, to go on with
 */
export function* alongside<A, B>(
  first: Reader<A>,
  second: Reader<B>,
): Reader<{ readonly rest: Reader<A>; readonly found: B }> {
  let one = first.next();
  let other = second.next();
  while (other.done !== true) {
    const own = one.done === true ? [] : one.value;
    const responses = yield [...own, ...other.value];
    if (one.done !== true) one = first.next(responses.slice(0, own.length));
    other = second.next(responses.slice(own.length));
  }
  return { rest: resumed(first, one), found: other.value };
}

/** A reader that has taken a step already. */
function* resumed<R>(reader: Reader<R>, begun: IteratorResult<readonly InnerRequest[], R>): Reader<R> {
  let step = begun;
  while (step.done !== true) step = reader.next(yield step.value);
  return step.value;
}
