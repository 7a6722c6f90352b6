import assert from 'node:assert/strict';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { allSchemes } from '../../../core/schemes/find-scheme.ts';
import { makeScheme } from '../../../core/schemes/make-scheme.ts';
import { schemeSettings, type SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

const berlin: SchemeSettings = {
  ...schemeSettings.parse(defaultScheme(0)),
  name: 'Kaffeerunde',
  zone: 'Europe/Berlin',
  cadence: { kind: 'weeks', every: 3, from: '2026-12-14' },
};

describe('makeScheme', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben], scheme: null });
  });

  const make = (settings = berlin, author = ann) => makeScheme(product.ports, idOf(author), settings);

  it('makes the first scheme, whose author looks after it', async () => {
    const made = await make();
    assert.ok(made.kind === 'made');
    assert.deepEqual(made.stored.people, [{ id: idOf(ann), name: 'Ann' }]);
    assert.deepEqual(await allSchemes(product.ports), [
      {
        ...berlin,
        id: 'unmentoring',
        coordinators: [idOf(ann)],
        runsFrom: product.ports.now(),
        roundsBefore: 0,
        paired: null,
      },
    ]);
  });

  it('answers a repeat with what it made', async () => {
    const made = await make();
    product.setClock('2026-12-07T08:01:00Z');
    assert.deepEqual(await make(), made);
    assert.deepEqual(await make({ ...berlin, coordinators: [idOf(ann)] }), made);
  });

  it('makes one of two at once, and says to the other that it exists', async () => {
    const results = await Promise.all([make(), make({ ...berlin, name: 'Tea' }, ben)]);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), ['made', 'refused']);
    assert.equal((await allSchemes(product.ports)).length, 1);
    assert.deepEqual(await make({ ...berlin, minutes: 60 }), { kind: 'refused', reason: 'exists' });
  });

  for (const [reason, settings] of [
    ['not-in-directory', { coordinators: ['nobody.known'] }],
    ['dates', { pairing: { daysBefore: 15, at: '10:00' } }],
  ] as const) {
    it(`refuses settings for ${reason}, and makes nothing`, async () => {
      const wanted: SchemeSettings = {
        ...berlin,
        ...settings,
        coordinators: [...('coordinators' in settings ? settings.coordinators : [])],
      };
      assert.deepEqual(await make(wanted), { kind: 'refused', reason });
      assert.deepEqual(await allSchemes(product.ports), []);
    });
  }

  it('runs its rounds on its own clock', async () => {
    await make();
    await product.signUp(ann, ben);
    // 10:00 in Berlin.
    await product.tickAt('2026-12-10T08:59:00Z');
    assert.equal(
      (await product.ports.storage.rounds.get({ scheme: 'unmentoring', round: '2026-12-14' }))?.value.stage,
      'calling',
    );
    await product.tickAt('2026-12-10T09:00:00Z');
    assert.equal((await product.detail()).counts.booked, 1);
  });
});

describe('settings as they come from outside', () => {
  const faults: readonly (readonly [string, Partial<Record<keyof SchemeSettings, unknown>>])[] = [
    ['cadence.from', { cadence: { kind: 'weeks', every: 2, from: '2026-12-15' } }],
    ['cadence.every', { cadence: { kind: 'weeks', every: 1, from: '2026-12-14' } }],
    ['zone', { zone: 'GMT Standard Time' }],
    ['name', { name: '  ' }],
    ['ownRule', { ownRule: ' ' }],
    ['coordinators', { coordinators: ['a.b', 'a.b'] }],
  ];
  for (const [at, settings] of faults) {
    it(`are refused at ${at}: ${JSON.stringify(settings)}`, () => {
      const { error } = schemeSettings.safeParse({ ...berlin, ...settings });
      assert.deepEqual(
        error?.issues.map(({ path }) => path.join('.')),
        [at],
      );
    });
  }

  it('lose spaces around what was written', () => {
    const { name, purpose } = schemeSettings.parse({ ...berlin, name: ' Tea ', purpose: ' To talk. ' });
    assert.deepEqual([name, purpose], ['Tea', 'To talk.']);
  });
});
