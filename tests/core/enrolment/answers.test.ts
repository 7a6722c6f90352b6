import assert from 'node:assert/strict';
import { join } from '../../../core/enrolment/join.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { readMySettings, saveMySettings } from '../../../core/enrolment/my-settings.ts';
import { pause } from '../../../core/enrolment/pause.ts';
import { prefer, saveSettings } from '../../../core/enrolment/prefer.ts';
import { remember } from '../../../core/enrolment/reach.ts';
import { rulesVersion } from '../../../core/records/participant.ts';
import { standing } from '../../../core/enrolment/standing.ts';
import type { Answers } from '../../../core/records/profile.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const caller = callerOf(ann);
const answers: Answers = {
  rules: rulesVersion,
  preferences: { hours: 'morning', minutes: 45, third: true },
  profile: { drink: 'mint tea', about: 'I draw maps.', askMe: 'bees', call: 'phone', language: 'de' },
};
const unticked: readonly Answers[] = [
  { ...answers, rules: null },
  { ...answers, rules: rulesVersion - 1 },
];
/** Monday 7 December 2026, 08:00 in London: the clock of these tests. */
const monday = Date.parse('2026-12-07T08:00:00Z');

describe('a filled-in sign-up card', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben] });
    await remember(product.ports, caller, 'chat');
  });

  const profile = async () => (await product.ports.storage.people.get(idOf(ann)))?.value.profile;
  const rules = async () => (await enrolment(product, ann))?.rules;

  it('is stored with the version of the rules and when it was accepted', async () => {
    const joined = await join(product.ports, caller, null, answers);
    assert.ok(joined.kind === 'joined');
    assert.deepEqual(await profile(), answers.profile);
    assert.deepEqual((await enrolment(product, ann))?.preferences, answers.preferences);
    assert.deepEqual(await rules(), [{ version: rulesVersion, acceptedAt: monday }]);
    const { profile: shown, preferences, acceptedRules, reader } = joined.standing;
    assert.deepEqual([shown, preferences, acceptedRules], [answers.profile, answers.preferences, true]);
    assert.equal(reader.language, 'de', 'the answer is in the chosen language already');
  });

  it('stores nothing without the rules of today', async () => {
    const before = await product.ports.storage.people.get(idOf(ann));
    for (const each of [...unticked, { preferences: answers.preferences, profile: answers.profile }])
      assert.deepEqual(await join(product.ports, caller, null, each), { kind: 'refused', reason: 'rules' });
    assert.equal(await enrolment(product, ann), undefined);
    assert.deepEqual(await product.ports.storage.people.get(idOf(ann)), before);
  });

  it('stores nothing about somebody who cannot be let in', async () => {
    const guest = async () =>
      new Map([[caller.id, { id: caller.id, mail: 'x@x.example', name: 'X', enabled: true, guest: true }]]);
    const ports = { ...product.ports, directory: { ...product.ports.directory, people: guest } };
    assert.deepEqual(await join(ports, caller, null, answers), { kind: 'refused', reason: 'guest' });
    assert.equal(await profile(), undefined);
  });

  it('lasts over leaving and coming back, with the first time at which the rules were accepted', async () => {
    await join(product.ports, caller, null, answers);
    await leave(product.ports, caller, null);
    product.setClock('2026-12-08T08:00:00Z');
    const known = await remember(product.ports, caller, 'chat');
    const back = await join(product.ports, known, null);
    assert.ok(back.kind === 'rejoined' && back.standing.acceptedRules);
    assert.equal((await join(product.ports, known, null, answers)).kind, 'already-in');
    assert.deepEqual(await rules(), [{ version: rulesVersion, acceptedAt: monday }]);
    assert.deepEqual((await standing(product.ports, known))?.profile, answers.profile);
  });

  it('changes nothing when Teams sends it again after the person left', async () => {
    const sent = { ...caller, activity: '1' };
    await join(product.ports, sent, null, answers);
    await leave(product.ports, { ...caller, activity: '2' }, null);
    const other = { ...answers, profile: { ...answers.profile, drink: 'water' } };
    assert.equal((await join(product.ports, sent, null, other)).kind, 'unchanged');
    assert.equal((await profile())?.drink, 'mint tea');
  });

  for (const [chosen, teams, read] of [
    ['de', 'en-GB', 'de'],
    ['en', 'en-US', 'en-US'],
    ['en', 'de-AT', 'en'],
    [null, 'de-AT', 'de-AT'],
  ] as const) {
    it(`is answered in ${read} when ${chosen ?? 'no language'} was chosen and Teams is in ${teams}`, async () => {
      const sender = { ...caller, language: teams };
      await remember(product.ports, sender, 'chat');
      const given = { ...answers, profile: { ...answers.profile, language: chosen } };
      const joined = await join(product.ports, sender, null, given);
      assert.ok(joined.kind === 'joined');
      assert.equal(joined.standing.reader.language, read);
      assert.equal((await remember(product.ports, sender, 'chat')).language, read, 'the next time too');
    });
  }
});

describe('a filled-in settings card', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben] });
    await remember(product.ports, caller, 'chat');
  });

  it('is stored of somebody who pauses, and the pause goes on', async () => {
    await join(product.ports, caller, null);
    await pause(product.ports, caller, null, '2027-02-01');
    const saved = await saveSettings(product.ports, caller, null, answers);
    assert.ok(saved.kind === 'kept');
    assert.equal(saved.standing.status, 'paused');
    assert.deepEqual(saved.standing.profile, answers.profile);
    assert.deepEqual((await enrolment(product, ann))?.rules, [{ version: rulesVersion, acceptedAt: monday }]);
  });

  it('is refused when it asks for the rules and they are not ticked', async () => {
    await join(product.ports, caller, null);
    const before = await enrolment(product, ann);
    for (const each of unticked) {
      const refused = await saveSettings(product.ports, caller, null, each);
      assert.deepEqual(refused, { kind: 'refused', reason: 'rules' });
    }
    assert.deepEqual(await enrolment(product, ann), before);
  });

  it('is refused of somebody who takes no part, and nothing is stored', async () => {
    const refused = { kind: 'refused', reason: 'not-in' };
    assert.deepEqual(await saveSettings(product.ports, caller, null, answers), refused);
    assert.equal((await product.ports.storage.people.get(idOf(ann)))?.value.profile, undefined);
  });

  it('empties what was left empty, and a typed wish leaves the rest as it was', async () => {
    await join(product.ports, caller, null, answers);
    const { preferences } = answers;
    const less: Answers = { preferences, profile: { call: 'video', language: null } };
    await saveSettings(product.ports, caller, null, less);
    const kept = await prefer(product.ports, caller, null, { hours: 'afternoon' });
    assert.ok(kept.kind === 'kept');
    assert.deepEqual(kept.standing.preferences, { hours: 'afternoon', minutes: 45, third: true });
    const stored = (await product.ports.storage.people.get(idOf(ann)))?.value.profile;
    assert.deepEqual(stored, { call: 'video', language: null });
  });
});

describe('the own rule of a scheme', () => {
  const start = useProduct();
  const ownRule = 'I put my phone away.';
  const other = 'I bring a question.';
  const withOwn: Answers = { ...answers, ownRule };

  /** A product whose scheme has a rule, where Ann is known. */
  async function ruled(): Promise<TestProduct> {
    const product = await start({ employees: [ann], scheme: { ownRule } });
    await remember(product.ports, caller, 'chat');
    return product;
  }

  async function reword({ ports }: TestProduct, rule: string | null): Promise<void> {
    const { schemes } = ports.storage;
    const found = (await schemes.get('unmentoring')) ?? assert.fail();
    assert.ok(await schemes.replace({ ...found.value, ownRule: rule }, found.version));
  }
  const accepted = async ({ ports }: TestProduct) => (await standing(ports, caller))?.acceptedRules;

  it('is ticked by those who join, as it is worded', async () => {
    const product = await ruled();
    const refused = { kind: 'refused', reason: 'rules' };
    assert.deepEqual(await join(product.ports, caller, null, answers), refused);
    assert.deepEqual(await join(product.ports, caller, null, { ...answers, ownRule: other }), refused);
    assert.equal(await enrolment(product, ann), undefined);
    assert.equal((await join(product.ports, caller, null, withOwn)).kind, 'joined');
    assert.deepEqual((await enrolment(product, ann))?.rules, [
      { version: rulesVersion, acceptedAt: monday, own: ownRule },
    ]);
  });

  it('is asked for again once it is worded otherwise, on the card and in the tab', async () => {
    const product = await ruled();
    await join(product.ports, caller, null, withOwn);
    await reword(product, other);
    assert.equal(await accepted(product), undefined);
    assert.equal((await saveSettings(product.ports, caller, null, withOwn)).kind, 'refused');
    const seen = (await readMySettings(product.ports, idOf(ann), 'unmentoring')) ?? assert.fail();
    assert.equal(seen.answers.rules, null);
    const save = (given: Answers) =>
      saveMySettings(product.ports, caller, 'unmentoring', seen.version, given);
    assert.equal((await save(withOwn)).kind, 'refused');
    const saved = await save({ ...answers, ownRule: other });
    assert.ok(saved.kind === 'changed' && saved.settings.answers.rules === rulesVersion);
    assert.equal(await accepted(product), true);
    assert.deepEqual(await readMySettings(product.ports, idOf(ann), 'unmentoring'), saved.settings);
  });

  it('is not missed by those who accepted it once it is gone', async () => {
    const product = await ruled();
    await join(product.ports, caller, null, withOwn);
    await reword(product, null);
    assert.equal(await accepted(product), true);
  });
});
