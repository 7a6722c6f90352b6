import assert from 'node:assert/strict';
import { myDataText } from '../../../core/rights/my-data-text.ts';
import { readMyData } from '../../../core/rights/my-data.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { ben, eve } from '../../support/people.ts';
import { december } from '../../support/records.ts';
import { useProduct } from '../../support/test-product.ts';
import { naming, plant, zora } from './planted.ts';

const me = idOf(zora);

/** The innermost objects and lists of a value that name Zora, as JSON. */
function innermost(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(innermost);
  return inside.length > 0 || naming([JSON.stringify(value)]).length === 0 ? inside : [JSON.stringify(value)];
}

/** The value with times as in the data that a person gets. */
const shown = (json: string) =>
  json.replaceAll(/\b\d{13}\b/g, (ms) => `"${new Date(Number(ms)).toISOString()}"`);

describe('my data', () => {
  const start = useProduct();

  const planted = async () => {
    const { ports } = await start({ employees: [zora, ben, eve] });
    const storage = memoryStorage();
    await plant(storage);
    await storage.erasures.insert({ person: me, state: 'asked', at: ports.now() });
    return { storage, ports: { ...ports, storage } };
  };

  it('has everything in storage that names somebody, but for what belongs to others', async () => {
    const { storage, ports } = await planted();
    const data = JSON.stringify(await readMyData(ports, me));
    const isAnothers = (text: string) =>
      (/^(people|participants) /.test(text) && !text.split(' ')[1]?.endsWith(me)) ||
      (text.startsWith('outbox') && text.includes(`"person":"${idOf(ben)}"`));
    const mine = naming(storage.texts()).filter((text) => !isAnothers(text));
    assert.equal(mine.length, 15);
    const pieces = mine.flatMap((text) => innermost(JSON.parse(text.slice(text.indexOf('{')))));
    assert.ok(pieces.length >= mine.length, 'each record names Zora somewhere');
    for (const piece of pieces) {
      // The calendars of a round are stored by person.
      const wanted = piece.startsWith(`["${me}",`) ? piece.slice(me.length + 4, -1) : piece;
      assert.ok(data.includes(shown(wanted)), `${wanted} is in ${data}`);
    }
    assert.match(data, /"calendar":\{"kind":"unreadable","reason":"MailboxNotFound"\}/);
    assert.match(data, /"messagesToOthers":\[\{"about":"moved"/);
    assert.match(data, /"about":"called-off"[^}]*"word":"Ask me for another day\."/);
    assert.doesNotMatch(data, /is ill/, 'what a coordinator wrote to somebody else');
  });

  it('has what somebody filled in when they signed up, and the ground rules that they accepted', async () => {
    const { ports } = await planted();
    const text = myDataText(await readMyData(ports, me, 'en'), 'en');
    assert.equal(
      text.match(/drink: Quince tea/g)?.length,
      3,
      'in the profile, in what is still to be done, and in what they asked for in the tab',
    );
    assert.match(text, /third: true/);
    assert.match(text, /acceptedAt: 2026-12-07/);
    assert.match(text, /dueAt: 2026-12-07T08:00:00.000Z/);
    assert.match(text, /before: Ask about quinces\./);
  });

  it('never has what a partner said of whether they met', async () => {
    const { ports } = await planted();
    const found: string[] = [];
    for await (const { value, version } of ports.storage.pairings.list(december)) {
      const others = value.members.filter((id) => id !== me);
      if (!value.members.includes(me) || others.length === 0) continue;
      const said = { said: 'not-yet', start: 1, at: 1 } as const;
      const followUps = {
        [me]: { ...said, said: 'yes' as const },
        ...Object.fromEntries(others.map((id) => [id, said])),
      };
      await ports.storage.pairings.writeWith([{ value: { ...value, followUps }, version, messages: [] }]);
      found.push(value.pairing);
    }
    assert.ok(found.length > 0);
    const data = JSON.stringify(await readMyData(ports, me));
    assert.ok(data.includes('"said":"yes"') && !data.includes('not-yet'));
  });

  it('never has what others wish, or how they answered an invitation', async () => {
    const { ports } = await planted();
    const data = JSON.stringify(await readMyData(ports, me));
    assert.ok(!data.includes(idOf(eve)), 'Eve will never meet Zora, and nothing else links them');
    assert.match(data, new RegExp(`\\{"invited":"${idOf(ben)}","at":1\\}`));
  });

  it('names those whose ids occur, and reads well as text in both languages', async () => {
    const { ports } = await planted();
    for (const [language, you, nothing] of [
      ['en-GB', '\nYou\n---\n', 'Your data in UnMentoring'],
      ['de', '\nSie\n---\n', 'Ihre Daten in UnMentoring'],
    ] as const) {
      const data = await readMyData(ports, me, language);
      assert.equal(data.names[me], zora.name);
      const text = myDataText(data, language);
      assert.ok(text.includes(you) && text.includes(nothing), text);
      assert.ok(text.includes(`  mail: ${zora.mail}`), text);
      assert.doesNotMatch(text, /\[object|undefined/);
    }
  });

  it('is empty for a stranger, and says so', async () => {
    const { ports } = await start({ employees: [zora] });
    const data = await readMyData(ports, me);
    assert.ok(data.parts.every(({ records }) => records.length === 0));
    assert.equal(myDataText(data, 'en').match(/Nothing is kept here/g)?.length, 5);
  });
});
