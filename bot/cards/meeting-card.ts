import { detailsOf, type PairingView, type SlotView } from '../../core/words/pairing-view.ts';
import { minutesOf, timesOfPartners } from '../../core/words/when.ts';
import {
  type Action,
  type AdaptiveCard,
  button,
  card,
  type Element,
  factSet,
  heading,
  subtle,
  text,
} from './card.ts';
import { questionText } from './question.ts';
import { namesOf, otherTimeText, type Reading, whenText } from './reading.ts';
import { profileLines } from './sign-up/sign-up-fields.ts';

/** What a card says besides the pairing. */
export interface Beside {
  /** What changed, or what the bot just did; null when there is nothing to say. */
  readonly lead: string | null;
  /** Whether to list the members' answers. A message leaves them out: it stays in the chat while they change. */
  readonly answers: boolean;
}

/** Whom you meet, when on your clock and on theirs, what to talk about, and what to do when you cannot come. */
export function meetingCard(view: PairingView, beside: Beside, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { slot, partners, lastMet, newLink, isAfterWeek } = view;
  const title = words.pairing.title({ names: namesOf(partners, reading) });
  const when = slot === null ? words.pairing.unbooked : whenText(slot, reading);
  const lead = beside.lead === null ? [] : [beside.lead];
  const body: Element[] = [
    heading(title),
    ...lead.map(text),
    ...partners.flatMap((partner) => [
      subtle([partner.name, ...detailsOf(partner)].join(', ')),
      ...profileLines(partner, reading),
    ]),
    { ...text(when), weight: 'Bolder', spacing: 'Medium' },
    ...(slot === null ? [] : timeDetails(slot, view, reading)),
    ...(beside.answers ? answerDetails(view, reading) : []),
    text(lastMet === null ? words.pairing.firstTime : words.pairing.lastMet({ rounds: lastMet })),
    ...(newLink === null ? [] : [text(words.pairing.newLink({ one: newLink[0], other: newLink[1] }))]),
    text(questionText(view, reading)),
    ...(slot === null ? [] : [subtle(words.pairing[isAfterWeek ? 'cannotAfterWeek' : 'cannot'])]),
  ];
  return card(words.language, [...lead, `${title}.`, `${when}.`].join(' '), body, actionsOf(view, reading));
}

function timeDetails(slot: SlotView, { state, partners, joinUrl }: PairingView, reading: Reading): Element[] {
  const { words, tag, zone } = reading;
  return [
    ...timesOfPartners(slot, partners, zone, tag).map((other) => subtle(otherTimeText(other, reading))),
    subtle(words.pairing.minutes({ minutes: minutesOf(slot) })),
    ...(state === 'booked' && joinUrl === null ? [text(words.pairing.noLink)] : []),
  ];
}

/** The reader's own answer first. There are none before the invitation is sent. */
function answerDetails({ state, myAnswer, partners }: PairingView, { words }: Reading): Element[] {
  if (state !== 'booked') return [];
  const members = [{ name: words.pairing.you, answer: myAnswer }, ...partners];
  return [
    text(words.pairing.answers),
    factSet(members.map(({ name, answer }) => ({ title: name, value: words.pairing.answer[answer] }))),
  ];
}

function actionsOf({ slot, isAfterWeek, joinUrl, scheme }: PairingView, { words }: Reading): Action[] {
  return [
    ...(joinUrl === null
      ? []
      : [{ type: 'Action.OpenUrl' as const, title: words.buttons['join-meeting'], url: joinUrl }]),
    ...(slot === null || isAfterWeek ? [] : [button(words.buttons['other-times'], 'other-times', null)]),
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.pause, 'pause-ask', scheme),
  ];
}
