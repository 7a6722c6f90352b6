import type { MemberView, SlotView } from '../../core/words/message.ts';
import { timesOfPartners, shortText } from '../../core/words/when.ts';
import { button, card, heading, subtle, text } from './card.ts';
import type { Action, AdaptiveCard, Element } from './card.ts';
import { namesOf, whenText } from './reading.ts';
import type { Reading } from './reading.ts';

export interface ChoiceFacts {
  readonly scheme: string;
  readonly pairing: string;
  /** A pressed button carries it, so that a choice from an outdated card can be refused. */
  readonly revision: number;
  readonly partners: readonly MemberView[];
  /** At most three. */
  readonly slots: readonly SlotView[];
  /** The meeting that is kept until somebody chooses; null when none is booked. */
  readonly booked: SlotView | null;
  /** Why the question is asked; null without a reason to tell. */
  readonly lead: string | null;
}

/** Offers times, one button each. To keep a meeting that is booked, nobody needs to press anything. */
export function chooseCard(facts: ChoiceFacts, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const names = namesOf(facts.partners, reading);
  const title = words.choose.title(names);
  const lead = facts.lead === null ? [] : [facts.lead];
  const asks = asksOf(facts, names, reading);
  const body: Element[] = [
    heading(title),
    ...lead.map(text),
    ...facts.slots.flatMap((slot) => slotDetails(slot, facts, reading)),
    ...asks.map(text),
  ];
  return card(words.language, [title, ...lead, ...asks].join(' '), body, actionsOf(facts, reading));
}

/** What to do, and what happens to a meeting that is booked. */
function asksOf({ slots, booked }: ChoiceFacts, names: string, reading: Reading): string[] {
  const { how, keep, none } = reading.words.choose;
  if (slots.length === 0) return [none(names)];
  return booked === null ? [how] : [how, keep(whenText(booked, reading))];
}

function slotDetails(slot: SlotView, { partners }: ChoiceFacts, reading: Reading): Element[] {
  const { words, tag, zone } = reading;
  return [
    { ...text(whenText(slot, reading)), weight: 'Bolder', spacing: 'Medium' },
    ...timesOfPartners(slot, partners, zone, tag).map((other) => subtle(words.pairing.whenFor(other))),
  ];
}

function actionsOf(
  { scheme, pairing, revision, slots }: ChoiceFacts,
  { words, tag, zone }: Reading,
): Action[] {
  return [
    ...slots.map(({ start }) =>
      button(shortText(start, zone, tag), 'choose', null, { pairing, revision, start }),
    ),
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.pause, 'pause-ask', scheme),
  ];
}
