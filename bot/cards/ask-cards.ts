import type { Standing } from '../../core/enrolment/standing.ts';
import type { MeetingAhead } from '../../core/rounds/meetings-ahead.ts';
import { dateText, dayText } from '../../core/words/when.ts';
import { type Action, type AdaptiveCard, button, card, type Element, text } from './card.ts';
import { namesOf, nextText, type Reading } from './reading.ts';

/** What the bot asks before somebody stops taking part, for a while or for good. Only the press of a button does it. */
export interface Question {
  readonly standing: Standing;
  /** The meetings of the scheme that are still to come. */
  readonly meetings: readonly MeetingAhead[];
}

/** Asks whether to leave. To skip one round comes first, as the smaller step. */
export function leaveAskCard({ standing, meetings }: Question, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { scheme, status } = standing;
  const isIn = status === 'active';
  return question(
    words.ask.leave({ scheme: scheme.name }),
    [...cancelled(meetings, reading), words.ask.historyStays, ...(isIn ? [words.ask.skipInstead] : [])],
    [
      ...(isIn ? [button(words.buttons['skip-this'], 'pause', scheme.id)] : []),
      button(words.buttons['yes-leave'], 'leave', scheme.id),
    ],
    reading,
  );
}

/** Asks whether to skip one round: the one with a meeting ahead, else the next. */
export function skipAskCard({ standing: { scheme }, meetings }: Question, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { week } = nextText(scheme, reading);
  const what =
    meetings.length === 0 ? [words.ask.nextRound({ week })] : cancelled(meetings.slice(0, 1), reading);
  return question(
    words.ask.skip({ scheme: scheme.name }),
    what,
    [button(words.buttons['yes-skip'], 'pause', scheme.id)],
    reading,
  );
}

/**
 * Asks whether to take a break until then.
 * @param until ISO date of the first day back; null asks for it, and without one the break is one round long
 */
export function pauseAskCard(
  { standing: { scheme }, meetings }: Question,
  until: string | null,
  reading: Reading,
): AdaptiveCard {
  const { words, tag } = reading;
  if (until !== null) {
    const within = meetings.filter(({ day }) => day < until);
    return question(
      words.ask.pause({ scheme: scheme.name, until: dateText(until, tag) }),
      cancelled(within, reading),
      [button(words.buttons['yes-pause'], 'pause', scheme.id, { until })],
      reading,
    );
  }
  const ahead = meetings.length === 0 ? [] : [words.ask.before, ...cancelled(meetings, reading)];
  return question(
    words.pauseAsk,
    ahead,
    [button(words.buttons['pause-until'], 'pause', scheme.id)],
    reading,
    [{ type: 'Input.Date', id: 'until', label: words.pauseDate }],
  );
}

/** What would become of the meetings ahead. */
export function cancelled(meetings: readonly MeetingAhead[], reading: Reading): string[] {
  const { ask } = reading.words;
  if (meetings.length === 0) return [ask.noMeeting];
  return meetings.map(({ partners, start }) => {
    const names = namesOf(
      partners.map((name) => ({ name })),
      reading,
    );
    const isPair = partners.length === 1;
    if (start === null) return isPair ? ask.pairWithoutTime({ names }) : ask.trioWithoutTime({ names });
    const day = dayText(start, reading.zone, reading.tag);
    return isPair ? ask.pair({ names, day }) : ask.trio({ names, day });
  });
}

/** A question, what would happen, and the buttons; the last one changes nothing. */
export function question(
  asked: string,
  what: readonly string[],
  actions: readonly Action[],
  { words }: Reading,
  fields: readonly Element[] = [],
): AdaptiveCard {
  return card(
    words.language,
    asked,
    [{ ...text(asked), weight: 'Bolder' }, ...what.map(text), ...fields],
    [...actions, button(words.buttons.stay, 'stay', null)],
  );
}
