import type { PlacementReason } from '../../../core/records/placement.ts';
import type { AppContext } from '../../context/app-context.ts';
import { date, day } from '../../format/times.ts';
import type { StandingScene } from '../decide-now.ts';

type Reader = Pick<AppContext, 'words' | 'locale' | 'zone'>;

/** When the next round is paired and when its conversations are, in words. */
export function nextOf(
  { next }: Pick<StandingScene['scheme'], 'next'>,
  { locale, zone }: Reader,
): { readonly pairing: string; readonly week: string } {
  return { pairing: day(next.pairingAt, zone, locale), week: date(next.week, locale) };
}

/** What is said of a state without a meeting: why, until when, and what helps. One paragraph each. */
export function textsOf(scene: StandingScene, reader: Reader): readonly string[] {
  const { words, locale } = reader;
  const { chat, now } = words;
  const { scheme } = scene;
  const next = nextOf(scheme, reader);
  const about = { scheme: scheme.name, ...next };
  const round = date(scene.round, locale);
  /** It is about the round under way, and not about the next one. */
  const isUnderWay = scene.round !== scheme.next.week;
  switch (scene.state) {
    case 'waiting':
      return [...(isUnderWay ? [now.waiting.late({ week: round })] : []), now.waiting.text(about)];
    case 'asked':
      return [now.asked.text(about)];
    case 'skipped':
      return isUnderWay
        ? [now.skipped.text({ week: round }), now.skipped.next(next)]
        : [now.skipped.text({ week: round })];
    case 'paused':
      return [
        scheme.pausedUntil === null
          ? now.paused.open({ scheme: scheme.name, pairing: next.pairing })
          : now.paused.until({ scheme: scheme.name, until: date(scheme.pausedUntil, locale) }),
      ];
    case 'left':
      return [now.left.text({ pairing: next.pairing })];
    case 'unplaced':
      return [...whyNot(scene, reader), chat.unplaced.next(next)];
    case 'called-off':
      return [chat.calledOff.why, chat.calledOff.looking, now.calledOff.text(next)];
  }
}

/** Why somebody has no meeting, in the words of the chat, and what helps. */
function whyNot({ reason, app }: StandingScene, { words }: Reader): string[] {
  if (reason === null) return [];
  // Nobody is told that they removed what they never had.
  if (reason === 'unreachable' && app === 'missing') return [words.now.unplaced.neverAdded];
  if (reason === 'withdrew') return [words.now.unplaced.withdrew];
  const helps: Partial<Record<PlacementReason, string>> = words.now.unplaced.helps;
  const help = helps[reason];
  return [words.chat.unplaced.reasons[reason], ...(help === undefined ? [] : [help])];
}
