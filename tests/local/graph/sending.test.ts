import assert from 'node:assert/strict';
import { createSending } from '../../../local/graph/calendar/sending.ts';
import { GraphError } from '../../../local/graph/protocol/errors.ts';
import { ada, coffee, organiser, refusal, useWorld } from './world.ts';

const mail = organiser.mail;
const at = (time: string): number => Date.parse(`2026-12-10T${time}Z`);

function refused(after: number) {
  return (error: unknown) =>
    error instanceof GraphError && error.status === 429 && error.headers['retry-after'] === `${after}`;
}

describe('createSending', () => {
  it('allows 30 messages in any minute, and says how long the 31st must wait', () => {
    const sending = createSending();
    for (let n = 0; n < 30; n++) sending.send(mail, 2, n < 10 ? at('10:00:00') : at('10:00:20'));
    assert.throws(() => {
      sending.send(mail, 2, at('10:00:45.500'));
    }, refused(15));
    sending.send('another@contoso.example', 2, at('10:00:45'));
    for (let n = 0; n < 10; n++) sending.send(mail, 2, at('10:01:00'));
    assert.throws(() => {
      sending.send(mail, 2, at('10:01:00'));
    }, refused(20));
  });

  it('allows 10,000 recipients in any 24 hours', () => {
    const sending = createSending();
    sending.send(mail, 500, at('09:00:00'));
    for (let n = 0; n < 19; n++) sending.send(mail, 500, at('10:00:00') + n * 60_000);
    assert.throws(
      () => {
        sending.send(mail, 1, at('11:00:00'));
      },
      refused(22 * 3600),
    );
    assert.throws(
      () => {
        sending.send(mail, 501, at('11:00:00'));
      },
      refused(23 * 3600),
    );
    sending.send(mail, 500, at('09:00:00') + 24 * 3_600_000);
  });

  it('does not count a message without recipients', () => {
    const sending = createSending();
    for (let n = 0; n < 100; n++) sending.send(mail, 0, at('10:00:00'));
    sending.send(mail, 1, at('10:00:00'));
  });
});

describe('emulated Graph: what a mailbox sends', () => {
  const graph = useWorld();

  const events = `/users/${mail}/events`;
  const later = {
    start: { dateTime: '2026-12-16T10:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-12-16T10:30:00', timeZone: 'UTC' },
  };

  it('counts invitations, moves, changed attendees and cancellations; repeats and the rest are free', async () => {
    const api = graph.as();
    for (let n = 0; n < 27; n++) await api.post(events, coffee({ transactionId: `t${n}` }));
    for (let n = 0; n < 27; n++) await api.post(events, coffee({ transactionId: `t${n}` }));
    const { id } = await api.post(events, coffee({ transactionId: 't0' }));
    await api.patch(`${events}/${id}`, later);
    await api.patch(`${events}/${id}`, later);
    await api.patch(`${events}/${id}`, { categories: ['Coffee'] });
    await api.patch(`${events}/${id}`, { attendees: [{ emailAddress: { address: ada.mail } }] });
    await api.post(`${events}/${id}/cancel`, {});
    assert.equal((await api.get(`${events}?$top=100`)).value.length, 26);

    const [other] = (await api.get(events)).value;
    for (const call of [
      api.post(events, coffee({ transactionId: 'one more' })),
      api.patch(`${events}/${other?.id ?? ''}`, later),
      api.post(`${events}/${other?.id ?? ''}/cancel`, {}),
    ]) {
      const { status, headers } = await refusal(call);
      assert.deepEqual([status, headers.get('retry-after')], [429, '60']);
    }
    assert.equal((await api.get(`${events}?$top=100`)).value.length, 26, 'nothing was done');
  });
});
