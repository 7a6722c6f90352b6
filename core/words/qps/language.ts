import type { Facts } from '../icu/facts.ts';

/** A language that does not exist. Its tag is one of those that anybody may give a meaning, so dates are English ones. */
export const language: Facts = {
  tag: 'qps',
  autonym: 'Pšéüdö',
  region: 'en-GB',
  direction: 'rtl',
  trial: true,
};
