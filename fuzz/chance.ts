import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of chance: the same words give the same choices on every machine. */
export interface Chance {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** One of the values. @throws RangeError when there is none */
  oneOf<T>(values: readonly T[]): T;
}

/** @param words what the choices depend on, such as a seed and the number of a mutant */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  const hash = createHash('sha256').update(words.join(' ')).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => hash.readInt32LE(at)));
  const below = (bound: number) => uniformInt(generator, 0, bound - 1);
  return {
    below,
    oneOf(values) {
      const index = below(values.length);
      if (index >= values.length) throw new RangeError('there is nothing to choose from');
      return values[index] as (typeof values)[number];
    },
  };
}
