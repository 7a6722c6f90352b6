import assert from 'node:assert/strict';
import { runTarget } from '../../fuzz/run.ts';
import { mutateText } from '../../fuzz/mutate.ts';
import type { Attempt, Target, Verdict } from '../../fuzz/target.ts';

const seed = 'one line\nanother, of 3 words\n';

/** A product that takes or refuses texts. Every text that was thrown at it is kept. */
function targetOf(verdict: (text: string) => Verdict) {
  const thrown: string[] = [];
  const attempt = (input: string): Attempt => ({
    input,
    async throwIt() {
      thrown.push(input);
      return verdict(input);
    },
  });
  const target: Target = {
    seeds: [attempt(seed)],
    mutant: (chance) => attempt(mutateText(chance, seed)),
  };
  return { target, thrown };
}

async function run(
  { target, thrown }: ReturnType<typeof targetOf>,
  mutants: number,
  at: number | null = null,
) {
  const said: string[] = [];
  const isFine = await runTarget(target, {
    name: 'lines',
    seed: 7,
    at,
    isOver: () => thrown.length > mutants,
    say: (line) => said.push(line),
  });
  return { isFine, said: said.join('\n') };
}

const accepted: Verdict = { kind: 'accepted' };

describe('npm run fuzz', () => {
  it('says how many mutants were accepted and refused', async () => {
    const target = targetOf((text) => (text.includes('line') ? accepted : { kind: 'refused' }));
    const { isFine, said } = await run(target, 200);
    const [, taken, turnedAway] = /200 mutants: (\d+) accepted, (\d+) refused, 0 finds/.exec(said) ?? [];
    assert.ok(isFine, said);
    assert.equal(Number(taken) + Number(turnedAway), 200);
    assert.ok(Number(turnedAway) > 0);
    assert.ok(new Set(target.thrown).size > 150, 'mutants differ');
  });

  it('prints a find with the options that throw the same input again', async () => {
    const broken = (text: string): Verdict => {
      if (text.includes('\u0000')) throw new Error('a NUL');
      return accepted;
    };
    const { isFine, said } = await run(targetOf(broken), 500);
    assert.equal(isFine, false);
    const [, at] = /FIND \(--only lines --seed 7 --at (\d+)\)\n {2}a NUL/.exec(said) ?? [];
    assert.ok(at, said);

    const again = targetOf(broken);
    assert.equal((await run(again, 0, Number(at))).isFine, false);
    assert.equal(again.thrown.length, 2);
    assert.ok(again.thrown[1]?.includes('\u0000'));
  });

  it('fails when a valid input is refused', async () => {
    const { isFine, said } = await run(
      targetOf((text) => (text === seed ? { kind: 'refused', what: 'too short' } : accepted)),
      50,
    );
    assert.equal(isFine, false);
    assert.match(said, /valid input 0 was not accepted: too short/);
  });

  it('fails when fewer than a fifth of the mutants are accepted', async () => {
    const { isFine, said } = await run(
      targetOf((text) => (text === seed ? accepted : { kind: 'refused' })),
      50,
    );
    assert.equal(isFine, false);
    assert.match(said, /fewer than a fifth/);
  });
});
