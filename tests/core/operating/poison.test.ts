import assert from 'node:assert/strict';
import { poisonList } from '../../../core/api/poison.ts';
import { listPoison, movePoison } from '../../../core/operating/poison.ts';
import type { PoisonMessage, PoisonQueues } from '../../../core/ports/poison.ts';
import type { Work } from '../../../core/records/work.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };
const organisers = ['coffee@contoso.example', 'coffee-2@contoso.example'];

const given = (queue: string, id: string, work: Work | null): PoisonMessage => ({
  queue,
  id,
  work,
  givenUpAt: Date.parse('2026-12-10T10:05:00Z'),
  taken: 0,
});

/** Poison queues in memory. */
function portsWith(...messages: PoisonMessage[]) {
  const left = [...messages];
  const logged: unknown[] = [];
  const take = async (queue: string, id: string | null, before: (message: PoisonMessage) => void) => {
    const taken = left.filter((one) => one.queue === queue && (id === null || one.id === id));
    for (const one of taken) {
      before(one);
      left.splice(left.indexOf(one), 1);
    }
    return taken.length;
  };
  const poison: PoisonQueues = {
    counts: async () => [{ queue: 'bookings', messages: left.length }],
    list: async () => left,
    retry: take,
    remove: take,
  };
  return {
    poison,
    organisers,
    logged,
    log: (event: string, fields: object = {}) => void logged.push({ event, ...fields }),
  };
}

describe('poison messages', () => {
  it('are shown by the kind and the ids of their work, without a mail address or a person', async () => {
    const tell: Work = { kind: 'tell', ...inRound, pairings: ['p1', 'p2'], people: ['tenant.zoë'] };
    const ports = portsWith(
      given('steps', '1', { kind: 'pair', ...inRound }),
      given('bookings', '2', { kind: 'send', mailbox: 'coffee-2@contoso.example', at: 1 }),
      given('messages', '3', tell),
      given('messages', '4', null),
    );
    const { messages } = poisonList.parse(await listPoison(ports));
    const none = { kind: null, scheme: null, round: null, mailbox: null, pairings: null, people: null };
    const since = { givenUpAt: '2026-12-10T10:05:00.000Z', taken: 0 };
    assert.deepEqual(messages, [
      { ...none, queue: 'steps', id: '1', kind: 'pair', ...inRound, ...since },
      { ...none, queue: 'bookings', id: '2', kind: 'send', mailbox: 2, ...since },
      { ...none, queue: 'messages', id: '3', kind: 'tell', ...inRound, pairings: 2, people: 1, ...since },
      { ...none, queue: 'messages', id: '4', ...since },
    ]);
  });

  it('that are put aside are logged with their ids; a repeat finds none', async () => {
    const ports = portsWith(given('steps', '1', { kind: 'pair', ...inRound }));
    assert.equal(await movePoison(ports, 'aside', 'steps', '1'), 1);
    assert.equal(await movePoison(ports, 'aside', 'steps', '1'), 0);
    assert.deepEqual(
      ports.logged.map((line) => {
        const { event, queue, id, kind, scheme, round } = line as Record<string, unknown>;
        return { event, queue, id, kind, scheme, round };
      }),
      [{ event: 'poison message put aside', queue: 'steps', id: '1', kind: 'pair', ...inRound }],
    );
  });
});
