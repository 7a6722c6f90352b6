import assert from 'node:assert/strict';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const guest = employee('Guest', { guest: true });
const staff = [ann, ben, cem, guest];
const [anns, bens, cems] = [idOf(ann), idOf(ben), idOf(cem)];

describe('an invitation', () => {
  const start = useProduct();

  /** A product in whose tenant the app may be installed; Teams reports each installation twice. */
  async function product({ isAllowed = true } = {}) {
    const installed: string[] = [];
    const welcomes: string[] = [];
    const install = async (oid: string) => {
      const person = staff.find((one) => one.oid === oid);
      assert.ok(person);
      if (installed.includes(person.name)) return false;
      installed.push(person.name);
      await report(started, person, welcomes);
      return true;
    };
    const started: TestProduct = await start({ employees: staff, ...(isAllowed && { install }) });
    const bot = conversationOperations(started.ports);
    return { product: started, bot, installed, welcomes, invitations: () => invitationsIn(started) };
  }

  async function report({ ports }: TestProduct, person: Employee, welcomes: string[]): Promise<void> {
    const bot = conversationOperations(ports);
    for (const activity of ['installed', 'member added']) {
      await bot.remember(callerOf(person), `chat of ${person.name}`);
      if (await bot.claimWelcome(idOf(person), activity)) welcomes.push(person.name);
    }
  }

  const invitationsIn = ({ sent }: TestProduct) =>
    sent.map(({ to, reader, message, key }) => [
      to,
      reader.name,
      message.kind === 'invited' && message.by,
      key,
    ]);

  it('reaches somebody without the app once, in place of the welcome', async () => {
    const { bot, installed, welcomes, invitations } = await product();
    assert.deepEqual(await bot.rights.invite(anns, bens), { kind: 'invited', name: 'Ben' });
    assert.deepEqual([installed, welcomes], [['Ben'], []]);
    assert.deepEqual(invitations(), [['chat of Ben', 'Ben', 'Ann', `invited:${bens}`]]);
  });

  it('reaches somebody who has the app, and is not in', async () => {
    const { product: started, bot, installed, invitations } = await product();
    await report(started, ben, []);
    assert.equal((await bot.rights.invite(anns, bens)).kind, 'invited');
    assert.deepEqual([installed, invitations().length], [[], 1]);
  });

  it('comes once a person, whoever invites, whatever the person said', async () => {
    const { bot, invitations, product: started } = await product();
    await bot.rights.invite(anns, bens);
    const again = await bot.rights.invite(cems, bens);
    await bot.rights.declineInvitation(bens);
    assert.deepEqual(await bot.rights.invite(anns, bens), again);
    assert.deepEqual(again, { kind: 'refused', reason: 'not-again' });
    // Somebody who takes part, or left, is answered the same.
    await started.signUp(cem);
    assert.deepEqual(await bot.rights.invite(anns, cems), again);
    await bot.leave(callerOf(cem), null);
    assert.deepEqual(await bot.rights.invite(anns, cems), again);
    assert.equal(invitations().length, 1);
  });

  it('keeps a no when the person writes again, and forgets it with them', async () => {
    const { bot, product: started } = await product();
    await bot.rights.invite(anns, bens);
    await bot.rights.declineInvitation(bens);
    await bot.remember(callerOf(ben), 'another chat');
    assert.equal((await started.ports.storage.people.get(bens))?.value.invited?.state, 'declined');
    const asked = await bot.rights.askToErase(bens);
    assert.ok(asked.kind === 'asked');
    await bot.rights.confirmErasure(bens, asked.token);
    await started.tick();
    assert.ok(!started.texts().some((text) => text.includes(bens)));
  });

  it('is not for guests, strangers, or oneself', async () => {
    const { bot, installed } = await product();
    const reason = async (colleague: string) => {
      const result = await bot.rights.invite(anns, colleague);
      return result.kind === 'refused' && result.reason;
    };
    assert.equal(await reason(anns), 'yourself');
    assert.equal(await reason(idOf(guest)), 'cannot-take-part');
    assert.equal(await reason(idOf(employee('Nobody'))), 'cannot-take-part');
    assert.deepEqual(installed, []);
  });

  it('leaves nothing behind where the tenant does not let the app be installed', async () => {
    const { bot, product: started } = await product({ isAllowed: false });
    const refused = { kind: 'refused', reason: 'not-possible' };
    assert.deepEqual(await bot.rights.invite(anns, bens), refused);
    started.graph.permissions.delete('TeamsAppInstallation.ReadWriteSelfForUser.All');
    assert.deepEqual(await bot.rights.invite(anns, bens), refused);
    assert.ok(!started.texts().some((text) => text.includes(bens)));
  });

  it('comes once, wherever the process dies', async () => {
    for (let at = 1; ; at++) {
      const { product: started, invitations } = await product();
      await report(started, ben, []);
      const mortal = dying(started.ports, at);
      await untilDeath(conversationOperations(mortal.ports).rights.invite(anns, bens));
      if (!mortal.died()) {
        assert.ok(at > 4);
        return;
      }
      started.setClock('2026-12-07T09:00:00Z');
      const bot = conversationOperations(started.ports);
      await bot.rights.invite(anns, bens);
      // Ben adds the app again, or Teams repeats an event.
      await bot.claimWelcome(bens, 'installed');
      assert.equal(invitations().length, 1, `killed after ${mortal.effects.at(-1)}`);
    }
  });
});
