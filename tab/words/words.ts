import type { tab } from '../../core/words/en/tab.ts';
import type { Facts } from '../../core/words/icu/facts.ts';
import type { Spoken } from '../../core/words/icu/text.ts';

/** Everything the tab says, in one language. Whole sentences: nothing is put together elsewhere. */
export interface Words extends Spoken<typeof tab>, Pick<Facts, 'direction'> {
  /** BCP 47 language. */
  readonly language: string;
}
