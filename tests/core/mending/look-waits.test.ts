import assert from 'node:assert/strict';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import { change } from '../../../core/shared/change.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { december, useProduct } from '../../support/test-product.ts';

describe('a look that finds the mailbox held', () => {
  const start = useProduct();

  for (const { seconds, looks } of [
    { seconds: 100, looks: true },
    { seconds: 600, looks: false },
  ]) {
    it(`${looks ? 'waits' : 'fails, so that the queue repeats it,'} when it is held for ${seconds} seconds more`, async () => {
      const product = await start({ employees: [ann, ben] });
      await product.signUp(ann, ben);
      await product.tickAt('2026-12-10T10:00:00Z');
      product.setClock('2026-12-10T11:00:00Z');
      const { mailboxes, rounds } = product.ports.storage;
      const until = product.ports.now() + seconds * 1000;
      await change(mailboxes, organiser.mail, (mailbox) => mailbox && { ...mailbox, holder: 'other', until });
      const look = lookAfterRound(product.ports, december.scheme, december.round);
      if (looks) await look;
      else await assert.rejects(look, /found all 1 mailboxes held for 130 seconds/);
      const checkedAt = (await rounds.get(december))?.value.answersCheckedAt;
      assert.equal(checkedAt === Date.parse('2026-12-10T11:00:00Z'), looks);
    });
  }
});
