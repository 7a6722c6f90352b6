import type { ActView, DeskAct, WantedAct } from '../../core/api/acts.ts';
import type { Now } from '../../core/api/me.ts';
import type { PairingView, SlotView } from '../../core/words/pairing-view.ts';
import type { Scheme } from './decide-now.ts';

/**
 * What *Now* will be once what the reader just did is carried out, so that they see it at once. Acts that were carried out or
 * refused change nothing any more: the answer has them.
 */
export function foresee(now: Now): Now {
  return now.acts.filter(isOpen).reduce((seen, { act }) => after(seen, act), now);
}

function isOpen({ state }: ActView): boolean {
  return state === 'waiting' || state === 'doing';
}

function after(now: Now, act: WantedAct | DeskAct): Now {
  const { scheme, pairing } = now;
  if (scheme === null || act.kind === 'invite') return now;
  if (act.kind === 'choose')
    return pairing?.pairing === act.pairing
      ? chosen(now, pairing, slotFrom(act.start, pairing, scheme))
      : now;
  if (act.scheme !== scheme.id) return now;
  const hasMeeting = pairing !== null && now.state !== 'called-off';
  const without = { ...now, pairing: null, meeting: null, reason: null };
  switch (act.kind) {
    case 'join':
    case 'resume':
    case 'take-part':
      return hasMeeting ? now : { ...without, state: 'waiting', round: null };
    case 'skip':
      return hasMeeting && pairing.round !== act.round
        ? now
        : { ...without, state: 'skipped', round: act.round };
    case 'pause':
      // A break may begin after the meeting: the product decides.
      return hasMeeting
        ? now
        : { ...without, state: 'paused', scheme: { ...scheme, pausedUntil: act.until } };
    case 'leave':
      return { ...without, state: 'left' };
    default:
      return now;
  }
}

/** Where all have to pick the same time, it is a wish; else it is to be booked. */
function chosen(now: Now, pairing: PairingView, slot: SlotView): Now {
  if (pairing.wishes === undefined)
    return {
      ...now,
      state: 'meeting',
      pairing: { ...pairing, state: 'planned', slot, offer: null, joinUrl: null },
    };
  const others = pairing.wishes.filter(({ person }) => person !== now.me.id);
  return { ...now, pairing: { ...pairing, wishes: [...others, { person: now.me.id, slot }] } };
}

/** As long as the other times; without any, the scheme's own length. */
function slotFrom(start: string, { slot, offer }: PairingView, { minutes }: Scheme): SlotView {
  const like = slot ?? offer?.[0];
  const length = like ? Date.parse(like.end) - Date.parse(like.start) : minutes * 60_000;
  return { start, end: new Date(Date.parse(start) + length).toISOString() };
}
