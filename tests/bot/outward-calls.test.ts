import assert from 'node:assert/strict';
import { handleActivity } from '../../bot/activities/handle-activity.ts';
import { activitySchema } from '../../bot/framework/activity.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { objectId } from '../../core/records/person.ts';
import { idOf } from '../support/emulated-graph.ts';
import { ann } from '../support/people.ts';
import { useProduct } from '../support/test-product.ts';

describe('what a conversation asks of others', () => {
  const start = useProduct();

  /** Ann writes to the bot; gives what was asked of storage, the directory and Teams. */
  async function conversation() {
    const { ports } = await start({ employees: [ann] });
    const asked: string[] = [];
    const operations = conversationOperations(counted(ports, asked));
    const reply = async () => {
      asked.push('answer');
    };
    const replies = {
      ...{ card: reply, text: reply, invoke: reply, typing: reply, file: reply, remove: reply },
      offerFile: async () => true,
    };
    return async (changes: object): Promise<string[]> => {
      const [tenant = ''] = idOf(ann).split('.');
      const activity = activitySchema.parse({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://teams.example/',
        locale: 'en-GB',
        localTimezone: 'Europe/London',
        from: { id: '29:ann', name: 'Ann', aadObjectId: objectId(idOf(ann)) },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:ann', conversationType: 'personal', tenantId: tenant },
        ...changes,
      });
      asked.length = 0;
      await handleActivity({ replies, activity, tenant, operations, log: () => undefined });
      return [...asked];
    };
  }

  it('is six things for a join, none of them twice, after the first word of the day', async () => {
    const says = await conversation();
    await says({ type: 'installationUpdate', action: 'add' });
    // That they were heard is written once a day.
    assert.deepEqual(await says({ text: 'help' }), [
      ...['people.get', 'people.replace', 'schemes.list', 'participants.get', 'answer'],
    ]);
    assert.deepEqual(await says({ text: 'join' }), [
      'people.get',
      'schemes.list',
      'directory.people',
      'participants.get',
      'participants.insert',
      'answer',
    ]);
  });

  for (const text of ['mornings', 'pause', 'leave']) {
    it(`reads the enrolment once for "${text}"`, async () => {
      const says = await conversation();
      await says({ text: 'join' });
      const asked = await says({ text });
      assert.equal(asked.filter((call) => call === 'participants.get').length, 1, asked.join());
      assert.equal(asked.at(-1), 'answer');
    });
  }
});

/** Ports that note each call to a store or the directory. */
function counted(ports: Ports, asked: string[]): Ports {
  const noting = <T extends object>(name: string, of: T): T =>
    new Proxy(of, {
      get(target, property, receiver) {
        const value: unknown = Reflect.get(target, property, receiver);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked.push(`${name}.${String(property)}`);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const { storage } = ports;
  const { schemes, people, participants, rounds } = storage;
  return {
    ...ports,
    directory: noting('directory', ports.directory),
    storage: {
      ...storage,
      schemes: noting('schemes', schemes),
      people: noting('people', people),
      participants: noting('participants', participants),
      rounds: noting('rounds', rounds),
    },
  };
}
