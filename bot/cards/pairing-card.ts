import type { MemberView } from '../../core/messages/message.ts';
import { introduction } from '../../core/messages/invitation.ts';
import { listText, minutesOf, otherTimes, slotText } from '../../core/messages/when.ts';
import { button, card, heading, subtle, text } from './card.ts';
import type { Action, AdaptiveCard, Element } from './card.ts';
import type { Reading } from './reading.ts';

export interface PairingFacts {
  readonly scheme: string;
  readonly partners: readonly MemberView[];
  /** Null while it is being booked. */
  readonly slot: { readonly start: string; readonly end: string } | null;
  readonly joinUrl: string | null;
  readonly lastMet: number | null;
}

/** Who you meet, when on your own clock and on theirs, where to start, and what to do when you cannot. */
export function pairingCard(facts: PairingFacts, reading: Reading): AdaptiveCard {
  const { words, tag } = reading;
  const title = words.pairing.title(
    listText(
      facts.partners.map(({ name }) => name),
      tag,
    ),
  );
  const when = facts.slot === null ? words.pairing.unbooked : whenText(facts.slot, reading);
  const body: Element[] = [
    heading(title),
    ...facts.partners.map((partner) => subtle(introduction(partner))),
    { ...text(when), weight: 'Bolder', spacing: 'Medium' },
    ...(facts.slot === null ? [] : timeDetails(facts.slot, facts, reading)),
    text(facts.lastMet === null ? words.pairing.firstTime : words.pairing.lastMet(facts.lastMet)),
    text(words.pairing.startersTitle),
    { type: 'FactSet', facts: startersOf(reading) },
    ...(facts.slot === null ? [] : [subtle(words.pairing.cannot)]),
  ];
  return card(words.language, `${title}. ${when}.`, body, actionsOf(facts, reading));
}

function whenText(slot: { start: string; end: string }, { words, tag, zone }: Reading): string {
  return words.pairing.when(slotText(slot, zone, tag));
}

function timeDetails(
  slot: { start: string; end: string },
  facts: PairingFacts,
  { words, tag, zone }: Reading,
): Element[] {
  return [
    ...otherTimes(slot, facts.partners, zone, tag).map((other) => subtle(words.pairing.whenFor(other))),
    subtle(words.pairing.minutes(minutesOf(slot))),
    ...(facts.joinUrl === null ? [text(words.pairing.noLink)] : []),
  ];
}

function startersOf({ words }: Reading): { title: string; value: string }[] {
  const { think, do: act, share } = words.pairing.starters;
  return [think, act, share].map(({ label, text: value }) => ({ title: label, value }));
}

function actionsOf(facts: PairingFacts, { words }: Reading): Action[] {
  return [
    ...(facts.joinUrl === null
      ? []
      : [{ type: 'Action.OpenUrl' as const, title: words.buttons['join-meeting'], url: facts.joinUrl }]),
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.pause, 'pause-ask', facts.scheme),
  ];
}
