import type { Words } from '../../../words/words.ts';
import type { DeskWords } from '../../desk-words.ts';

/** What a sentence about a draft is made with. */
export interface Saying {
  readonly said: DeskWords['preview'];
  readonly words: Pick<Words, 'colleague' | 'chat'>;
  readonly locale: string;
}
