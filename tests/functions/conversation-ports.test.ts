import assert from 'node:assert/strict';
import { createGraph } from '../../adapters/graph/client.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { conversationPorts } from '../../functions/conversation-ports.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';
import { employee, idOf, tenant } from '../support/emulated-graph.ts';
import { callerOf, useProduct } from '../support/test-product.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import { defaultScheme } from '../../core/records/scheme.ts';

const staff = Array.from({ length: 12 }, (_, i) => employee(`Person ${i}`));

describe('many people who talk to the bot at the same time', () => {
  const azurite = useAzurite();
  const start = useProduct();

  async function conversation(): Promise<{ ports: Ports; requests: () => number; listed: () => number }> {
    const { table, queue } = await storageSpace(azurite());
    const { ports, graph } = await start({ employees: staff });
    let listed = 0;
    const counting: typeof table = (name) => {
      const client = table(name);
      const list = client.listEntities.bind(client);
      if (name === 'schemes')
        client.listEntities = (...asked) => {
          listed += 1;
          return list(...asked);
        };
      return client;
    };
    return {
      ports: conversationPorts(ports, tenant, { table: counting, queue }, (wait, signal) =>
        createGraph(graph.url, async () => 'app', wait, ports.now, signal),
      ),
      requests: () => graph.graph.requests().filter(({ template }) => template.includes('users')).length,
      listed: () => listed,
    };
  }

  it('are looked up in the directory together, and each is who they are', async () => {
    const { ports, requests } = await conversation();
    const found = await Promise.all(
      staff.map(async (person) => [...(await ports.directory.people([idOf(person)])).values()]),
    );
    assert.deepEqual(
      found.map((one) => one.map((person) => person?.name)),
      staff.map(({ name }) => [name]),
    );
    assert.equal(requests(), 1);
  });

  it('are told when the directory does not know one of them, and the others are let in', async () => {
    const { ports } = await conversation();
    const stranger = idOf(employee('Stranger'));
    const [known, unknown] = await Promise.all(
      [idOf(employee('Person 1')), stranger].map((id) => ports.directory.people([id])),
    );
    assert.deepEqual([known?.size, unknown?.get(stranger)], [1, null]);
  });

  it('read the schemes together, and all of them join', async () => {
    const { ports, listed } = await conversation();
    await ports.storage.schemes.insert(defaultScheme(ports.now()));
    const operations = conversationOperations(ports);
    const joined = await Promise.all(staff.map((person) => operations.join(callerOf(person), null)));
    assert.deepEqual(new Set(joined.map(({ kind }) => kind)), new Set(['joined']));
    assert.ok(listed() < staff.length / 2, `${listed()} readings`);
  });

  it('find a scheme that was made before they asked', async () => {
    const { ports } = await conversation();
    const early = ports.storage.schemes.list(null)[Symbol.asyncIterator]().next();
    await ports.storage.schemes.insert(defaultScheme(ports.now()));
    const late = await ports.storage.schemes.list(null)[Symbol.asyncIterator]().next();
    await early;
    assert.equal(late.done, false);
  });
});
