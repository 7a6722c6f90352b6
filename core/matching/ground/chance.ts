/** A source of chance: the same seed gives the same numbers on every machine (32-bit integer steps only). */
export interface Chance {
  /** A whole number from 0 up to, not including, `bound` (at most 2^32). */
  readonly below: (bound: number) => number;
  /** Brings the values into an order drawn at random, in place (Fisher and Yates). */
  readonly shuffle: (values: Int32Array | Uint32Array) => void;
}

/**
 * xoshiro128** (Blackman and Vigna, 2018), its state filled from the seed by splitmix32.
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
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill() | 1; // never all zero
  const next = (): number => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const below = (bound: number): number => Math.floor((next() * bound) / 0x1_0000_0000);
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
