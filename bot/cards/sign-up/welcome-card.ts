import { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { toIso } from '../../../core/time/instant.ts';
import { dateText } from '../../../core/words/when.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { questionOf } from '../../../core/words/question.ts';
import { nextSteps, standingText } from '../answer-cards.ts';
import { type AdaptiveCard, button, card, type Element, heading, label, text } from '../card.ts';
import { meetingCard } from '../meeting-card.ts';
import type { Reading } from '../reading.ts';
import { tabButton } from '../tab-link.ts';

/** The first words after the app was added: what it is, what is asked, what is kept and who sees it. */
export function welcomeCard(standing: Standing, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { scheme, status } = standing;
  const { welcome, buttons } = words.signUp;
  const title = words.welcome.title({ scheme: scheme.name });
  const isNew = status === 'not-in';
  const purpose = scheme.purpose === '' ? [] : [text(scheme.purpose)];
  const facts: Element[] = [
    [welcome.askedTitle, askedText(scheme, reading)],
    [welcome.keptTitle, welcome.kept],
    [welcome.seenTitle, welcome.seen],
  ].flatMap(([name = '', said = '']) => [label(name), { ...text(said), spacing: 'Small' as const }]);
  return card(
    words.language,
    `${title}. ${welcome.what}`,
    [
      heading(title),
      ...purpose,
      text(welcome.what),
      ...(isNew ? facts : [text(standingText(standing, reading))]),
    ],
    isNew
      ? [
          button(words.buttons.join, 'sign-up-ask', scheme.id),
          button(buttons.look, 'look-first', null),
          ...tabButton('now?join', reading),
        ]
      : nextSteps(standing, reading),
  );
}

/** How much it asks of people, and when. */
function askedText({ minutes, cadence, next }: Standing['scheme'], { words, tag }: Reading): string {
  const { asked, askedByWeeks } = words.signUp.welcome;
  return cadence.kind === 'monthly'
    ? asked({ minutes, monday: cadence.week })
    : askedByWeeks({ minutes, weeks: cadence.every, week: dateText(next.week, tag) });
}

/** What a pairing looks like, with somebody who does not exist, on the Tuesday of the next meeting week. */
export function sampleCard({ scheme, status }: Standing, reading: Reading): AdaptiveCard {
  const { words, zone } = reading;
  const { sample, samplePartner } = words.signUp;
  const start = Temporal.PlainDate.from(scheme.next.week)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).epochMilliseconds;
  const view: PairingView = {
    scheme: scheme.id,
    schemeName: scheme.name,
    round: scheme.next.week,
    pairing: 'sample',
    state: 'planned',
    revision: 0,
    slot: { start: toIso(start), end: toIso(start + scheme.minutes * 60_000) },
    isAfterWeek: false,
    offer: null,
    joinUrl: null,
    myAnswer: 'none',
    mySaid: null,
    seenAt: scheme.next.pairingAt,
    partners: [{ id: 'sample', ...samplePartner, zone, answer: 'none' }],
    lastMet: null,
    newLink: null,
    question: questionOf({ pairing: 'sample', round: scheme.next.week }),
  };
  return {
    ...meetingCard(view, { lead: sample, answers: false }, reading),
    actions:
      status === 'not-in' || status === 'left'
        ? [button(words.buttons.join, 'sign-up-ask', scheme.id)]
        : [button(words.buttons['my-pairing'], 'my-pairing', null)],
  };
}
