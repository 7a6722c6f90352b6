// What both storages promise of records that are torn, of a newer version, or something else.
import assert from 'node:assert/strict';
import { newMailbox } from '../../core/mailbox/change-mailbox.ts';
import type { OnUnreadable, Storage, Versioned } from '../../core/ports/storage.ts';
import type { PairingRecord } from '../../core/records/pairing.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { storageIn, storageSpace, useAzurite } from '../support/azurite.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import { type Spoil, oddities, spoilIn } from '../support/oddities.ts';
import {
  december,
  draft,
  message,
  pairing,
  participant,
  personRecord,
  placement,
  plan,
  repair,
  round,
} from '../support/records.ts';

interface Started {
  readonly storage: Storage;
  readonly spoil: Spoil;
}

describe('unreadable records on Azure (Azurite)', () => {
  const azurite = useAzurite();
  areLeftOut(async () => {
    const space = await storageSpace(azurite());
    return { storage: storageIn(space), spoil: spoilIn(space) };
  });
});

describe('unreadable records in memory', () => {
  areLeftOut(async () => {
    const storage = memoryStorage();
    return { storage, spoil: storage.spoil };
  });
});

/** How three records of a kind are written and read. The second becomes unreadable. */
interface Samples<T> {
  readonly kind: keyof Storage;
  readonly three: readonly [T, T, T];
  readonly write: (storage: Storage, value: T) => Promise<unknown>;
  readonly get: (storage: Storage, value: T, onUnreadable?: OnUnreadable) => Promise<unknown>;
  readonly list?: (storage: Storage, onUnreadable?: OnUnreadable) => AsyncIterable<Versioned<T>>;
  readonly getMany?: (
    storage: Storage,
    values: readonly T[],
    onUnreadable?: OnUnreadable,
  ) => Promise<readonly Versioned<T>[]>;
  /** The second's id, by which it is reported. */
  readonly id: string;
}

function areLeftOut(start: () => Promise<Started>): void {
  const ids = ['tenant.0a', 'tenant.1b', 'tenant.2c'] as const;
  const [ann, ben, cem] = ids;
  const scheme = (id: string) => ({ ...defaultScheme(0), id });
  theseAreLeftOut(start, {
    kind: 'schemes',
    three: [scheme('a'), scheme('b'), scheme('c')],
    write: ({ schemes }, value) => schemes.insert(value),
    get: ({ schemes }, { id }, odd) => schemes.get(id, odd),
    list: ({ schemes }, odd) => schemes.list(null, odd),
    getMany: ({ schemes }, values, odd) =>
      schemes.getMany(
        values.map(({ id }) => id),
        odd,
      ),
    id: 'b',
  });
  theseAreLeftOut(start, {
    kind: 'participants',
    three: [participant(ann), participant(ben), participant(cem)],
    write: ({ participants }, value) => participants.insert(value),
    get: ({ participants }, value, odd) => participants.get(value, odd),
    list: ({ participants }, odd) => participants.list(december, odd),
    getMany: ({ participants }, values, odd) => participants.getMany(values, odd),
    id: ben,
  });
  theseAreLeftOut(start, {
    kind: 'people',
    three: [personRecord(ann), personRecord(ben), personRecord(cem)],
    write: ({ people }, value) => people.insert(value),
    get: ({ people }, { id }, odd) => people.get(id, odd),
    getMany: async ({ people }, values, odd) => {
      const found = await people.getMany(
        values.map(({ id }) => id),
        odd,
      );
      return [...found.values()].map((value) => ({ value, version: '' }));
    },
    id: ben,
  });
  theseAreLeftOut(start, {
    kind: 'rounds',
    three: [round({ round: '2026-11-09' }), round({ round: '2026-12-14' }), round({ round: '2027-01-11' })],
    write: ({ rounds }, value) => rounds.insert(value),
    get: ({ rounds }, value, odd) => rounds.get(value, odd),
    list: ({ rounds }, odd) => rounds.list(december, odd),
    getMany: ({ rounds }, values, odd) => rounds.getMany(values, odd),
    id: '2026-12-14',
  });
  theseAreLeftOut<PairingRecord>(start, {
    kind: 'pairings',
    three: [
      pairing('p00001', ['Ann', 'Ben']),
      pairing('p00002', ['Cem', 'Eve']),
      pairing('p00103', ['Gus', 'Fay']),
    ],
    write: ({ pairings }, value) => pairings.insert(value),
    get: ({ pairings }, value, odd) => pairings.get(value, odd),
    list: ({ pairings }, odd) => pairings.list(december, odd),
    getMany: ({ pairings }, values, odd) => pairings.getMany(values, odd),
    id: 'p00002',
  });
  theseAreLeftOut(start, {
    kind: 'placements',
    three: [placement(ann), placement(ben), placement(cem)],
    write: ({ placements }, value) => placements.insert(value),
    get: ({ placements }, value, odd) => placements.get(value, odd),
    list: ({ placements }, odd) => placements.list(december, odd),
    getMany: ({ placements }, values, odd) => placements.getMany(values, odd),
    id: ben,
  });
  theseAreLeftOut(start, {
    kind: 'outbox',
    three: [message('m1', ann), message('m2', ben), message('m3', cem)],
    write: ({ outbox }, value) => outbox.insertMissing([{ ...value, state: 'sent' }]),
    get: ({ outbox }, value, odd) => outbox.get(value, odd),
    list: ({ outbox }, odd) => outbox.list(december, odd),
    id: 'm2',
  });

  for (const oddity of oddities) {
    it(`outbox: leaves out a ${oddity} message that still needs sending`, async () => {
      const { storage, spoil } = await start();
      await storage.outbox.insertMissing(['m1', 'm2'].map((key) => message(key, ann, { state: 'unsent' })));
      await spoil('outbox', 'm1', oddity);
      assert.deepEqual(await keysOf(storage.outbox.open(december)), ['m2']);
    });

    it(`mailboxes: begins anew with a ${oddity} one`, async () => {
      const { storage, spoil } = await start();
      const [mailbox, other] = [newMailbox('a@contoso.example'), newMailbox('b@contoso.example')];
      await storage.mailboxes.insert({ ...mailbox, sentToday: 7 });
      await storage.mailboxes.insert(other);
      await spoil('mailboxes', mailbox.mailbox, oddity);
      assert.equal(await storage.mailboxes.get(mailbox.mailbox), null);
      assert.ok(await storage.mailboxes.insert(mailbox));
      assert.deepEqual((await storage.mailboxes.get(mailbox.mailbox))?.value, mailbox);
      assert.deepEqual((await storage.mailboxes.get(other.mailbox))?.value, other);
    });

    it(`plans: fails on a ${oddity} one, or gives none where it may be left out`, async () => {
      const { storage, spoil } = await start();
      await storage.plans.putFirst(plan());
      await spoil('plans', '', oddity);
      await assert.rejects(storage.plans.get(december));
      await assert.rejects(storage.plans.putFirst(plan()));
      assert.equal(await countingOdd((odd) => storage.plans.get(december, odd)), 1);
    });

    it(`repairs: fails on a ${oddity} one, or gives none where it may be left out`, async () => {
      const { storage, spoil } = await start();
      await storage.repairs.putFirst(repair(1));
      await storage.repairs.putFirst(repair(2));
      await spoil('repairs', '1', oddity);
      await assert.rejects(storage.repairs.get(repair(1)));
      assert.equal(await countingOdd((odd) => storage.repairs.get(repair(1), odd)), 1);
      assert.deepEqual(await storage.repairs.get(repair(2)), repair(2));
    });

    it(`drafts: fails on a ${oddity} one, or gives none where it may be left out`, async () => {
      const { storage, spoil } = await start();
      for (const number of [1, 2]) await storage.drafts.putFirst(draft(number));
      await spoil('drafts', '1', oddity);
      await assert.rejects(storage.drafts.get(draft(1)));
      assert.equal(await countingOdd((odd) => storage.drafts.get(draft(1), odd)), 1);
      assert.deepEqual(await storage.drafts.get(draft(2)), draft(2));
    });

    it(`availability: a ${oddity} one counts as none`, async () => {
      const { storage, spoil } = await start();
      const week = new Map([[ann, { kind: 'read', view: '0', hours: null } as const]]);
      await storage.availability.putFirst(december, new Map());
      await spoil('availability', '', oddity);
      assert.equal(await storage.availability.get(december), null);
      assert.deepEqual(await storage.availability.putFirst(december, week), week);
      assert.deepEqual(await storage.availability.get(december), week);
    });
  }
}

function theseAreLeftOut<T>(start: () => Promise<Started>, samples: Samples<T>): void {
  const { kind, three, write, get, list, getMany, id } = samples;
  const [first, second, third] = three;

  for (const oddity of oddities) {
    const written = async () => {
      const { storage, spoil } = await start();
      for (const value of three) await write(storage, value);
      await spoil(kind, id, oddity);
      return storage;
    };

    it(`${kind}: fails on a ${oddity} one, or gives none where it may be left out`, async () => {
      const storage = await written();
      await assert.rejects(get(storage, second));
      const odd: string[] = [];
      assert.equal(await get(storage, second, (one) => odd.push(one)), null);
      assert.deepEqual(odd, [id]);
      assert.ok(await get(storage, first));
    });

    if (list) {
      it(`${kind}: lists the others beside a ${oddity} one, and says which it is`, async () => {
        const storage = await written();
        const odd: string[] = [];
        const found: T[] = [];
        for await (const { value } of list(storage, (one) => odd.push(one))) found.push(value);
        assert.deepEqual(found, [first, third]);
        assert.deepEqual(odd, [id]);
        for await (const { value } of list(storage)) assert.notDeepEqual(value, second);
      });
    }

    if (getMany) {
      it(`${kind}: reads many beside a ${oddity} one, and says which it is`, async () => {
        const storage = await written();
        const odd: string[] = [];
        const found = await getMany(storage, three, (one) => odd.push(one));
        assert.deepEqual(new Set(found.map(({ value }) => value)), new Set([first, third]));
        assert.deepEqual(odd, [id]);
        assert.equal((await getMany(storage, three)).length, 2);
      });
    }
  }
}

async function countingOdd(read: (odd: OnUnreadable) => Promise<unknown>): Promise<number> {
  let count = 0;
  assert.equal(await read(() => (count += 1)), null);
  return count;
}

async function keysOf(found: AsyncIterable<Versioned<{ readonly key: string }>>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { value } of found) keys.push(value.key);
  return keys;
}
