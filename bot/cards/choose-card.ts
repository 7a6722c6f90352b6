import type { PairingView, SlotView } from '../../core/words/pairing-view.ts';
import { timesOfPartners } from '../../core/words/when.ts';
import {
  type Action,
  type AdaptiveCard,
  banner,
  button,
  card,
  type Element,
  subtle,
  text,
  withPrimary,
} from './card.ts';
import { timeButtons, writeButton } from './month/buttons.ts';
import { type Photos, whoTheyAre } from './month/who.ts';
import { namesOf, otherTimeText, type Reading, whenText } from './reading.ts';

/** How times are offered. */
export interface Asking {
  /** The title; by default it asks when. */
  readonly title?: string;
  /** Why the question is asked; null without a reason to tell. */
  readonly lead: string | null;
  /** The pictures of people who are new to the reader; null: the reader knows whom they meet. */
  readonly who?: Photos | null;
  /** The button after the times; by default it skips this one. */
  readonly last?: readonly Action[];
  /** By default what happens to a meeting that is booked is told. */
  readonly keeps?: false;
  readonly notice?: string;
}

/** Offers times, one button each. To keep a meeting that is booked, nobody needs to press anything. */
export function chooseCard(view: PairingView, asking: Asking, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { lead, who = null, keeps = true, notice = words.month.notice.choose } = asking;
  const names = namesOf(view.partners, reading);
  const title = asking.title ?? words.choose.title({ names });
  const why = lead === null ? [] : [lead];
  const asks = asksOf(view, names, keeps, reading);
  const body: Element[] = [
    banner(title),
    ...(who === null ? [] : whoTheyAre(view, who, reading)),
    ...why.map(text),
    ...(view.offer ?? []).flatMap((slot) => slotDetails(slot, view, reading)),
    ...asks.map(text),
  ];
  const spoken = [title, ...why, ...asks].join(' ');
  return card(words.language, spoken, body, withPrimary(actionsOf(view, asking, reading)), notice);
}

/** Who would like which time, what to do, and what happens to a meeting that is booked. */
function asksOf(view: PairingView, names: string, keeps: boolean, reading: Reading): string[] {
  const { offer, slot, wishes } = view;
  const { how, howAll, keep, keepAll, none } = reading.words.choose;
  if (offer === null || offer.length === 0) return [none({ names })];
  const asks = [...wishesIn(view, reading), wishes === undefined ? how : howAll];
  return slot === null || !keeps
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

function actionsOf(view: PairingView, { last }: Asking, reading: Reading): Action[] {
  const { buttons, month } = reading.words;
  const times = timeButtons(view, reading);
  if (times.length === 0) return [...writeButton(view, reading), button(buttons.help, 'help', null)];
  return [...times, ...(last ?? [button(month.buttons['not-this-time'], 'skip-ask', view.scheme)])].slice(
    0,
    4,
  );
}
