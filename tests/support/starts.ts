import { quarter, type Interval } from '../../core/time/interval.ts';

/** The instants of the set bits, in order. */
export function startsToInstants(week: Interval, starts: Uint32Array): number[] {
  const instants: number[] = [];
  starts.forEach((word, index) => {
    for (let bits = word; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      instants.push(week.start + (index * 32 + bit) * quarter);
    }
  });
  return instants;
}
