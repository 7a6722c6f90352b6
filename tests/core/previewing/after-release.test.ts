import assert from 'node:assert/strict';
import { answerCall } from '../../../core/enrolment/answer-call.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { standing } from '../../../core/enrolment/standing.ts';
import { changeDraft } from '../../../core/previewing/change-draft.ts';
import { releaseDraft } from '../../../core/previewing/release-draft.ts';
import type { DraftChange } from '../../../core/records/plans/draft.ts';
import type { Scheme } from '../../../core/records/scheme.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, eve, fay } from '../../support/people.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const staff = [ann, ben, cem, eve, fay];

describe('around the release of a draft', () => {
  const start = useProduct();

  async function drafted(people: typeof staff, scheme: Partial<Scheme>): Promise<TestProduct> {
    const product = await start({ employees: staff, scheme });
    await product.signUp(...people);
    await product.tickAt('2026-12-09T16:00:00Z');
    return product;
  }

  const change = async ({ ports }: TestProduct, version: string, wanted: DraftChange) => {
    const result = await changeDraft(ports, idOf(fay), december, version, wanted);
    assert.equal(result?.kind, 'changed');
  };

  const release = async (product: TestProduct, draft: number) => {
    const seen = { ...december, draft };
    assert.deepEqual(await releaseDraft(product.ports, seen, idOf(fay)), { kind: 'released' });
    await product.work();
  };

  const meetings = async (product: TestProduct) => {
    const { pairings } = await product.detail();
    const going = pairings.filter(({ state }) => state !== 'cancelled');
    return going
      .map(({ members }) =>
        members
          .map(({ name }) => name)
          .sort()
          .join(' '),
      )
      .sort();
  };

  it('finds company for somebody who joins after it, before the pairing time', async () => {
    const product = await drafted([ann, ben], { preview: 'timed' });
    await release(product, 1);
    product.setClock('2026-12-09T18:00:00Z');
    await product.signUp(cem);
    const told = await standing(product.ports, callerOf(cem));
    assert.deepEqual([told?.late, told?.scheme.next.week], ['2026-12-14', '2027-01-11']);
    await product.tickAt('2026-12-10T09:00:00Z');
    assert.deepEqual(await meetings(product), ['Ann Ben Cem']);
  });

  it('takes in who joins while it waits beyond the pairing time, and nobody who skips it', async () => {
    const product = await drafted([ann, ben, cem], { preview: 'waits', asking: 'each-time' });
    const { ports } = product;
    for (const person of [ann, ben, cem])
      await answerCall(ports, callerOf(person), { ...december, answer: 'yes' });
    product.setClock('2026-12-11T12:00:00Z');
    await product.signUp(eve);
    const told = await standing(ports, callerOf(eve));
    assert.deepEqual([told?.late, told?.scheme.next.week], [undefined, '2026-12-14']);
    const skipped = await answerCall(ports, callerOf(cem), { ...december, answer: 'skip' });
    assert.equal(skipped.kind, 'skipped');
    await change(product, '1', { kind: 'best-again' });
    await release(product, 2);
    const [trio] = await meetings(product);
    assert.equal(trio, 'Ann Ben Eve');
  });

  it('keeps those apart in the whole round whom a coordinator kept apart', async () => {
    const product = await drafted([ann, ben, cem, eve], { preview: 'timed' });
    const { ports } = product;
    // Whatever else becomes of them, Ann does not meet Ben.
    await change(product, '1', { kind: 'forbid', pair: [idOf(ann), idOf(ben)] });
    await product.tickAt('2026-12-10T10:00:00Z');
    for (const person of [cem, eve]) await leave(ports, callerOf(person), null);
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(await meetings(product), []);
  });
});
