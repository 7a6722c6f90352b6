// `npm run poison`: the queue messages that were given up; each can be tried again or put aside.
import type { Command } from 'commander';
import { type PoisonAct, poisonList, poisonMoved } from '../core/api/poison.ts';
import { connect, operatorsCommand, runCommand } from './operators/connect.ts';

const command = operatorsCommand(
  'poison',
  'Messages of the queues that were given up after several attempts.',
);
const product = () => connect(command.opts());

command
  .command('list', { isDefault: true })
  .description('shows how many each queue gave up, and the oldest 32 of each')
  .action(async () => {
    const { counts, messages } = poisonList.parse(await (await product()).ask('GET', '/api/poison'));
    for (const { queue, messages: count } of counts) {
      console.log(`${queue}: ${count}`);
      for (const { queue: of, id, kind, givenUpAt, taken, ...ids } of messages) {
        if (of !== queue) continue;
        const said = Object.entries(ids).flatMap(([name, value]) =>
          value === null ? [] : [`${name} ${value}`],
        );
        const what = [kind ?? 'cannot be read', ...said].join(', ');
        console.log(`  ${id}  given up ${givenUpAt}, taken ${taken} times since  ${what}`);
      }
    }
  });

function moving(act: PoisonAct, description: string, done: string): Command {
  return command
    .command(`${act} <queue> <id>`)
    .description(description)
    .action(async (queue: string, id: string) => {
      const path = `/api/poison/${encodeURIComponent(queue)}/${encodeURIComponent(id)}`;
      const { moved } = poisonMoved.parse(await (await product()).ask('POST', path, { act }));
      console.log(`${moved} ${moved === 1 ? 'message' : 'messages'} ${done}`);
    });
}
moving('retry', 'puts a message, or "all" of a queue, on the queue again', 'put on the queue again');
moving('aside', 'removes a message, or "all" of a queue; the log keeps what they were', 'put aside');

await runCommand(command, process.argv.slice(2));
