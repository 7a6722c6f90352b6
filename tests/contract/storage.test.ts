import assert from 'node:assert/strict';
import type { ListedStore, Storage, Store, Versioned } from '../../core/ports/storage.ts';
import { newMailbox } from '../../core/mailbox/change-mailbox.ts';
import { pairingMessageKey } from '../../core/records/keys.ts';
import type { OutboxRecord } from '../../core/records/outbox.ts';
import type { PairingRecord } from '../../core/records/pairing.ts';
import type { Plan } from '../../core/records/plans/plan.ts';
import type { Erasure } from '../../core/records/person.ts';
import type { Placement } from '../../core/records/placement.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { storageIn, storageSpace, useAzurite } from '../support/azurite.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import {
  bookedPairing,
  december,
  draft,
  eventOn,
  failedPairing,
  message,
  pairing,
  participant,
  personRecord,
  placement,
  plan,
  repair,
  round,
  suggestedPairing,
  tenOn,
} from '../support/records.ts';

const january = { scheme: 'unmentoring', round: '2027-01-11' } as const;

/** `7` → `'007'`: sorts like the number. */
const digits = (n: number) => String(n).padStart(3, '0');
/** A person's key. Table storage orders some records by its second part. */
const personOf = (n: number) => `tenant.${digits(n)}e5f1c`;
/** The id of the n-th pairing. */
const pairingId = (n: number) => `p00${digits(n)}`;
/** A message to Ann about the n-th pairing. */
function toldOf(n: number, more: Partial<OutboxRecord> = {}): OutboxRecord {
  const told = message('', 'tenant.ann', { pairing: pairingId(n), ...more });
  return { ...told, key: pairingMessageKey({ ...told, pairing: told.pairing ?? 'none' }, told.person) };
}

describe('storage on Azure (Azurite)', () => {
  const azurite = useAzurite();
  keepsItsPromises(async () => {
    return storageIn(await storageSpace(azurite()));
  });
});

describe('storage in memory', () => {
  keepsItsPromises(async () => memoryStorage());
});

function keepsItsPromises(empty: () => Promise<Storage>): void {
  keepsRecords('schemes', async () => (await empty()).schemes, {
    group: null,
    keyOf: ({ id }) => id,
    first: (n) => ({ ...defaultScheme(Date.parse('2026-12-01T08:00:00.000Z')), id: `scheme-${digits(n)}` }),
    later: { lunch: { start: '11:30', end: '12:15' } },
  });
  keepsRecords('participants', async () => (await empty()).participants, {
    group: december,
    keyOf: (value) => value,
    first: (n) => participant(personOf(n), { pausedUntil: '2027-01-04' }),
    later: {
      pausedUntil: null,
      preferences: { hours: 'morning', minutes: 45 },
      meetings: [{ number: 3, round: null, with: ["tenant.o'hara", 'tenant.cem'], met: null, spent: true }],
    },
    elsewhere: (value) => ({ ...value, scheme: 'lunch' }),
  });
  keepsRecords('erasures', async () => (await empty()).erasures, {
    group: null,
    keyOf: ({ person }) => person,
    first: (n): Erasure => ({ person: personOf(n), state: 'asked', at: 7 }),
    later: { state: 'confirmed', at: 8 },
  });
  keepsRecords('rounds', async () => (await empty()).rounds, {
    group: december,
    keyOf: (value) => value,
    first: (n) => round({ round: new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10) }),
    later: { stage: 'closed', answersCheckedAt: Date.parse('2026-12-11T10:00:00.000Z') },
    elsewhere: (value) => ({ ...value, scheme: 'lunch' }),
  });
  keepsRecords('pairings', async () => (await empty()).pairings, {
    group: december,
    keyOf: (value) => value,
    first: (n): PairingRecord =>
      bookedPairing(pairingId(n), ['It is "Ann’s" \\ turn\n', 'Bjørn'], { handled: { ann: null } }),
    later: { handled: { ann: 1 }, moves: 1, lastMet: 3 },
    elsewhere: (value) => ({ ...value, ...january }),
  });
  keepsRecords('placements', async () => (await empty()).placements, {
    group: december,
    keyOf: (value) => value,
    first: (n) => placement(personOf(n), { reason: 'alone' }),
    later: { reason: null, pairing: 'r001-01' },
    elsewhere: (value) => ({ ...value, ...january }),
  });
  const outbox = {
    group: december,
    keyOf: (value: OutboxRecord) => value,
    first: (n: number) => toldOf(n, { activity: 'm1' }),
    later: { state: 'doubtful', activity: null },
    elsewhere: (value: OutboxRecord) => ({ ...value, ...january }),
  } as const;
  const messages = async () => oneByOne((await empty()).outbox);
  keepsOneRecord('outbox', messages, outbox);
  keepsManyRecords('outbox', messages, outbox);
  keepsOneRecord('people', async () => (await empty()).people, {
    keyOf: ({ id }) => id,
    first: (n) => personRecord(personOf(n)),
    later: { zone: null, welcome: { activity: 'installed', said: false } },
  });
  keepsOneRecord('mailboxes', async () => (await empty()).mailboxes, {
    keyOf: ({ mailbox }) => mailbox,
    first: (n) => newMailbox(`o'coffee${n}@contoso.example`),
    later: { holder: 'sending@1', until: 2, sentInMinute: 30, next: 4 },
  });

  it('people: reads many at once by person, and leaves out unknown ones', async () => {
    const { people } = await empty();
    const [one, two, three] = [1, 2, 3].map((n) => personRecord(personOf(n)));
    assert.ok(one && two && three);
    for (const person of [one, two, three]) await people.insert(person);
    const found = await people.getMany([three.id, personOf(4), one.id, one.id]);
    assert.deepEqual(
      new Map([...found].sort()),
      new Map([
        [one.id, one],
        [three.id, three],
      ]),
    );
    assert.deepEqual(await people.getMany([]), new Map());
  });

  it('people: lists everybody, and no wish to be erased', async () => {
    const { people, erasures } = await empty();
    const ids = [1, 2, 3, 4].map(personOf);
    for (const id of ids) await people.insert(personRecord(id));
    await erasures.insert({ person: personOf(1), state: 'asked', at: 7 });
    const found: string[] = [];
    for await (const { value } of people.list(null)) found.push(value.id);
    assert.deepEqual(found.sort(), ids);
  });

  it('people: reads many with their versions, and writes those that nobody changed meanwhile', async () => {
    const { people } = await empty();
    const [one, two, three] = [1, 2, 3].map((n) => personRecord(personOf(n)));
    assert.ok(one && two && three);
    for (const person of [one, two, three]) await people.insert(person);
    const found = await people.getManyVersioned([three.id, personOf(4), one.id, one.id]);
    assert.deepEqual(new Set(found.map(({ value }) => value)), new Set([one, three]));
    assert.equal(found.length, 2);
    const versionOf = new Map(found.map(({ value, version }) => [value.id, version]));
    await people.replace({ ...three, zone: 'UTC' }, versionOf.get(three.id) ?? '');
    const versions = await people.write(
      [one, three].map((person) => ({
        value: { ...person, name: 'New' },
        version: versionOf.get(person.id) ?? null,
      })),
    );
    assert.equal(versions[1], null);
    assert.deepEqual(await people.get(one.id), { value: { ...one, name: 'New' }, version: versions[0] });
    assert.deepEqual((await people.get(three.id))?.value, { ...three, zone: 'UTC' });
    assert.deepEqual(await people.getManyVersioned([]), []);
  });

  describe('pairings with their messages', () => {
    const planned = (n: number) => pairing(pairingId(n), ['Ann', 'Ben']);

    it('are stored together', async () => {
      const { pairings, outbox } = await empty();
      const [first, second] = await pairings.writeWith([
        { value: planned(1), version: null, messages: [toldOf(1), toldOf(1, { person: 'tenant.ben' })] },
        { value: planned(2), version: null, messages: [] },
      ]);
      assert.deepEqual(await pairings.get(planned(1)), { value: planned(1), version: first });
      assert.deepEqual(await pairings.get(planned(2)), { value: planned(2), version: second });
      assert.deepEqual(await all(outbox.list(december)), [toldOf(1), toldOf(1, { person: 'tenant.ben' })]);

      const changed = { ...planned(1), revision: 1 };
      const [next] = await pairings.writeWith([
        { value: changed, version: first ?? null, messages: [toldOf(1, { revision: 1 })] },
      ]);
      assert.deepEqual(await pairings.get(planned(1)), { value: changed, version: next });
      assert.deepEqual((await outbox.get(toldOf(1, { revision: 1 })))?.value, toldOf(1, { revision: 1 }));
    });

    it('are both left as they are when somebody else wrote the pairing meanwhile', async () => {
      const { pairings, outbox } = await empty();
      const old = await pairings.insert(planned(1));
      const theirs = { ...planned(1), moves: 1 };
      await pairings.replace(theirs, old ?? '');
      const change = (version: string | null) => ({
        value: { ...planned(1), revision: 1 },
        version,
        messages: [toldOf(1)],
      });
      assert.deepEqual(await pairings.writeWith([change(old)]), [null]);
      assert.deepEqual(await pairings.writeWith([change(null)]), [null]);
      assert.deepEqual((await pairings.get(planned(1)))?.value, theirs);
      assert.deepEqual(await all(outbox.list(december)), []);
    });

    it('are both left as they are when a message is there already', async () => {
      const { pairings, outbox } = await empty();
      await outbox.insertMissing([toldOf(1)]);
      const change = { value: planned(1), version: null, messages: [toldOf(1, { revision: 1 }), toldOf(1)] };
      assert.deepEqual(await pairings.writeWith([change]), [null]);
      assert.equal(await pairings.get(planned(1)), null);
      assert.deepEqual(await all(outbox.list(december)), [toldOf(1)]);
    });

    it('are stored for all but those that others changed', async () => {
      const { pairings, outbox } = await empty();
      await pairings.insert({ ...planned(70), moves: 1 });
      const numbers = Array.from({ length: 130 }, (_, i) => i + 1);
      const versions = await pairings.writeWith(
        numbers.map((n) => ({ value: planned(n), version: null, messages: [toldOf(n)] })),
      );
      const missed = numbers.filter((_, i) => versions[i] === null);
      assert.deepEqual(missed, [70]);
      assert.deepEqual(
        await all(pairings.list(december)),
        numbers.map((n) => ({ ...planned(n), moves: n === 70 ? 1 : 0 })),
      );
      assert.deepEqual(
        await all(outbox.list(december)),
        numbers.filter((n) => n !== 70).map((n) => toldOf(n)),
      );
      assert.deepEqual((await pairings.get(planned(130)))?.version, versions[129], 'with its version');
      assert.deepEqual(await pairings.writeWith([]), []);
    });

    it('are found by what their mailbox is to send', async () => {
      const { pairings } = await empty();
      const event = eventOn('p', ['Ann', 'Ben']);
      const other = 'o’coffee@contoso.example';
      await pairings.insertMissing([
        planned(300),
        planned(2),
        { ...planned(3), event },
        { ...planned(4), organiser: other },
        bookedPairing(pairingId(5), ['Ann', 'Ben']),
        { ...planned(6), ...january },
      ]);
      const { organiser } = planned(1);
      const found = (one: string) => all(pairings.toSend({ ...december, organiser: one }));
      const own = [planned(2), { ...planned(3), event }, planned(300)];
      assert.deepEqual(await found(organiser), own);
      const elsewhere = { ...planned(4), organiser: other };
      assert.deepEqual(await found(other), [elsewhere]);
      assert.deepEqual(await all(pairings.unsettled(december)), [own[0], own[1], elsewhere, own[2]]);
    });

    it('are found by their start, and when they failed or have three members', async () => {
      const { pairings } = await empty();
      const [early, late] = [planned(1), planned(250)];
      const minute = 60_000;
      const later = { start: early.slot.start + 60 * minute, end: early.slot.end + 60 * minute };
      const failed = failedPairing(pairingId(3), ['Ann', 'Ben']);
      const suggested = suggestedPairing(pairingId(4), ['Ann', 'Ben'], { offer: [early.slot] });
      const trio = bookedPairing(pairingId(5), ['Ann', 'Ben', 'Cat']);
      await pairings.insertMissing([
        early,
        { ...late, slot: later },
        failed,
        suggested,
        trio,
        { ...failed, ...january },
      ]);
      const found = (start: number, end: number) => all(pairings.toLookAt(december, { start, end }));
      assert.deepEqual(await found(0, early.slot.start), [failed, trio]);
      assert.deepEqual(await found(early.slot.start, later.start), [early, failed, trio]);
      assert.deepEqual(await found(early.slot.start + 1, later.start + 1), [
        failed,
        trio,
        { ...late, slot: later },
      ]);
    });

    it('say when they begin, without being read whole', async () => {
      const { pairings } = await empty();
      const january = { ...planned(1), round: '2027-01-11' };
      await pairings.insertMissing([planned(1), suggestedPairing(pairingId(250), ['Ann', 'Ben']), january]);
      const starts = (await listed(pairings.starts(december))).sort((a, b) =>
        a.pairing < b.pairing ? -1 : 1,
      );
      assert.deepEqual(starts, [
        { pairing: pairingId(1), start: planned(1).slot.start },
        { pairing: pairingId(250), start: null },
      ]);
    });

    it('are found beside others of their hundred', async () => {
      const { pairings } = await empty();
      await pairings.insertMissing([planned(1), planned(99), planned(100), { ...planned(2), ...january }]);
      const beside = (n: number) => all(pairings.storedWith({ ...december, pairing: pairingId(n) }));
      assert.deepEqual(await beside(50), [planned(1), planned(99)]);
      assert.deepEqual(await beside(100), [planned(100)]);
    });
  });

  it('finds the placements of people whom looks consider', async () => {
    const { placements } = await empty();
    const of = (person: string, more: Partial<Placement>) =>
      placement(person, { pairing: 'p00001', ...more });
    const settled = of('Ann', {});
    const changed = of('Ben', { changedAt: 1 });
    const gone = of('Cat', { reason: 'withdrew' });
    const unplaced = of('Dee', { pairing: null, reason: 'alone' });
    await placements.insertMissing([settled, changed, gone, unplaced, { ...gone, ...january }]);
    const watched = async () =>
      (await all(placements.watched(december))).sort((a, b) => (a.person < b.person ? -1 : 1));
    assert.deepEqual(await watched(), [changed, gone, unplaced]);
    const stored = await placements.get({ ...december, person: changed.person });
    await placements.replace({ ...changed, changedAt: null }, stored?.version ?? '');
    assert.deepEqual(await watched(), [gone, unplaced]);
  });

  it('placements: gives those of the people after somebody, in order', async () => {
    const { placements } = await empty();
    const people = ['tenant.1a', 'tenant.1b', 'tenant.5a', 'tenant.ba', 'tenant.bb'];
    await placements.insertMissing(people.map((person) => placement(person)));
    await placements.insertMissing([{ ...placement('tenant.1c'), ...january }]);
    const after = async (person: string | null, atOnce: number) =>
      (await all(placements.after({ ...december, person }, atOnce))).map((one) => one.person);
    assert.deepEqual(await after(null, 2), people);
    assert.deepEqual(await after('tenant.1a', 2), people.slice(1));
    assert.deepEqual(await after('tenant.6', 9), people.slice(3));
    assert.deepEqual(await after('tenant.bb', 9), []);
  });

  it('participants: says how those after somebody are enrolled, in order', async () => {
    const { participants } = await empty();
    const people = [
      participant(personOf(1), { inRound: december.round }),
      participant(personOf(2), { status: 'paused', pausedUntil: '2027-01-04' }),
      participant(personOf(3), { status: 'left' }),
    ];
    await participants.insertMissing([...people, { ...participant(personOf(4)), scheme: 'lunch' }]);
    const { scheme } = december;
    const after = (person: string | null) => listed(participants.enrolments({ scheme, after: person }, 2));
    const enrolments = people.map(({ person, status, pausedUntil, inRound }) => ({
      person,
      status,
      pausedUntil,
      ...(inRound !== undefined && { inRound }),
    }));
    assert.deepEqual(await after(null), enrolments);
    assert.deepEqual(await after(personOf(1)), enrolments.slice(1));
  });

  it('participants: finds those who are to be told until a day that their break ends', async () => {
    const { participants } = await empty();
    const of = (n: number, backOn?: string) =>
      participant(personOf(n), backOn === undefined ? {} : { status: 'paused', pausedUntil: backOn, backOn });
    const [yesterday, tomorrow] = [of(1, '2026-12-15'), of(2, '2026-12-17')];
    const elsewhere = { ...tomorrow, scheme: 'lunch' };
    await participants.insertMissing([yesterday, tomorrow, of(3, '2026-12-18'), of(4), elsewhere]);
    const back = async () =>
      (await all(participants.backBy({ ...december, date: '2026-12-17' })))
        .map(({ person }) => person)
        .sort();
    assert.deepEqual(await back(), [yesterday.person, tomorrow.person]);
    const stored = await participants.get(tomorrow);
    await participants.replace(of(2), stored?.version ?? '');
    assert.deepEqual(await back(), [yesterday.person], 'once told, they are not found again');
  });

  describe('messages that still need sending', () => {
    const unsent = (n: number, more: Partial<OutboxRecord> = {}) => toldOf(n, { state: 'unsent', ...more });
    const unplaced = (person: string, more: Partial<OutboxRecord> = {}) =>
      toldOf(0, { pairing: null, person, state: 'unsent', ...more });

    it('are found by their pairing or their reader, in one round', async () => {
      const { outbox } = await empty();
      const dora = unplaced(personOf(1));
      const [one, two, far] = [unsent(1), unsent(2), unsent(201)];
      const elsewhere = [unsent(1, january), unplaced(personOf(1), january)];
      await outbox.insertMissing([one, two, far, dora, unplaced(personOf(2)), ...elsewhere]);
      const found = async (of: { pairings?: string[]; people?: string[] }) =>
        new Set(await all(outbox.open({ ...december, ...of })));
      assert.deepEqual(await found({}), new Set([one, two, far, dora, unplaced(personOf(2))]));
      assert.deepEqual(await found({ pairings: [pairingId(1), pairingId(201)] }), new Set([one, far]));
      assert.deepEqual(await found({ people: [personOf(1)] }), new Set([dora]));
      assert.deepEqual(
        await found({ pairings: [pairingId(2)], people: [personOf(1), one.person] }),
        new Set([two, dora]),
        'a reader of a message about a pairing is not asked for',
      );
      assert.deepEqual(await found({ pairings: [], people: [] }), new Set());
    });

    it('are found with those that could not be sent', async () => {
      const { outbox } = await empty();
      const states = ['unsent', 'sending', 'doubtful', 'sent', 'unreachable', 'overtaken'] as const;
      await outbox.insertMissing(states.map((state, n) => toldOf(n, { state })));
      await outbox.insertMissing([unsent(7, january), unplaced(personOf(1), { state: 'unreachable' })]);
      const found = (await all(outbox.notSent(december))).map(({ state }) => state).sort();
      assert.deepEqual(found, ['doubtful', 'sending', 'unreachable', 'unreachable', 'unsent']);
    });

    it('are those that were not sent for certain, until they are', async () => {
      const { outbox } = await empty();
      const states = ['unsent', 'sending', 'doubtful', 'sent', 'unreachable', 'overtaken'] as const;
      await outbox.insertMissing(states.map((state, n) => toldOf(n, { state })));
      const open = async () => {
        const found: OutboxRecord[] = [];
        for await (const { value, version } of outbox.open(december)) {
          found.push(value);
          assert.ok(
            await outbox.write([{ value: { ...value, state: 'sent' }, version }]),
            'with its version',
          );
        }
        return found.map(({ state }) => state);
      };
      assert.deepEqual(await open(), ['unsent', 'sending', 'doubtful']);
      assert.deepEqual(await open(), []);
    });
  });

  it('plans: keeps the first one written, and gives everybody that one', async () => {
    const { plans } = await empty();
    assert.equal(await plans.get(december), null);
    const given = await Promise.all([1, 2, 3, 4].map((seed) => plans.putFirst(planned(seed))));
    const first = given[0];
    assert.ok(first);
    assert.deepEqual(given, [first, first, first, first]);
    assert.deepEqual(await plans.putFirst(planned(5)), first);
    assert.deepEqual(await plans.get(december), first);
    assert.equal(await plans.get(january), null);
    assert.deepEqual(await plans.putFirst(plan({ ...january, seed: 6 })), plan({ ...january, seed: 6 }));
  });

  it('repairs: keeps the first one written of each number', async () => {
    const { repairs } = await empty();
    const [ann, ben] = [[placement('tenant.ann')], [placement('tenant.ben')]];
    assert.equal(await repairs.get({ ...december, number: 1 }), null);
    assert.deepEqual(await repairs.putFirst(repair(1, { placements: ann })), repair(1, { placements: ann }));
    assert.deepEqual(await repairs.putFirst(repair(1, { placements: ben })), repair(1, { placements: ann }));
    assert.deepEqual(await repairs.putFirst(repair(2, { placements: ben })), repair(2, { placements: ben }));
    assert.deepEqual(await repairs.get({ ...december, number: 1 }), repair(1, { placements: ann }));
    assert.equal(await repairs.get({ ...december, number: 3 }), null);
    assert.equal(await repairs.get({ ...january, number: 1 }), null);
  });

  it('drafts: keeps the first one written of each number, and lists the numbers in order', async () => {
    const { drafts } = await empty();
    assert.deepEqual(await drafts.numbers(december), []);
    assert.equal(await drafts.get({ ...december, draft: 1 }), null);
    const [mine, other] = [draft(1), draft(1, { by: 'ann' })];
    assert.equal(await drafts.putFirst(mine), mine, 'the same object for the first writer');
    assert.deepEqual(await drafts.putFirst(other), mine);
    for (const number of [10, 2]) await drafts.putFirst(draft(number));
    await drafts.putFirst(draft(3, january));
    assert.deepEqual(await drafts.numbers(december), [1, 2, 10]);
    assert.deepEqual(await drafts.get({ ...december, draft: 10 }), draft(10));
    for (let times = 0; times < 2; times++) await drafts.remove({ ...december, draft: 2 });
    assert.deepEqual(await drafts.numbers(december), [1, 10]);
    assert.deepEqual(await drafts.numbers(january), [3]);
  });

  it('plans and repairs: removes what there is, and no other', async () => {
    const { plans, repairs } = await empty();
    await plans.putFirst(planned(1));
    await plans.putFirst(plan({ ...january, seed: 6 }));
    for (const number of [1, 2]) await repairs.putFirst(repair(number, {}));
    for (let times = 0; times < 2; times++) {
      await plans.remove(december);
      await repairs.remove({ ...december, number: 1 });
    }
    assert.equal(await plans.get(december), null);
    assert.deepEqual(await plans.get(january), plan({ ...january, seed: 6 }));
    assert.equal(await repairs.get({ ...december, number: 1 }), null);
    assert.deepEqual(await repairs.get({ ...december, number: 2 }), repair(2, {}));
  });

  it('availability: keeps the first week written, until it is removed', async () => {
    const { availability } = await empty();
    assert.equal(await availability.get(december), null);
    assert.deepEqual(await availability.putFirst(december, week), week);
    assert.deepEqual(await availability.putFirst(december, new Map()), week);
    assert.deepEqual(await availability.get(december), week);
    assert.equal(await availability.get(january), null);
    await availability.remove(december);
    assert.equal(await availability.get(december), null);
    await availability.remove(december);
  });

  it('availability: keeps only views and working hours, not the number of entries', async () => {
    const { availability } = await empty();
    const read = { kind: 'read', view: '0220', hours: null } as const;
    await availability.putFirst(december, new Map([['ann', { ...read, entries: '0120' }]]));
    assert.deepEqual(await availability.get(december), new Map([['ann', read]]));
  });
}

interface Samples<Key, T> {
  readonly keyOf: (value: T) => Key;
  /** The n-th record: the order of the numbers is the order of the keys. */
  readonly first: (n: number) => T;
  /** The changes that every record gets later, among them one from or to null. */
  readonly later: Partial<NoInfer<T>>;
}

interface ListedSamples<Group, Key, T> extends Samples<Key, T> {
  readonly group: Group;
  /** The record with the same key in another group; absent when there is only one group. */
  readonly elsewhere?: (value: T) => T;
}

function keepsOneRecord<Key, T extends object>(
  kind: string,
  start: () => Promise<Store<Key, T>>,
  { keyOf, first, later }: Samples<Key, T>,
): void {
  const next = (value: T): T => ({ ...value, ...later });

  it(`${kind}: gives what was inserted, then what replaced it, each with its version`, async () => {
    const store = await start();
    const key = keyOf(first(1));
    assert.equal(await store.get(key), null);
    const one = await store.insert(first(1));
    assert.deepEqual(await store.get(key), { value: first(1), version: one });
    assert.equal(await store.get(keyOf(first(2))), null);
    const two = await store.replace(next(first(1)), one ?? '');
    assert.ok(two !== null && two !== one);
    assert.deepEqual(await store.get(key), { value: next(first(1)), version: two });
  });

  it(`${kind}: keeps the first of two inserts`, async () => {
    const store = await start();
    const both = await Promise.all([store.insert(first(1)), store.insert(next(first(1)))]);
    assert.equal(both.filter((version) => version === null).length, 1);
    const kept = both[0] === null ? next(first(1)) : first(1);
    assert.equal(await store.insert(first(1)), null);
    assert.deepEqual((await store.get(keyOf(first(1))))?.value, kept);
  });

  it(`${kind}: replaces a record only if nobody changed it since it was read`, async () => {
    const store = await start();
    const old = (await store.insert(first(1))) ?? '';
    const change = () => store.replace(next(first(1)), old);
    const both = await Promise.all([change(), change()]);
    assert.equal(both.filter((version) => version === null).length, 1);
    assert.equal(await store.replace(first(1), old), null);
    const version = both[0] ?? both[1];
    assert.deepEqual(await store.get(keyOf(first(1))), { value: next(first(1)), version });
  });

  it(`${kind}: removes a record once and for all, and no other`, async () => {
    const store = await start();
    const old = (await store.insert(first(1))) ?? '';
    await store.insert(first(2));
    for (let times = 0; times < 2; times++) await store.remove(keyOf(first(1)));
    assert.equal(await store.get(keyOf(first(1))), null);
    assert.equal(await store.replace(next(first(1)), old), null);
    assert.deepEqual((await store.get(keyOf(first(2))))?.value, first(2));
    assert.notEqual(await store.insert(first(1)), null);
  });

  it(`${kind}: gives a new object each time`, async () => {
    const store = await start();
    const given = first(1);
    await store.insert(given);
    Object.assign(given, later);
    const found = await store.get(keyOf(first(1)));
    assert.deepEqual(found?.value, first(1));
    Object.assign(found.value, later);
    assert.deepEqual((await store.get(keyOf(first(1))))?.value, first(1));
  });
}

function keepsRecords<Group, Key, T extends object>(
  kind: string,
  start: () => Promise<ListedStore<Group, Key, T>>,
  samples: ListedSamples<Group, Key, T>,
): void {
  const { keyOf, first, later, elsewhere } = samples;
  const next = (value: T): T => ({ ...value, ...later });
  keepsOneRecord(kind, start, samples);
  keepsManyRecords(kind, start, samples);

  it(`${kind}: reads many records with their versions, and leaves out missing ones`, async () => {
    const store = await start();
    await store.insertMissing([1, 2, 3, 40, 41, 100].map(first));
    if (elsewhere) await store.insert(elsewhere(first(4)));
    const keys = [41, 4, 1, 99, 2, 1].map((n) => keyOf(first(n)));
    const found = await store.getMany(keys);
    assert.deepEqual(new Set(found.map(({ value }) => value)), new Set([1, 2, 41].map(first)));
    assert.equal(found.length, 3);
    for (const { value, version } of found) assert.ok(await store.replace(next(value), version));
    assert.deepEqual(await store.getMany([]), []);
  });
}

function keepsManyRecords<Group, Key, T extends object>(
  kind: string,
  start: () => Promise<Omit<ListedStore<Group, Key, T>, 'getMany'>>,
  samples: ListedSamples<Group, Key, T>,
): void {
  const { group, first, later, elsewhere } = samples;
  const next = (value: T): T => ({ ...value, ...later });

  const allOf = (store: Pick<ListedStore<Group, Key, T>, 'list'>) => all(store.list(group));
  const many = (size: number) => Array.from({ length: size }, (_, i) => first(i + 1));
  const inserts = (values: readonly T[]) => values.map((value) => ({ value, version: null }));

  it(`${kind}: lists a group in the order of the keys, and no other group`, async () => {
    const store = await start();
    assert.deepEqual(await allOf(store), []);
    for (const n of [23, 1, 110, 12, 2, 101]) await store.insert(first(n));
    if (elsewhere) await store.insert(elsewhere(first(3)));
    assert.deepEqual(await allOf(store), [1, 2, 12, 23, 101, 110].map(first));
    for await (const { value, version } of store.list(group))
      assert.ok(await store.replace(next(value), version), 'with its version');
  });

  it(`${kind}: inserts many missing records, and leaves existing ones as they are`, async () => {
    const store = await start();
    await store.insert(next(first(7)));
    if (elsewhere) await store.insert(elsewhere(first(8)));
    await store.insertMissing(many(130));
    await store.insertMissing(many(130));
    await store.insertMissing([]);
    assert.deepEqual(
      await allOf(store),
      many(130).map((value, i) => (i === 6 ? next(value) : value)),
    );
  });

  it(`${kind}: writes a hundred at once, and says which ones others had changed`, async () => {
    const store = await start();
    const [one, two] = [await store.insert(first(1)), await store.insert(first(2))];
    await store.replace(next(first(2)), two ?? '');
    await store.insert(next(first(3)));
    const versions = await store.write([
      { value: next(first(1)), version: one },
      { value: first(2), version: two },
      ...inserts(many(100).slice(2)),
    ]);
    assert.deepEqual(
      versions.flatMap((version, i) => (version === null ? [i + 1] : [])),
      [2, 3],
    );
    assert.equal(versions.length, 100);
    assert.deepEqual(
      await allOf(store),
      many(100).map((value, i) => (i < 3 ? next(value) : value)),
    );
    assert.ok(await store.replace(first(1), versions[0] ?? ''), 'with its version');
    assert.deepEqual(await store.write([]), []);
  });

  it(`${kind}: accepts one of two simultaneous writes of each record`, async () => {
    const store = await start();
    const both = await Promise.all([store.write(inserts(many(3))), store.write(inserts(many(3)))]);
    for (const n of [0, 1, 2]) assert.equal(both.filter((versions) => versions[n] !== null).length, 1);
  });
}

async function all<T>(found: AsyncIterable<Versioned<T>>): Promise<T[]> {
  return (await listed(found)).map(({ value }) => value);
}

async function listed<T>(found: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const one of found) values.push(one);
  return values;
}

/** The outbox, which writes many at once alone, as a store of single messages too. */
function oneByOne(outbox: Storage['outbox']) {
  const writeOne = async (value: OutboxRecord, version: string | null) =>
    (await outbox.write([{ value, version }]))[0] ?? null;
  return { ...outbox, insert: (value: OutboxRecord) => writeOne(value, null), replace: writeOne };
}

function planned(seed: number): Plan {
  const members = ['tenant.ann', "tenant.o'hara"];
  const pairings = [
    { id: 'p00001', members, minutes: 30, slots: [tenOn(15)], lastMet: null, closeness: 0, newLink: null },
  ];
  return plan({ seed, pairings });
}

/** Four people's calendars as Graph gives them, with a zone that has no name. */
const week = new Map<string, FreeBusy>([
  [
    'ann',
    {
      kind: 'read',
      view: '0'.repeat(600) + '2'.repeat(72),
      hours: { zone: 'Europe/London', days: ['Mon', 'Tue'], start: '09:00', end: '17:00' },
    },
  ],
  [
    'ben',
    {
      kind: 'read',
      view: '4'.repeat(672),
      hours: {
        zone: {
          bias: -60,
          standardOffset: { time: '03:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10 },
          daylightOffset: {
            time: '02:00:00',
            dayOccurrence: 5,
            dayOfWeek: 'sunday',
            month: 3,
            daylightBias: -60,
          },
        },
        days: ['Sat'],
        start: '22:00',
        end: '06:00',
      },
    },
  ],
  ['cem', { kind: 'read', view: '', hours: null }],
  ['dora', { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' }],
]);
