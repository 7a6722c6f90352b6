import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { match } from '../core/matching/index.ts';
import { InputError } from '../local/input/input-error.ts';
import { gather } from '../local/plan/gather.ts';
import { readOptions } from '../local/plan/options.ts';
import { planText } from '../local/plan/plan-file.ts';
import type { Verdict } from './target.ts';

const quiet = { say: () => undefined, end: () => undefined };

/**
 * Writes files into a folder and plans a round from them, as `npm run plan` does. Accepted: a plan in which every calendar was
 * readable. Refused: one sentence, or a plan without those whose calendars are unreadable.
 * @param args what the command line has besides `--out`
 */
export async function planFrom(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
): Promise<Verdict> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const options = readOptions([...args, '--out', join(folder, 'plan.json')]);
  if (options === null) throw new Error('the options of the plan are wrong');
  try {
    const gathered = await gather(options, quiet);
    JSON.parse([...planText(options, gathered, match(gathered.input))].join(''));
    const unkind = gathered.warnings.find(isUnkind);
    if (unkind !== undefined) return { kind: 'find', what: `a warning that is no sentence: ${unkind}` };
    return { kind: gathered.unreadable.length === 0 ? 'accepted' : 'refused' };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (isUnkind(error.message)) return { kind: 'find', what: `no sentence: ${error.message}` };
    return { kind: 'refused', what: error.message };
  }
}

/** Whether a message is not one line that people can read. What it quotes may be anything. */
function isUnkind(message: string): boolean {
  const own = message.replace(/".*"/, '');
  return own === '' || /[\n\r]|\bundefined\b|\[object |\bNaN\b/.test(own);
}
