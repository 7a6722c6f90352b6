import { phaseOf } from '../../core/words/pairing-facts.ts';
import type { PairingView, SlotView } from '../../core/words/pairing-view.ts';
import { minutesOf, timesOfPartners } from '../../core/words/when.ts';
import {
  type AdaptiveCard,
  banner,
  button,
  card,
  type Element,
  factSet,
  subtle,
  text,
  withPrimary,
} from './card.ts';
import { meetingButtons } from './month/buttons.ts';
import { type Photos, whoTheyAre } from './month/who.ts';
import { questionText } from './question.ts';
import { tabButton } from './tab-link.ts';
import { namesOf, otherTimeText, type Reading, whenText } from './reading.ts';

/** What a card says besides the pairing. */
export interface Beside {
  /** What changed, or what the bot just did; null when there is nothing to say. */
  readonly lead: string | null;
  /** Whether to list the members' answers. A message leaves them out: it stays in the chat while they change. */
  readonly answers: boolean;
  /** Pictures of the partners, as far as they are known. Absent with a `lead`: the reader knows whom they meet. */
  readonly photos?: Photos;
}

/** Whom you meet, when on your clock and on theirs, why you, where to start, and what to do when you cannot come. */
export function meetingCard(view: PairingView, beside: Beside, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const title = words.pairing.title({ names: namesOf(view.partners, reading) });
  const when = view.slot === null ? words.pairing.unbooked : whenText(view.slot, reading);
  const lead = beside.lead === null ? [] : [beside.lead];
  const body: Element[] = [
    banner(title),
    ...lead.map(text),
    ...whoTheyAre(view, beside.photos ?? new Map(), reading),
    ...whenElements(view, reading),
    ...(beside.answers ? answerDetails(view, reading) : []),
    text(whyYou(view, reading)),
    text(questionText(view, reading)),
  ];
  const buttons = meetingButtons(view, reading);
  const steps = buttons.length > 0 ? buttons : [button(words.buttons.help, 'help', null)];
  const spoken = [...lead, `${title}.`, `${when}.`].join(' ');
  return card(
    words.language,
    spoken,
    body,
    withPrimary([...steps, ...tabButton('now', reading)]),
    beside.lead === null ? words.month.notice.pairing : words.month.notice.change,
  );
}

/** When the meeting is: on the reader's clock, and on the others' where that differs. */
export function whenElements(view: PairingView, reading: Reading): Element[] {
  const { slot, state, joinUrl } = view;
  const { words } = reading;
  const when = slot === null ? words.pairing.unbooked : whenText(slot, reading);
  return [
    { ...text(when), weight: 'Bolder', spacing: 'Medium' },
    ...(slot === null ? [] : partnersTimes(slot, view, reading).map(subtle)),
    ...(slot === null ? [] : [subtle(words.pairing.minutes({ minutes: minutesOf(slot) }))]),
    ...(slot !== null && state === 'booked' && joinUrl === null ? [text(words.pairing.noLink)] : []),
    ...(view.isAfterWeek && phaseOf(view) === 'ahead' ? [subtle(words.pairing.cannotAfterWeek)] : []),
  ];
}

function partnersTimes(slot: SlotView, { partners }: PairingView, reading: Reading): string[] {
  return timesOfPartners(slot, partners, reading.zone, reading.tag).map((other) =>
    otherTimeText(other, reading),
  );
}

/** The reader's own answer first. There are none before the invitation is sent. */
function answerDetails({ state, myAnswer, partners }: PairingView, { words }: Reading): Element[] {
  if (state !== 'booked') return [];
  const members = [{ name: words.pairing.you, answer: myAnswer }, ...partners];
  return [factSet(members.map(({ name, answer }) => ({ title: name, value: words.pairing.answer[answer] })))];
}

/** Why these people: they never met, or long ago; and their departments have not met. */
function whyYou({ lastMet, newLink, partners }: PairingView, { words }: Reading): string {
  const { firstTime, lastMet: again, newLink: link, trio } = words.pairing;
  return [
    lastMet === null ? firstTime : again({ rounds: lastMet }),
    ...(newLink === null ? [] : [link({ one: newLink[0], other: newLink[1] })]),
    ...(partners.length > 1 ? [trio] : []),
  ].join(' ');
}
