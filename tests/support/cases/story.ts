import type { AdaptiveCard } from '../../../bot/cards/card.ts';
import type { Case } from './case-file.ts';
import { momentText } from './moments.ts';
import type { Played } from './play-case.ts';

/** A case as a story: what was given, what happened, and the words of every card that somebody read. */
export function storyOf({ name, story, given }: Case, { now, told, wrong }: Played): string {
  const happened = [...Map.groupBy(told, ({ at }) => at)].flatMap(([at, those]) => [
    momentText(at),
    ...those.flatMap(({ what, card }) => [`  ${what}`, ...(card === null ? [] : wordsOf(card))]),
    '',
  ]);
  const calendars = Object.entries(now.calendars).flatMap(([moment, theirs]) => [
    `Calendars, ${moment}`,
    ...Object.entries(theirs).map(([person, events]) => `  ${person}: ${events}`),
  ]);
  const nobody = Object.entries(now['nobody to meet']).map(
    ([person, reason]) => `${person} has nobody to meet: ${reason}`,
  );
  return [
    `${name}: ${story}`,
    '',
    'Given',
    ...given.map((fact) => `  ${fact}`),
    '',
    ...happened,
    ...calendars,
    ...nobody,
    ...wrong.map((one) => `WRONG: ${one}`),
  ].join('\n');
}

/** The words of a card, and its buttons in brackets. */
function wordsOf({ body, actions }: AdaptiveCard): string[] {
  const said = body.flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []));
  return [...said, actions.map(({ title }) => `[${title}]`).join(' ')].map((line) => `    | ${line}`);
}
