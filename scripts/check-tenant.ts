// `npm run check-tenant`: whether a product, local or deployed, has everything it needs of its tenant and its storage.
import { styleText } from 'node:util';
import { type Finding, type Level, type SelfCheck, selfCheck } from '../core/api/self-check.ts';
import { connect, operatorsCommand, runCommand } from './operators/connect.ts';

const order = ['ok', 'warning', 'failed'] as const satisfies readonly Level[];
const colours = { ok: 'green', warning: 'yellow', failed: 'red' } as const;

/** Failures come last, next to the prompt. */
function report(host: string, { at, findings }: SelfCheck): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return [
    `UnMentoring at ${host}, ${at}`,
    '',
    ...order.flatMap((level) => findings.filter((finding) => finding.level === level).map(line)),
    '',
    `${count('ok')} ok, ${count('warning')} with a warning, ${count('failed')} failed`,
  ].join('\n');
}

function line({ check, of, level, detail, cure }: Finding): string {
  const what = [check, of].filter((part) => part !== null).join(' ');
  const first = `${styleText(colours[level], level.padEnd(8))} ${what}: ${detail}`;
  return cure === null ? first : `${first}\n         → ${cure}`;
}

const command = operatorsCommand(
  'check-tenant',
  'Checks storage, Graph, permissions, organiser mailboxes, bot, clock, rounds and poison queues.',
).action(async (given: { host?: string; token?: string; settings?: string }) => {
  const product = await connect(given);
  const found = selfCheck.parse(await product.ask('GET', '/api/self-check'));
  console.log(report(product.host, found));
  if (found.level === 'failed') process.exitCode = 1;
});
await runCommand(command, process.argv.slice(2));
