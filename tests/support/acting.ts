import assert from 'node:assert/strict';
import { takeAct } from '../../core/acts/take-act.ts';
import { withdrawAct } from '../../core/acts/withdraw-act.ts';
import type { ActView } from '../../core/api/acts.ts';
import type { DeskAct, WantedAct } from '../../core/records/work.ts';
import { actsOf } from '../../core/views/acts.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { idOf } from './emulated-graph.ts';
import type { TestProduct } from './test-product.ts';

/** What somebody does in the tab of a test product. */
export function acting({ ports, work }: Pick<TestProduct, 'ports' | 'work'>, person: Employee) {
  const id = idOf(person);
  let count = 0;
  const acts = async (): Promise<ActView[]> =>
    actsOf((await ports.storage.people.get(id))?.value ?? null, ports.now());
  const take = async (wanted: WantedAct | DeskAct, key = `${person.name}-key-${(count += 1)}`) => {
    const result = await takeAct(ports, { id, name: person.name }, key, wanted);
    assert.ok(result.kind === 'taken', result.kind);
    return result.act;
  };
  return {
    acts,
    take,
    undo: (key: string) => withdrawAct(ports, id, key),
    /** Asks for something and lets the ten seconds pass. Gives how it ended: `done`, or the reason of the refusal. */
    act: async (wanted: WantedAct | DeskAct): Promise<string> => {
      const { id: key } = await take(wanted);
      await work();
      const ended = (await acts()).find((one) => one.id === key);
      assert.ok(ended, 'the act is kept');
      return ended.reason ?? ended.state;
    },
  };
}
