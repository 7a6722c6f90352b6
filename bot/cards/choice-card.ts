import type { ChooseResult, Standing } from '../../core/operations/conversation.ts';
import { sentenceCard } from './answer-cards.ts';
import type { AdaptiveCard } from './card.ts';
import type { Reading } from './reading.ts';
import { viewCard } from './view-card.ts';

/** The answer to whoever asked for another time or chose one: what was done, and what holds now. */
export function choiceCard(result: ChooseResult, standing: Standing, reading: Reading): AdaptiveCard {
  const { choose } = reading.words;
  const lead = result.kind === 'refused' ? choose.refused[result.reason] : choose[result.kind];
  return result.pairing === null
    ? sentenceCard(lead, standing, reading)
    : viewCard(result.pairing, standing.reader.id, reading, lead);
}
