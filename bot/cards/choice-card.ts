import type { Standing } from '../../core/enrolment/standing.ts';
import type { ChooseResult } from '../../core/mending/other-times.ts';
import { sentenceCard } from './answer-cards.ts';
import type { AdaptiveCard } from './card.ts';
import type { Reading } from './reading.ts';
import { viewCard } from './view-card.ts';

/** The answer to somebody who asked for another time or chose one: what was done, and what is booked now. */
export function choiceCard(result: ChooseResult, standing: Standing, reading: Reading): AdaptiveCard {
  const { choose } = reading.words;
  if (result.kind !== 'refused') {
    const isOfferedToAll = result.kind === 'offered' && result.pairing.wishes !== undefined;
    const lead = choose[isOfferedToAll ? 'offeredToAll' : result.kind];
    return viewCard(result.pairing, { lead, answers: true }, reading);
  }
  const { reason, pairing } = result;
  if (pairing === null) return sentenceCard(choose.refused[reason], standing, reading);
  const lead = reason === 'no-pairing' ? choose.notNow : choose.refused[reason];
  return viewCard(pairing, { lead, answers: true }, reading);
}
