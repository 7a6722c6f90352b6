import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of chance: the same seed gives the same numbers on every machine (32-bit integer steps only). */
export interface Chance {
  /** A whole number from 0 up to, not including, `bound` (at most 2^32). */
  readonly below: (bound: number) => number;
  /** Brings the values into an order drawn at random, in place (Fisher and Yates). */
  readonly shuffle: (values: Int32Array | Uint32Array) => void;
}

/**
 * The state is filled from all bits of the seed by splitmix32: by itself the library makes the seed its first number.
 * `stream` separates several uses of one seed.
 */
export function seededChance(seed: number, stream = 0): Chance {
  const bits = new Uint32Array(new Float64Array([seed]).buffer);
  let mix = (bits[0]! ^ Math.imul(bits[1]!, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b)) | 0;
  const fill = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  const generator = xoroshiro128plusFromState([fill(), fill(), fill(), fill() | 1]); // never all zero
  // Its high bits are its best ones: a product takes these, a remainder would take the low ones.
  const below = (bound: number): number => Math.floor(((generator.next() >>> 0) * bound) / 0x1_0000_0000);
  const shuffle = (values: Int32Array | Uint32Array): void => {
    for (let i = values.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const value = values[i]!;
      values[i] = values[j]!;
      values[j] = value;
    }
  };
  return { below, shuffle };
}
