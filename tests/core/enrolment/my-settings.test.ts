import assert from 'node:assert/strict';
import { leave } from '../../../core/enrolment/leave.ts';
import { readMySettings, saveMySettings } from '../../../core/enrolment/my-settings.ts';
import { rulesVersion } from '../../../core/records/participant.ts';
import { saveSettings } from '../../../core/enrolment/prefer.ts';
import type { Answers } from '../../../core/records/profile.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann } from '../../support/people.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const caller = callerOf(ann);
const [id, scheme] = [idOf(ann), 'unmentoring'];
const tea: Answers = {
  rules: rulesVersion,
  preferences: { hours: 'morning', minutes: 45, third: true },
  profile: { drink: 'tea', call: 'phone', language: 'de', quiet: { from: '18:00', to: '08:00' } },
};

describe("somebody's settings", () => {
  const start = useProduct();
  let product: TestProduct;
  const save = (version: string, answers: Answers, ports = product.ports) =>
    saveMySettings(ports, caller, scheme, version, answers);
  const version = async () => (await readMySettings(product.ports, id, scheme))?.version ?? '';

  beforeEach(async () => {
    product = await start({ employees: [ann] });
    await product.signUp(ann);
  });

  it('are those of everybody until something is chosen, and then what was chosen', async () => {
    const before = await readMySettings(product.ports, id, scheme);
    assert.deepEqual(before?.answers, {
      rules: null,
      preferences: { hours: 'either', minutes: null },
      profile: { call: 'video', language: null },
    });
    const saved = await save(before.version, tea);
    assert.ok(saved.kind === 'changed');
    assert.deepEqual(saved.settings.answers, tea);
    assert.deepEqual(await readMySettings(product.ports, id, scheme), saved.settings);
    assert.deepEqual((await enrolment(product, ann))?.preferences, tea.preferences);
    const known = (await product.ports.storage.people.get(id))?.value;
    assert.deepEqual([known?.profile, known?.heardAt], [tea.profile, product.ports.now()]);
  });

  it('keep the rules that were accepted, and refuse rules of another version', async () => {
    await save(await version(), tea);
    const coffee: Answers = { ...tea, rules: null, profile: { ...tea.profile, drink: 'coffee' } };
    const saved = await save(await version(), coffee);
    assert.deepEqual(saved.kind === 'changed' && saved.settings.answers, { ...coffee, rules: rulesVersion });
    const refused = await save(await version(), { ...tea, rules: rulesVersion + 1 });
    assert.deepEqual(refused, { kind: 'refused', reason: 'rules' });
  });

  it('are not changed by somebody who saw older ones, unless they wish what is there', async () => {
    const first = await version();
    const saved = await save(first, tea);
    assert.deepEqual(await save(first, tea), saved, 'a repeat');
    const stale = await save(first, { ...tea, preferences: { hours: 'either', minutes: null } });
    assert.ok(stale.kind === 'stale');
    assert.deepEqual(stale.settings.answers, tea);
    assert.equal(await version(), stale.settings.version);
  });

  for (const [what, mine, theirs] of [
    [
      'profiles',
      { profile: { ...tea.profile, drink: 'coffee' } },
      { profile: { ...tea.profile, drink: 'milk' } },
    ],
    [
      'preferences',
      { preferences: { hours: 'morning', minutes: 30 } },
      { preferences: { hours: 'afternoon', minutes: 30 } },
    ],
  ] as const) {
    it(`of two changes of ${what} at once, the later one is told of the other`, async () => {
      await save(await version(), tea);
      const seen = await version();
      const { people } = product.ports.storage;
      let isFirst = true;
      const slow = {
        ...product.ports,
        storage: {
          ...product.ports.storage,
          people: {
            ...people,
            get: async (...key: Parameters<typeof people.get>) => {
              const read = await people.get(...key);
              if (isFirst) {
                isFirst = false;
                assert.equal((await save(seen, { ...tea, ...theirs })).kind, 'changed');
              }
              return read;
            },
          },
        },
      };
      const late = await save(seen, { ...tea, ...mine }, slow);
      assert.ok(late.kind === 'stale');
      assert.deepEqual(late.settings.answers, { ...tea, ...theirs });
    });
  }

  it('keep the quiet hours when the card in the chat is filled in, which does not ask for them', async () => {
    await save(await version(), tea);
    const { quiet, ...asked } = tea.profile;
    await saveSettings(product.ports, caller, null, { ...tea, profile: { ...asked, drink: 'milk' } });
    const { answers } = (await readMySettings(product.ports, id, scheme)) ?? {};
    assert.deepEqual([answers?.profile.drink, answers?.profile.quiet], ['milk', quiet]);
  });

  it('are still read after somebody left, so that they find them when they come back, and not changed', async () => {
    await save(await version(), tea);
    await leave(product.ports, caller, null);
    const left = await readMySettings(product.ports, id, scheme);
    assert.deepEqual(left?.answers, tea);
    const coffee = { ...tea, profile: { ...tea.profile, drink: 'coffee' } };
    assert.deepEqual(await save(left.version, coffee), { kind: 'unknown' });
    assert.deepEqual(await readMySettings(product.ports, id, scheme), left);
  });

  it('are nobody’s who was never in the scheme', async () => {
    assert.equal(await readMySettings(product.ports, id, 'lunch'), null);
    assert.deepEqual(await saveMySettings(product.ports, caller, 'lunch', '', tea), { kind: 'unknown' });
  });
});
