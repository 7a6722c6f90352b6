/** What somebody can tell the bot word for word. */
type TypedCommand =
  'help' | 'join' | 'resume' | 'pause' | 'leave' | 'my-pairing' | 'other-times' | 'settings';

/** What people type to the bot, word for word, in one language: in lower case. It is read, never said. */
export interface Typed {
  readonly typed: Readonly<Record<TypedCommand, readonly string[]>>;
}

export const typed: Typed = {
  typed: {
    help: ['help', '?'],
    join: ['join', 'sign up'],
    resume: ['resume', 'unpause', 'come back'],
    pause: ['pause', 'snooze'],
    leave: ['leave', 'unsubscribe'],
    'my-pairing': ['my pairing', 'my meeting', 'who am i meeting'],
    'other-times': ['another time', 'other times', 'reschedule'],
    settings: ['settings', 'my settings', 'preferences'],
  },
};
