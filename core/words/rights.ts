import { deRights } from './de/rights.ts';
import { enRights, type RightsWords } from './en/rights.ts';

/** The words about rights and invitations for a BCP 47 tag: its language when the product speaks it, else English. */
export function rightsWordsFor(tag: string): RightsWords {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return [enRights, deRights].find((words) => words.language === language) ?? enRights;
}
