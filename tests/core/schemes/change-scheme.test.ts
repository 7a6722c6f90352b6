import assert from 'node:assert/strict';
import type { Log, Ports } from '../../../core/ports/ports.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { noEvent } from '../../../core/records/pairing.ts';
import {
  schemeSettings,
  type SchemeSettings,
  type SettingsChange,
} from '../../../core/schemes/settings-schemas.ts';
import { slotAt } from '../../../core/time/slot.ts';
import type { SettingsFault } from '../../../core/schemes/check-settings.ts';
import { changeScheme } from '../../../core/schemes/change-scheme.ts';
import { readSettings } from '../../../core/schemes/settings.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

const coordinator = idOf(ann);
const fromTheStart: SchemeSettings = {
  ...schemeSettings.parse({ ...defaultScheme(0), coordinators: [coordinator] }),
  minutes: 30,
  booking: 'automatic',
  asking: 'standing',
  booksForSilent: true,
  coverage: true,
  lunch: { start: '12:00', end: '13:00' },
};
const wanted: SchemeSettings = {
  ...fromTheStart,
  minutes: 45,
  booking: 'suggestions',
  asking: 'each-time',
  booksForSilent: false,
  coverage: true,
  lunch: { start: '10:00', end: '11:00' },
};
const hours: SchemeSettings = { ...fromTheStart, minutes: 60 };

describe('changeScheme', () => {
  const start = useProduct();
  let product: TestProduct;
  let version: string;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben], scheme: { coordinators: [coordinator] } });
    version = (await stored()).version;
  });

  async function stored() {
    const found = await readSettings(product.ports, 'unmentoring');
    assert.ok(found);
    return found;
  }

  const change = (settings: SettingsChange['settings'], read = version, ports: Ports = product.ports) =>
    changeScheme(ports, coordinator, 'unmentoring', { version: read, settings });

  /** Ports that call `meanwhile` just before the scheme is written. */
  function interrupted(meanwhile: () => Promise<unknown>): Ports {
    const { ports } = product;
    const { schemes } = ports.storage;
    const replace: typeof schemes.replace = async (...write) => {
      await meanwhile();
      return schemes.replace(...write);
    };
    return { ...ports, storage: { ...ports.storage, schemes: { ...schemes, replace } } };
  }

  it('leaves what a change does not name as it was', async () => {
    const { coverage, asking, booksForSilent, ...others } = { ...wanted, coverage: false };
    await change({ ...others, coverage, asking, booksForSilent });
    await change({ ...others, minutes: 60 }, (await stored()).version);
    assert.deepEqual((await stored()).settings, { ...wanted, minutes: 60, coverage: false });
  });

  it('changes the wanted settings, and nothing else of the scheme', async () => {
    const scheme = () => product.ports.storage.schemes.get('unmentoring');
    const before = await scheme();
    assert.deepEqual((await stored()).settings, fromTheStart);
    const result = await change(wanted);
    assert.ok(result.kind === 'changed');
    assert.deepEqual(result.stored, await stored());
    assert.deepEqual((await scheme())?.value, { ...before?.value, ...wanted });
  });

  it('adds nobody to the coordinators who is not named', async () => {
    await changeScheme(product.ports, idOf(ben), 'unmentoring', { version, settings: wanted });
    assert.deepEqual((await stored()).settings.coordinators, [coordinator]);
    const coordinators = [coordinator, idOf(ben)];
    await change({ coordinators }, (await stored()).version);
    assert.deepEqual((await stored()).people, [
      { id: coordinator, name: 'Ann' },
      { id: idOf(ben), name: 'Ben' },
    ]);
  });

  const refusals: readonly (readonly [string, Partial<SchemeSettings>, SettingsFault])[] = [
    ['leaves no coordinator', { coordinators: [] }, 'nobody'],
    ['names somebody who is not in the directory', { coordinators: ['someone.else'] }, 'not-in-directory'],
    [
      'has a round paired before the week of the last is over',
      {
        cadence: { kind: 'weeks', every: 2, from: '2026-12-14' },
        pairing: { daysBefore: 8, at: '10:00' },
      },
      'dates',
    ],
  ];
  for (const [what, settings, reason] of refusals) {
    it(`refuses a change that ${what}`, async () => {
      const before = await stored();
      assert.deepEqual(await change(settings), { kind: 'refused', reason });
      assert.deepEqual(await stored(), before);
    });
  }

  it('has rounds two weeks apart paired up to a week before', async () => {
    const settings: Partial<SchemeSettings> = {
      cadence: { kind: 'weeks', every: 2, from: '2026-12-14' },
      pairing: { daysBefore: 7, at: '10:00' },
    };
    assert.equal((await change(settings)).kind, 'changed');
  });

  it('does not move a round that people were asked about into the past, nor another into its week', async () => {
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-09T10:00:00Z');
    assert.equal((await product.ports.storage.rounds.get(december))?.value.stage, 'calling');
    for (const settings of [
      { pairing: { daysBefore: 6, at: '10:00' } },
      { cadence: { kind: 'monthly', week: 3 } },
    ] as const)
      assert.deepEqual(await change(settings), { kind: 'refused', reason: 'dates' });
    assert.equal((await change({ pairing: { daysBefore: 4, at: '15:00' } })).kind, 'changed');
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.equal((await product.ports.storage.rounds.get(december))?.value.stage, 'calling');
    await product.tickAt('2026-12-10T15:00:00Z');
    assert.equal((await product.detail()).counts.booked, 1);
  });

  it('runs no round whose pairing time was over when it got its dates', async () => {
    await product.signUp(ann, ben);
    product.setClock('2026-12-05T10:00:00Z');
    // The first Monday of December is the 7th, to be paired on the 3rd.
    assert.equal((await change({ cadence: { kind: 'monthly', week: 1 } })).kind, 'changed');
    await product.tick();
    const rounds = [];
    for await (const { value } of product.ports.storage.rounds.list({ scheme: 'unmentoring' }))
      rounds.push(value.round);
    assert.deepEqual(rounds, []);
  });

  it('changes nothing when the same settings are sent again, whatever version they name', async () => {
    const first = await change(wanted);
    assert.deepEqual(await change(wanted), first);
    assert.deepEqual(await change(wanted, 'no such version'), first);
  });

  it('refuses a change of settings that somebody else changed since, and gives theirs', async () => {
    await change(hours);
    const theirs = await stored();
    assert.deepEqual(theirs.settings, hours);
    for (const read of [version, '*']) {
      assert.deepEqual(await change(wanted, read), { kind: 'conflict', version: theirs.version });
    }
    assert.deepEqual(await stored(), theirs);
    assert.equal((await change(wanted, theirs.version)).kind, 'changed');
  });

  it('accepts one of two changes at once, and tells the other coordinator', async () => {
    const results = await Promise.all([change(wanted), change(hours)]);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), ['changed', 'conflict']);
    const now = await stored();
    for (const result of results)
      assert.equal(
        'stored' in result ? result.stored.version : 'version' in result && result.version,
        now.version,
      );

    const late = await change(
      fromTheStart,
      now.version,
      interrupted(() => change({ ...now.settings, lunch: { start: '13:00', end: '14:00' } }, now.version)),
    );
    assert.equal(late.kind, 'conflict');
    assert.equal('version' in late && late.version, (await stored()).version);
    assert.deepEqual((await stored()).settings.lunch, { start: '13:00', end: '14:00' });
  });

  it('counts its own write as done when the answer to it was lost', async () => {
    const result = await change(
      wanted,
      version,
      interrupted(() => change(wanted)),
    );
    assert.deepEqual(result, { kind: 'changed', stored: await stored() });
  });

  it('says so when there is no such scheme', async () => {
    const settings = { version, settings: wanted };
    assert.deepEqual(await changeScheme(product.ports, coordinator, 'lunch', settings), {
      kind: 'unknown-scheme',
    });
    assert.equal(await readSettings(product.ports, 'lunch'), null);
  });

  it('logs each change once, with ids only', async () => {
    const lines: Parameters<Log>[] = [];
    const ports: Ports = { ...product.ports, log: (...line) => lines.push(line) };
    await change(wanted, version, ports);
    await change(wanted, version, ports);
    await change(hours, version, ports);
    assert.deepEqual(lines, [['change scheme', { scheme: 'unmentoring', person: coordinator }]]);
  });

  it('makes the next round suggest times of the new length, outside the new lunch', async () => {
    await product.signUp(ann, ben);
    await change({ ...wanted, asking: 'standing' });
    await product.tickAt('2026-12-10T10:00:00Z');
    const { value } =
      (await product.ports.storage.pairings.get({ ...december, pairing: 'p00001' })) ?? assert.fail();
    assert.ok(value.state === 'suggested');
    assert.deepEqual([value.minutes, value.event], [45, noEvent]);
    // Both are free all week. With lunch at noon the first offer would be Tuesday, 09:30.
    assert.deepEqual(value.offer, [
      slotAt(Date.parse('2026-12-15T11:00:00.000Z'), 45),
      slotAt(Date.parse('2026-12-15T12:00:00.000Z'), 45),
      slotAt(Date.parse('2026-12-16T11:00:00.000Z'), 45),
    ]);
  });
});

describe('the settings of a scheme', () => {
  for (const [lunch, ok] of [
    [{ start: '12:00', end: '12:01' }, true],
    [{ start: '00:00', end: '23:59' }, true],
    [{ start: '12:00', end: '12:00' }, false],
    [{ start: '13:00', end: '12:00' }, false],
    [{ start: '9:00', end: '10:00' }, false],
    [{ start: '12:00', end: '24:00' }, false],
  ] as const) {
    it(`${ok ? 'may' : 'may not'} have lunch from ${lunch.start} to ${lunch.end}`, () => {
      assert.equal(schemeSettings.safeParse({ ...fromTheStart, lunch }).success, ok);
    });
  }
});
