import assert from 'node:assert/strict';
import type { MeetingChange } from '../../../core/api/meetings.ts';
import { changeMyMeeting, readMyMeeting } from '../../../core/following-up/my-meeting.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

/** Ann and Ben meet on Tuesday 15 December from 09:30 to 10:00. */
const start = '2026-12-15T09:30:00.000Z';
const afterIt = '2026-12-15T10:30:00Z';
const note = { before: 'Ask about the allotment.', after: '' };
const feedback = { face: 4, takeaway: 'Plant bulbs in November.', shared: false };

describe('my meeting', () => {
  const begin = useProduct();
  const pair = async () => {
    const made = await bookedRound(begin, [ann, ben]);
    const { ports } = made.product;
    return { ...made, ports, ...as(ports, ann), stored: () => ports.storage.pairings.get(keyOfPairing) };
  };
  const keyOfPairing = { ...december, pairing: 'p00001' };

  function as(ports: Ports, person: Employee) {
    const read = async () => {
      const meeting = await readMyMeeting(ports, idOf(person), december);
      assert.ok(meeting);
      return meeting;
    };
    return {
      read,
      /** Changes what was last seen. */
      put: async (wanted: MeetingChange, version?: string) =>
        changeMyMeeting(ports, idOf(person), december, version ?? (await read()).version, wanted),
    };
  }

  it('says at first that nothing was said, and gives a stranger nothing', async () => {
    const { ports, read } = await pair();
    const { version, ...shown } = await read();
    assert.deepEqual(shown, {
      ...december,
      coming: false,
      said: null,
      feedback: null,
      note: { before: '', after: '' },
    });
    assert.equal(await readMyMeeting(ports, idOf(cem), december), null);
    const result = await changeMyMeeting(ports, idOf(cem), december, version, { note });
    assert.deepEqual(result, { kind: 'unknown' });
  });

  it('keeps that they will be there for both to see, and takes it back', async () => {
    const { put, bot, stored } = await pair();
    const answerOfAnn = async () => (await bot.myPairing(callerOf(ben)))?.partners[0]?.answer;
    const result = await put({ start, coming: true });
    assert.ok(result.kind === 'changed' && result.meeting.coming);
    assert.equal(await answerOfAnn(), 'accepted');
    const back = await put({ start, coming: false });
    assert.ok(back.kind === 'changed' && !back.meeting.coming);
    assert.equal(await answerOfAnn(), 'none');
    assert.ok(!JSON.stringify((await stored())?.value).includes('coming'));
  });

  it('takes back what they said in the chat: that they come, and that they met', async () => {
    const { product, put, read, bot, stored } = await pair();
    const about = { ...keyOfPairing, start: Date.parse(start) };
    await bot.sayComing(callerOf(ann), about);
    await bot.sayComing(callerOf(ben), about);
    assert.equal((await put({ start, coming: false })).kind, 'changed');
    product.setClock(afterIt);
    await bot.sayMet(callerOf(ann), { ...about, said: 'no' });
    await bot.sayMet(callerOf(ben), { ...about, said: 'yes' });
    assert.equal((await read()).said, 'no');
    assert.equal((await put({ start, said: null })).kind, 'changed');
    assert.equal((await read()).said, null);
    const { value } = (await stored()) ?? {};
    assert.deepEqual(Object.keys(value?.followUps ?? {}), [idOf(ben)], 'the other’s word stays');
    assert.deepEqual(value?.state === 'booked' && value.coming, [idOf(ben)]);
  });

  it('refuses as the chat does, and writes nothing then', async () => {
    const { product, put, read } = await pair();
    const reason = async (wanted: MeetingChange) => {
      const before = await read();
      const result = await put(wanted);
      assert.deepEqual(await read(), before);
      return result.kind === 'refused' ? result.reason : result.kind;
    };
    assert.equal(await reason({ start, said: 'yes', note }), 'not-over');
    assert.equal(await reason({ coming: true }), 'changed', 'without the start');
    assert.equal(await reason({ start: '2026-12-15T10:00:00.000Z', coming: true }), 'changed');
    product.setClock(afterIt);
    assert.equal(await reason({ start, coming: true }), 'over');
    await product.tickAt('2026-12-21T09:00:00Z');
    await product.tickAt('2026-12-22T09:00:00Z');
    assert.equal((await product.detail()).stage, 'closed');
    assert.equal(await reason({ start, said: 'yes' }), 'closed');
  });

  it('keeps notes and how it was with the person alone, also after the close, until they are emptied', async () => {
    const { product, ports, put } = await pair();
    assert.equal((await put({ note })).kind, 'changed');
    product.setClock(afterIt);
    assert.equal((await put({ feedback })).kind, 'changed');
    await product.tickAt('2026-12-21T09:00:00Z');
    await product.tickAt('2026-12-22T09:00:00Z');
    const later = { ...note, after: 'Bring seeds.' };
    const result = await put({ note: later });
    assert.ok(result.kind === 'changed');
    assert.deepEqual([result.meeting.note, result.meeting.feedback], [later, feedback]);
    for (const word of ['allotment', 'seeds', 'bulbs'])
      assert.deepEqual(
        product.texts().flatMap((text) => (text.includes(word) ? [text.split(' ')[0]] : [])),
        ['placements'],
      );
    assert.deepEqual((await as(ports, ben).read()).note, { before: '', after: '' });
    assert.equal((await put({ note: { before: '', after: '' }, feedback: null })).kind, 'changed');
    const place = await ports.storage.placements.get({ ...december, person: idOf(ann) });
    assert.ok(place && !('note' in place.value) && !('feedback' in place.value));
  });

  it('is stale for a reader who saw an earlier version, unless what they want holds already', async () => {
    const { put, read } = await pair();
    const { version } = await read();
    await put({ note });
    const stale = await put({ note: { ...note, after: 'Other words.' } }, version);
    assert.deepEqual(stale, { kind: 'stale', meeting: await read() });
    assert.equal((await read()).note.after, '');
    const repeat = await put({ note }, version);
    assert.deepEqual(repeat, { kind: 'changed', meeting: await read() });
  });

  it('is stale, and keeps the other note, when another page writes in between', async () => {
    const { ports, put, read } = await pair();
    const { placements } = ports.storage;
    const others: MeetingChange[] = [{ note: { before: 'First.', after: '' } }];
    const replace: typeof placements.replace = async (...value) => {
      for (const other of others.splice(0)) await put(other);
      return placements.replace(...value);
    };
    const storage = { ...ports.storage, placements: { ...placements, replace } };
    const result = await as({ ...ports, storage }, ann).put({ note: { before: 'Second.', after: '' } });
    assert.deepEqual(result, { kind: 'stale', meeting: await read() });
    assert.equal((await read()).note.before, 'First.');
  });

  it('counts as a sign of life, and logs no word of it', async () => {
    const { product, ports } = await pair();
    const lines: string[] = [];
    const log: Ports['log'] = (event, fields) => lines.push(JSON.stringify([event, fields]));
    product.setClock('2026-12-14T09:00:00Z');
    await as({ ...ports, log }, ann).put({ note });
    const heardAt = (await ports.storage.people.get(idOf(ann)))?.value.heardAt;
    assert.equal(heardAt, Date.parse('2026-12-14T09:00:00Z'));
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.includes('"fields":"note"') && !lines[0].includes('allotment'), lines[0]);
  });

  it('keeps a note when a repair writes the place anew', async () => {
    const { product, ports, put, bot } = await pair();
    await put({ note });
    await bot.leave(callerOf(ben), null);
    await product.work();
    await product.tickAt('2026-12-11T09:00:00Z');
    const place = await ports.storage.placements.get({ ...december, person: idOf(ann) });
    assert.ok(place && place.value.repair > 0, 'a repair wrote it');
    assert.deepEqual(place.value.note, note);
  });
});
