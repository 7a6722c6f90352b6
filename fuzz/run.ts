import { chanceOf } from './chance.ts';
import type { Attempt, Target, Verdict } from './target.ts';

export interface Run {
  readonly name: string;
  readonly seed: number;
  /** The number of the only mutant to throw; null for all until the time is over. */
  readonly at: number | null;
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
  /** Called before each input is thrown. */
  readonly onThrow?: (what: string) => void;
}

/** At least this share of the mutants must be accepted: a fuzzer that is always refused finds nothing. */
const leastAccepted = 0.2;
/** The first finds of a kind are printed, up to this number; the others are counted. */
const printed = 3;
/** Characters of an input that are printed. */
const shortened = 600;

/**
 * Throws the seeds of a target at the product as they are, then mutants of them. A mutant depends on the seed, the name and its
 * number alone.
 * @returns whether there was no find, the seeds were accepted, and enough of the mutants
 */
export async function runTarget(target: Target, run: Run): Promise<boolean> {
  const { name, seed, say } = run;
  const counts = { accepted: 0, refused: 0, find: 0 };
  const alike = new Map<string, number>();
  let isFine = true;

  for (const [i, attempt] of target.seeds.entries()) {
    run.onThrow?.(`${name}, valid input ${i}`);
    const verdict = await verdictOn(attempt);
    if (verdict.kind === 'accepted') continue;
    isFine = false;
    say(
      `${name}: valid input ${i} was not accepted: ${verdict.what ?? verdict.kind}: ${shown(attempt, shortened)}`,
    );
  }

  for (let at = run.at ?? 0; run.at === null ? !run.isOver() : at === run.at; at += 1) {
    const how = `--only ${name} --seed ${seed} --at ${at}`;
    run.onThrow?.(how);
    const attempt = target.mutant(chanceOf(name, seed, at));
    const verdict = await verdictOn(attempt);
    counts[verdict.kind] += 1;
    if (run.at !== null) say(`${name}: ${verdict.kind}: ${shown(attempt, Number.POSITIVE_INFINITY)}`);
    if (verdict.kind !== 'find') continue;
    const kind = kindOf(verdict.what);
    const before = alike.get(kind) ?? 0;
    alike.set(kind, before + 1);
    if (before < printed) say(`FIND (${how})\n  ${verdict.what}\n  ${shown(attempt, shortened)}`);
  }

  const mutants = counts.accepted + counts.refused + counts.find;
  const kinds = counts.find === 0 ? '' : ` of ${alike.size} kinds`;
  say(
    `${name}: ${target.seeds.length} valid inputs; ${mutants} mutants: ${counts.accepted} accepted, ` +
      `${counts.refused} refused, ${counts.find} finds${kinds}.`,
  );
  if (run.at === null && counts.accepted < leastAccepted * mutants) {
    isFine = false;
    say(`${name}: fewer than a fifth of the mutants were accepted. They find too little.`);
  }
  if (run.at === null && mutants === 0) {
    isFine = false;
    say(`${name}: there was no time for a single mutant.`);
  }
  return isFine && counts.find === 0;
}

/** The first place of the product that is named, else the first words without what differs between inputs. */
function kindOf(what: string): string {
  return /\(at [^)]*\)/.exec(what)?.[0] ?? what.replaceAll(/[\d"'`]\S*/g, '').slice(0, 80);
}

async function verdictOn(attempt: Attempt): Promise<Verdict> {
  try {
    return await attempt.throwIt();
  } catch (error) {
    return { kind: 'find', what: whatOf(error) };
  }
}

/** The message of an error, of what caused it, and the first places of the product in its stack. */
function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^ +at .*\.ts:/.test(line));
  const cause = error.cause === undefined ? '' : ` because of ${whatOf(error.cause)}`;
  const where = places
    .slice(0, 3)
    .map((line) => line.trim().replace(/file:.*?(\w+\/[\w.-]+\/[\w.-]+:)/, '$1'));
  return `${error.message.replaceAll(/\s+/g, ' ').slice(0, 400)} (${where.join(', ')})${cause}`;
}

function shown({ input }: Attempt, most: number): string {
  const text = JSON.stringify(input);
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
