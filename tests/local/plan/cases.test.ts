// Input that others' programs wrote, or that others reported as bugs: one folder a case, with what is right for it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { match } from '../../../core/matching/index.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { gather } from '../../../local/plan/gather.ts';
import { readOptions } from '../../../local/plan/options.ts';
import { planText } from '../../../local/plan/plan-file.ts';

interface Case {
  /** What is right, as the title of the test. */
  readonly right: string;
  readonly week: string;
  /** Every date on which slots are offered. */
  readonly slotsOn?: readonly string[];
  readonly unplaced?: Readonly<Record<string, string>>;
  /** What each warning contains, without those that there is no such file. */
  readonly warnings?: readonly string[];
  /** What the sentence contains with which the input is refused. */
  readonly refused?: string;
}

interface Plan {
  readonly pairings: readonly { readonly slots: readonly { readonly start: string }[] }[];
  readonly unplaced: readonly { readonly mail: string; readonly reason: string }[];
}

const folder = join(import.meta.dirname, 'cases');
const quiet = { say: () => undefined, end: () => undefined };

async function planned(at: string, week: string): Promise<{ plan: Plan; warnings: readonly string[] }> {
  const calendars = join(at, 'calendars');
  const options = readOptions([
    ...['--people', join(at, 'people.csv'), '--week', week, '--out', 'plan.json'],
    ...(existsSync(calendars) ? ['--calendars', calendars] : []),
  ]);
  assert.ok(options);
  const gathered = await gather(options, quiet);
  const text = [...planText(options, gathered, match(gathered.input))].join('');
  return { plan: JSON.parse(text) as Plan, warnings: gathered.warnings };
}

describe('npm run plan, for input from elsewhere', () => {
  for (const name of readdirSync(folder)) {
    const at = join(folder, name);
    const { right, week, slotsOn, unplaced, warnings, refused } = JSON.parse(
      readFileSync(join(at, 'case.json'), 'utf8'),
    ) as Case;

    it(`${name}: ${right}`, async () => {
      if (refused !== undefined) {
        await assert.rejects(planned(at, week), (error) => {
          assert.ok(error instanceof InputError, String(error));
          assert.ok(error.message.includes(refused), error.message);
          return true;
        });
        return;
      }
      const found = await planned(at, week);
      const dates = found.plan.pairings.flatMap(({ slots }) => slots.map(({ start }) => start.slice(0, 10)));
      assert.deepEqual([...new Set(dates)].sort(), slotsOn ?? []);
      assert.deepEqual(
        Object.fromEntries(found.plan.unplaced.map(({ mail, reason }) => [mail, reason])),
        unplaced ?? {},
      );
      const said = found.warnings.filter((each) => !each.includes('there is no such file'));
      assert.equal(said.length, warnings?.length ?? 0, said.join('\n'));
      for (const [i, words] of (warnings ?? []).entries()) assert.ok(said[i]?.includes(words), said[i]);
    });
  }
});
