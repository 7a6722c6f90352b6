import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { tableNames } from '../../../adapters/tables/storage.ts';
import { askToErase, confirmErasure, leaveEverything } from '../../../core/rights/ask-to-erase.ts';
import { finishErasures } from '../../../core/rights/finish-erasures.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { formerColleague } from '../../../core/records/person.ts';
import { readMyHistory } from '../../../core/views/me.ts';
import { readRound } from '../../../core/views/rounds.ts';
import { acting } from '../../support/acting.ts';
import { storageIn, storageSpace, type StorageSpace, useAzurite } from '../../support/azurite.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { ben, eve, fay } from '../../support/people.ts';
import { december } from '../../support/records.ts';
import { naming, plant, zora } from './planted.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';

const [gone, other] = [idOf(zora), idOf(ben)];

async function textsIn({ table, blobs }: StorageSpace): Promise<string[]> {
  const texts: string[] = [];
  for (const name of tableNames) {
    for await (const row of table(name).listEntities()) texts.push(`${name} ${JSON.stringify(row)}`);
  }
  for await (const { name } of blobs.listBlobsFlat()) {
    const bytes = await blobs.getBlockBlobClient(name).downloadToBuffer();
    texts.push(`${name} ${(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')}`);
  }
  return texts;
}

describe('somebody who has themselves erased', () => {
  const start = useProduct();
  const azurite = useAzurite();

  const eraseIn = async (ports: Ports, now: Ports = ports) => {
    const asked = await askToErase(ports, gone);
    assert.equal(asked.kind, 'asked');
    assert.equal((await confirmErasure(ports, gone, asked.token)).kind, 'confirmed');
    await finishErasures(now);
  };

  for (const where of ['memory', 'Azurite'] as const) {
    it(`is in no table and no blob any more (${where})`, async () => {
      const { ports } = await start({ employees: [zora, ben] });
      const space = where === 'memory' ? null : await storageSpace(azurite());
      const memory = memoryStorage();
      const storage = space === null ? memory : storageIn(space);
      const texts = async () => (space === null ? memory.texts() : textsIn(space));
      await plant(storage);
      assert.equal(naming(await texts()).length, 20, 'every kind of record names Zora');
      await eraseIn({ ...ports, storage });
      assert.deepEqual(naming(await texts()), []);
      const { meetings } = (await storage.participants.get({ ...december, person: other }))?.value ?? {};
      assert.deepEqual(
        meetings?.map((meeting) => meeting.with),
        [[formerColleague, idOf(eve)]],
      );
      const [bens, eves] = [await storage.people.get(other), await storage.people.get(idOf(eve))];
      assert.deepEqual([bens?.value.neverWith, bens?.value.again], [[idOf(eve)], [idOf(eve)]]);
      assert.deepEqual(bens?.value.invited, { by: null, at: 1, state: 'told' });
      assert.deepEqual(
        bens.value.acts?.map(({ act }) => act),
        [{ kind: 'invite', person: idOf(eve) }],
      );
      assert.deepEqual([eves?.value.neverWith, eves?.value.again], [undefined, undefined]);
      assert.doesNotMatch((await texts()).join(), /Ask me for another day/, 'their words go with them');
      assert.notEqual(await storage.repairs.get({ ...december, number: 1 }), null, 'it names others alone');
      assert.deepEqual(await storage.drafts.numbers(december), [3], 'it names nobody');
    });
  }

  it('is erased wherever the process dies', async () => {
    const { ports } = await start({ employees: [zora, ben] });
    for (let at = 1; ; at++) {
      const storage = memoryStorage();
      await plant(storage);
      const healthy = { ...ports, storage };
      const asked = await askToErase(healthy, gone);
      assert.equal(asked.kind, 'asked');
      const mortal = dying(healthy, at);
      const { token } = asked;
      await untilDeath(confirmErasure(mortal.ports, gone, token).then(() => finishErasures(mortal.ports)));
      if (!mortal.died()) {
        assert.ok(at > 15, `every effect was the last one once, ${at} in all`);
        return;
      }
      await confirmErasure(healthy, gone, token);
      await finishErasures(healthy);
      assert.deepEqual(naming(storage.texts()), [], `killed after ${mortal.effects.at(-1)}`);
    }
  });

  it('stays until the round is over of which a draft names them', async () => {
    const product = await start({ employees: [zora, ben, eve], scheme: { preview: 'timed' } });
    await product.signUp(zora, ben, eve);
    await product.tickAt('2026-12-09T16:00:00Z');
    await eraseIn(product.ports);
    assert.notEqual(await product.ports.storage.people.get(gone), null, 'the round is open');
    for (const day of [10, 15, 21, 22, 23]) await product.tickAt(`2026-12-${day}T10:00:00Z`);
    assert.deepEqual(naming(product.texts()), []);
  });

  it('is not brought back by what they asked for in the tab before', async () => {
    const product = await start({ employees: [zora, ben] });
    await product.signUp(zora);
    await acting(product, zora).take({ kind: 'join', scheme: december.scheme });
    product.setClock('2026-12-07T08:00:05Z');
    const asked = await askToErase(product.ports, gone);
    assert.ok(asked.kind === 'asked');
    await confirmErasure(product.ports, gone, asked.token);
    await product.work();
    assert.equal((await enrolment(product, zora))?.status, 'left');
    // They change their mind, and a tick comes in between.
    await acting(product, zora).take({ kind: 'join', scheme: december.scheme }, 'key-1234');
    await leaveEverything(product.ports, gone, Date.parse('2026-12-07T08:00:05Z'));
    await product.work();
    assert.equal((await enrolment(product, zora))?.status, 'active');
  });

  it('reads first what would happen; then partners are told, and the rest goes when the round ends', async () => {
    const { product, look, said } = await bookedRound(start, [zora, ben], undefined, {
      employees: [zora, ben, eve, fay],
    });
    const { ports } = product;
    const asked = await askToErase(ports, gone);
    assert.ok(asked.kind === 'asked');
    assert.deepEqual(
      [asked.schemes, asked.meetings.map(({ partners }) => partners), asked.staysUntil],
      [['UnMentoring'], [['Ben']], '2026-12-21T00:00:00.000Z'],
    );
    assert.deepEqual(await confirmErasure(ports, gone, asked.token), {
      kind: 'confirmed',
      staysUntil: '2026-12-21T00:00:00.000Z',
    });
    assert.equal((await askToErase(ports, gone)).kind, 'confirmed');
    await product.work();
    assert.deepEqual(said(), ['Ben: called-off']);
    await look('2026-12-11T09:00:00Z');
    assert.notEqual(await ports.storage.people.get(gone), null, 'the round is open');
    for (const day of [21, 22, 23]) await look(`2026-12-${day}T09:00:00Z`);
    assert.deepEqual(naming(product.texts()), []);
    const [history, detail] = [
      await readMyHistory(ports, other),
      await readRound(ports, december.scheme, december.round),
    ];
    assert.deepEqual(naming([JSON.stringify([history, detail])]), []);
    assert.deepEqual(history[0]?.partners, [{ id: formerColleague, name: '' }]);
    const members = detail?.pairings.flatMap((pairing) => pairing.members) ?? [];
    assert.deepEqual(
      [...new Set(members.filter(({ id }) => id === formerColleague).map(({ name }) => name))],
      [''],
    );

    // Whoever comes back is new.
    await product.signUp(zora);
    assert.deepEqual((await enrolment(product, zora))?.meetings, []);
    await product.signUp(eve, fay);
    await look('2027-01-07T10:00:00Z');
    assert.equal(
      (await product.ports.storage.plans.get({ ...december, round: '2027-01-11' }))?.pairings.length,
      2,
    );
  });

  it('is not erased when they come back before their round ends', async () => {
    const { product, look } = await bookedRound(start, [zora, ben]);
    const asked = await askToErase(product.ports, gone);
    assert.ok(asked.kind === 'asked');
    await confirmErasure(product.ports, gone, asked.token);
    await product.signUp(zora);
    for (const day of [21, 22, 23]) await look(`2026-12-${day}T09:00:00Z`);
    assert.equal((await enrolment(product, zora))?.status, 'active');
    assert.equal(await product.ports.storage.erasures.get(gone), null);
  });

  it('must confirm with their own word, within an hour, and once', async () => {
    const product = await start({ employees: [zora, ben] });
    const { ports } = product;
    assert.deepEqual(await askToErase(ports, gone), { kind: 'nothing-kept' });
    await product.signUp(zora, ben);
    const [mine, foreign] = [await askToErase(ports, gone), await askToErase(ports, other)];
    assert.ok(mine.kind === 'asked' && foreign.kind === 'asked');
    assert.equal((await confirmErasure(ports, gone, 'yes')).kind, 'too-late');
    assert.equal((await confirmErasure(ports, idOf(eve), mine.token)).kind, 'too-late');
    product.setClock('2026-12-07T09:00:00Z');
    assert.equal((await confirmErasure(ports, other, foreign.token)).kind, 'too-late');
    const again = await askToErase(ports, gone);
    assert.ok(again.kind === 'asked');
    assert.equal((await confirmErasure(ports, gone, mine.token)).kind, 'too-late');
    assert.equal((await confirmErasure(ports, gone, again.token)).kind, 'confirmed');
    await finishErasures(ports);
    assert.deepEqual(naming(product.texts()), []);
    await product.signUp(zora);
    assert.equal((await confirmErasure(ports, gone, again.token)).kind, 'too-late');
    assert.equal((await enrolment(product, zora))?.status, 'active');
    assert.equal(callerOf(zora).id, gone);
    assert.equal(await ports.storage.erasures.get(other), null, 'a wish that nobody confirmed is forgotten');
  });
});
