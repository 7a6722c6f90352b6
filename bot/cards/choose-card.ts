import type { PairingView, SlotView } from '../../core/words/pairing-view.ts';
import { timesOfPartners, shortText } from '../../core/words/when.ts';
import { button, card, heading, subtle, text } from './card.ts';
import type { Action, AdaptiveCard, Element } from './card.ts';
import { namesOf, otherTimeText, whenText } from './reading.ts';
import type { Reading } from './reading.ts';

/**
 * Offers times, one button each. To keep a meeting that is booked, nobody needs to press anything.
 * @param lead why the question is asked; null without a reason to tell
 */
export function chooseCard(view: PairingView, lead: string | null, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const names = namesOf(view.partners, reading);
  const title = words.choose.title({ names });
  const why = lead === null ? [] : [lead];
  const asks = asksOf(view, names, reading);
  const body: Element[] = [
    heading(title),
    ...why.map(text),
    ...(view.offer ?? []).flatMap((slot) => slotDetails(slot, view, reading)),
    ...asks.map(text),
  ];
  return card(words.language, [title, ...why, ...asks].join(' '), body, actionsOf(view, reading));
}

/** Who would like which time, what to do, and what happens to a meeting that is booked. */
function asksOf(view: PairingView, names: string, reading: Reading): string[] {
  const { offer, slot, wishes } = view;
  const { how, howAll, keep, keepAll, none } = reading.words.choose;
  if (offer === null || offer.length === 0) return [none({ names })];
  const asks = [...wishesIn(view, reading), wishes === undefined ? how : howAll];
  return slot === null
    ? asks
    : [...asks, (wishes === undefined ? keep : keepAll)({ when: whenText(slot, reading) })];
}

/** The times that members have picked, while not all have picked the same one: the others' first. */
function wishesIn({ wishes = [], partners }: PairingView, reading: Reading): string[] {
  const { wish, yourWish } = reading.words.choose;
  const isPartners = (person: string) => partners.some(({ id }) => id === person);
  const theirs = partners.flatMap((partner) =>
    wishes
      .filter(({ person }) => person === partner.id)
      .map(({ slot }) => wish({ name: namesOf([partner], reading), when: whenText(slot, reading) })),
  );
  const mine = wishes.find(({ person }) => !isPartners(person));
  return mine === undefined ? theirs : [...theirs, yourWish({ when: whenText(mine.slot, reading) })];
}

function slotDetails(slot: SlotView, { partners }: PairingView, reading: Reading): Element[] {
  const { tag, zone } = reading;
  return [
    { ...text(whenText(slot, reading)), weight: 'Bolder', spacing: 'Medium' },
    ...timesOfPartners(slot, partners, zone, tag).map((other) => subtle(otherTimeText(other, reading))),
  ];
}

function actionsOf(
  { scheme, pairing, revision, offer }: PairingView,
  { words, tag, zone }: Reading,
): Action[] {
  return [
    ...(offer ?? []).map(({ start }) =>
      button(shortText(start, zone, tag), 'choose', null, { pairing, revision, start }),
    ),
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.pause, 'pause-ask', scheme),
  ];
}
