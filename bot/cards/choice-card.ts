import type { Standing } from '../../core/enrolment/standing.ts';
import type { ChooseResult } from '../../core/mending/other-times.ts';
import { sentenceCard } from './answer-cards.ts';
import type { AdaptiveCard } from './card.ts';
import type { Reading } from './reading.ts';
import { viewCard } from './view-card.ts';

/** The answer to somebody who asked for another time or chose one: what was done, and what is booked now. */
export function choiceCard(result: ChooseResult, standing: Standing, reading: Reading): AdaptiveCard {
  const { choose } = reading.words;
  const { pairing } = result;
  if (pairing === null) return sentenceCard(choose.refused['no-pairing'], standing, reading);
  const refused = { ...choose.refused, 'no-pairing': choose.notNow };
  const lead = result.kind === 'refused' ? refused[result.reason] : choose[result.kind];
  return viewCard(pairing, { lead, answers: true }, reading);
}
