import assert from 'node:assert/strict';
import { releaseDraft } from '../../../core/previewing/release-draft.ts';
import type { Round } from '../../../core/records/round.ts';
import type { Work } from '../../../core/records/work.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { december, draft, round } from '../../support/records.ts';

const at = Date.parse('2026-12-09T17:00:00Z');

async function drafted(drafts: number, more: Partial<Round> = {}) {
  const storage = memoryStorage();
  await storage.rounds.insert(round({ stage: 'calling', ...more }));
  for (let number = 1; number <= drafts; number++) await storage.drafts.putFirst(draft(number));
  const put: Work[] = [];
  const ports = {
    storage,
    queue: { put: async (work: readonly Work[]) => void put.push(...work) },
    now: () => at,
    log: () => undefined,
  };
  const release = (number: number) => releaseDraft(ports, { ...december, draft: number }, 'cora');
  return { release, put, stored: async () => (await storage.rounds.get(december))?.value };
}

describe('releasing a draft', () => {
  it('fixes the draft that becomes the plan, and has the round paired now', async () => {
    const { release, put, stored } = await drafted(2);
    assert.deepEqual(await release(2), { kind: 'released' });
    const { releasedAt, releasedDraft } = (await stored()) ?? {};
    assert.deepEqual({ releasedAt, releasedDraft }, { releasedAt: at, releasedDraft: 2 });
    assert.deepEqual(put, [{ kind: 'pair', ...december }]);
  });

  it('is done once, whoever repeats it', async () => {
    const { release, stored } = await drafted(1);
    await release(1);
    const before = await stored();
    assert.deepEqual(await release(1), { kind: 'released' });
    assert.deepEqual(await stored(), before);
  });

  it('is refused when somebody changed the draft since', async () => {
    const { release, put, stored } = await drafted(2);
    assert.deepEqual(await release(1), { kind: 'refused', reason: 'changed' });
    assert.equal((await stored())?.releasedAt, undefined);
    assert.deepEqual(put, []);
  });

  it('is refused once the round is paired', async () => {
    const { release } = await drafted(1, { stage: 'pairing', releasedDraft: 1 });
    assert.deepEqual(await release(1), { kind: 'refused', reason: 'released' });
  });

  it('is refused where there is no draft', async () => {
    const { release } = await drafted(0);
    assert.deepEqual(await release(1), { kind: 'refused', reason: 'no-draft' });
  });
});
