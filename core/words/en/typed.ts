import type { Preferences } from '../../records/person.ts';

/** What somebody can tell the bot to do. */
type CommandName = 'help' | 'join' | 'pause' | 'leave' | 'my-pairing' | 'other-times' | 'settings';

/** The half of the day that somebody would rather meet in. */
export type HalfDay = Preferences['hours'];

/** What people type to the bot, in one language. It is read, never said. */
export interface Typed {
  /** In lower case; English is understood beside every other language. */
  readonly typed: Readonly<Record<CommandName | HalfDay, readonly string[]>>;
  /** Between `pause` and a date. */
  readonly typedUntil: readonly string[];
}

export const typed: Typed = {
  typed: {
    help: [
      'hello',
      'hi',
      'hi there',
      'hey',
      'help',
      '?',
      'good morning',
      'good afternoon',
      'thanks',
      'thank you',
    ],
    join: ['join', 'sign up', 'resume', 'unpause', 'come back'],
    pause: ['pause', 'snooze'],
    leave: ['leave', 'stop', 'unsubscribe'],
    'my-pairing': ['my pairing', 'pairing', 'my meeting', 'who am i meeting'],
    'other-times': ['another time', 'other times', 'reschedule'],
    settings: ['settings', 'my settings', 'preferences'],
    morning: ['mornings', 'morning', 'in the morning'],
    afternoon: ['afternoons', 'afternoon', 'in the afternoon'],
    either: ['any time', 'anytime', 'either'],
  },
  typedUntil: ['until', 'till', 'to'],
};
