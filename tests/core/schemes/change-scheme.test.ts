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
import { changeScheme } from '../../../core/schemes/change-scheme.ts';
import { readSettings } from '../../../core/schemes/settings.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

const coordinator = idOf(ann);
const fromTheStart: SchemeSettings = {
  ...schemeSettings.parse(defaultScheme(0)),
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
    product = await start({ employees: [ann, ben] });
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
    const coordinators = [coordinator];
    assert.deepEqual((await scheme())?.value, { ...before?.value, ...wanted, coordinators });
  });

  it('names the coordinator once among those who are told, also when the settings stay as they are', async () => {
    await change(fromTheStart);
    await change(fromTheStart);
    await change(wanted, (await stored()).version);
    const { value } = (await product.ports.storage.schemes.get('unmentoring')) ?? {};
    assert.deepEqual(value?.coordinators, [coordinator]);
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
      assert.deepEqual(await change(wanted, read), { kind: 'conflict', stored: theirs });
    }
    assert.deepEqual(await stored(), theirs);
    assert.equal((await change(wanted, theirs.version)).kind, 'changed');
  });

  it('accepts one of two changes at once, and tells the other coordinator', async () => {
    const results = await Promise.all([change(wanted), change(hours)]);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), ['changed', 'conflict']);
    const now = await stored();
    for (const result of results) assert.deepEqual('stored' in result && result.stored, now);

    const late = await change(
      fromTheStart,
      now.version,
      interrupted(() => change({ ...now.settings, lunch: { start: '13:00', end: '14:00' } }, now.version)),
    );
    assert.equal(late.kind, 'conflict');
    assert.deepEqual('stored' in late && late.stored, await stored());
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
