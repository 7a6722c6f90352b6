import type { Answer } from '../../core/records/pairing.ts';
import { introduction } from '../../core/words/invitation.ts';
import type { MemberView, SlotView } from '../../core/words/message.ts';
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
import { namesOf, type Reading, whenText } from './reading.ts';

export interface MeetingFacts {
  readonly scheme: string;
  readonly partners: readonly MemberView[];
  /** Null until a time is chosen. */
  readonly slot: SlotView | null;
  /** Whether the invitation was sent. */
  readonly invited: boolean;
  /** Null before the event is made, and when Microsoft made it without a Teams meeting. */
  readonly joinUrl: string | null;
  readonly lastMet: number | null;
  /** What changed, or what the bot just did; null when there is nothing to say. */
  readonly lead: string | null;
  /** The reader's own answer first. Absent when the answers are not known. */
  readonly answers?: readonly { readonly name: string; readonly answer: Answer }[];
}

/** Whom you meet, when on your clock and on theirs, what to talk about, and what to do when you cannot come. */
export function meetingCard(facts: MeetingFacts, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const title = words.pairing.title(namesOf(facts.partners, reading));
  const when = facts.slot === null ? words.pairing.unbooked : whenText(facts.slot, reading);
  const lead = facts.lead === null ? [] : [facts.lead];
  const body: Element[] = [
    heading(title),
    ...lead.map(text),
    ...facts.partners.map((partner) => subtle(introduction(partner))),
    { ...text(when), weight: 'Bolder', spacing: 'Medium' },
    ...(facts.slot === null ? [] : timeDetails(facts.slot, facts, reading)),
    ...answerDetails(facts, reading),
    text(facts.lastMet === null ? words.pairing.firstTime : words.pairing.lastMet(facts.lastMet)),
    text(words.pairing.startersTitle),
    factSet(startersOf(reading)),
    ...(facts.slot === null ? [] : [subtle(words.pairing.cannot)]),
  ];
  return card(words.language, [...lead, `${title}.`, `${when}.`].join(' '), body, actionsOf(facts, reading));
}

function timeDetails(slot: SlotView, facts: MeetingFacts, { words, tag, zone }: Reading): Element[] {
  return [
    ...timesOfPartners(slot, facts.partners, zone, tag).map((other) => subtle(words.pairing.whenFor(other))),
    subtle(words.pairing.minutes(minutesOf(slot))),
    ...(facts.invited && facts.joinUrl === null ? [text(words.pairing.noLink)] : []),
  ];
}

function answerDetails({ answers = [] }: MeetingFacts, { words }: Reading): Element[] {
  if (answers.length === 0) return [];
  return [
    text(words.pairing.answers),
    factSet(answers.map(({ name, answer }) => ({ title: name, value: words.pairing.answer[answer] }))),
  ];
}

function startersOf({ words }: Reading): { title: string; value: string }[] {
  const { think, do: act, share } = words.pairing.starters;
  return [think, act, share].map(({ label, text: value }) => ({ title: label, value }));
}

function actionsOf(facts: MeetingFacts, { words }: Reading): Action[] {
  return [
    ...(facts.joinUrl === null
      ? []
      : [{ type: 'Action.OpenUrl' as const, title: words.buttons['join-meeting'], url: facts.joinUrl }]),
    ...(facts.slot === null ? [] : [button(words.buttons['other-times'], 'other-times', null)]),
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.pause, 'pause-ask', facts.scheme),
  ];
}
