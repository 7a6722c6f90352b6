import { phaseOf } from '../../../core/words/pairing-facts.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { shortText } from '../../../core/words/when.ts';
import type { MetAnswer } from '../../../core/records/pairing.ts';
import { type Action, button, link } from '../card.ts';
import { namesOf, type Reading } from '../reading.ts';

/** What a button about a booked meeting says of it, so that a late press is known as one. Null: no meeting is booked. */
function aboutMeeting({ round, pairing, slot }: PairingView) {
  return slot && { round, pairing, start: slot.start };
}

/** "I'll be there". */
export function comingButton(view: PairingView, title: string): Action[] {
  const about = view.state === 'booked' ? aboutMeeting(view) : null;
  return about === null ? [] : [button(title, 'coming', view.scheme, about)];
}

/** "Can't make it", as long as the meeting is booked and not over. */
export function cannotButton(view: PairingView, { words }: Reading): Action[] {
  const about = view.state === 'booked' && phaseOf(view) !== 'over' ? aboutMeeting(view) : null;
  return about === null ? [] : [button(words.month.buttons.cannot, 'cannot', view.scheme, about)];
}

/** One of the answers to "did you meet?". */
export function metButton(view: PairingView, said: MetAnswer, title: string): Action[] {
  const about = aboutMeeting(view);
  return about === null ? [] : [button(title, 'met', view.scheme, { ...about, said })];
}

/** Opens a chat with the others in Teams. None where an address is not known. */
export function writeButton({ partners }: Pick<PairingView, 'partners'>, reading: Reading): Action[] {
  const mails = partners.flatMap(({ mail }) => mail ?? []);
  if (mails.length === 0 || mails.length < partners.length) return [];
  const users = mails.map(encodeURIComponent).join(',');
  const title = reading.words.month.buttons.write({ name: namesOf(partners, reading) });
  return [link(title, `https://teams.microsoft.com/l/chat/0/0?users=${users}`)];
}

/** Opens the meeting, from ten minutes before it until its end. */
function joinButton(view: PairingView, { words }: Reading): Action[] {
  if (view.joinUrl === null || phaseOf(view) !== 'near') return [];
  return [link(words.buttons['join-meeting'], view.joinUrl)];
}

/** The times on offer, one button each. */
export function timeButtons({ pairing, revision, offer }: PairingView, { tag, zone }: Reading): Action[] {
  return (offer ?? []).map(({ start }) =>
    button(shortText(start, zone, tag), 'choose', null, { pairing, revision, start }),
  );
}

/** What can be done about a meeting that is booked or to be booked and not over; at most four. */
export function meetingButtons(view: PairingView, reading: Reading): Action[] {
  const isAhead = view.slot !== null && phaseOf(view) === 'ahead';
  const mayMove = isAhead && !view.isAfterWeek;
  return [
    ...joinButton(view, reading),
    ...writeButton(view, reading),
    ...(mayMove ? [button(reading.words.buttons['other-times'], 'other-times', null)] : []),
    ...cannotButton(view, reading),
  ];
}
