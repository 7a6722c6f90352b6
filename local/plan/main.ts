import { match } from '../../core/matching/index.ts';
import { InputError } from '../input/input-error.ts';
import { gather } from './gather.ts';
import { readOptions, UsageError } from './options.ts';
import { openBeside, planText } from './plan-file.ts';
import { progressOn } from './progress.ts';
import { summaryOf } from './summary.ts';

/** `npm run plan`. Exit status 0 when a plan was written, 2 when the command line or a file cannot be used. */
async function main(): Promise<number> {
  const progress = progressOn(process.stderr);
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === null) return 0;
    const file = await openBeside(options.out);
    const interrupted = (): void => void file.discard().finally(() => process.exit(130));
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    try {
      const gathered = await gather(options, progress);
      progress.end();
      for (const warning of gathered.warnings) console.error(`Warning: ${warning}.`);
      progress.say('Deciding who meets whom …');
      const result = match(gathered.input);
      progress.say('Writing the plan …');
      await file.write(planText(options, gathered, result));
      progress.end();
      for (const line of summaryOf(gathered, result)) console.log(line);
      console.log(`The plan is in ${options.out}.`);
      return 0;
    } finally {
      await file.discard();
    }
  } catch (error) {
    progress.end();
    if (!(error instanceof InputError || error instanceof UsageError)) throw error;
    console.error(`${error.message.replace(/\.$/, '')}.`);
    return 2;
  }
}

process.exitCode = await main();
