import type { BotWords } from './words.ts';

export const enBot: BotWords = {
  language: 'en',
  autonym: 'English',
  region: 'en-GB',
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
  buttons: {
    help: 'Help',
    join: 'Join',
    pause: 'Pause',
    leave: 'Leave',
    'my-pairing': 'My pairing',
    'other-times': 'Another time',
    settings: 'Settings',
    save: 'Save',
    'join-meeting': 'Join the meeting',
    'come-back': 'Come back',
    'pause-until': 'Take a break',
  },
  welcome: {
    title: (scheme) => `Welcome to ${scheme}`,
    what: (minutes) =>
      `Once a month you meet one colleague, picked at random, for ${minutes} minutes over a favourite drink. Remotely, with no agenda and nothing owed.`,
    how: 'Say "join" and I do the rest: I find a time that is free in both calendars and send the invitation.',
  },
  hello: (name) => `Hello ${name}.`,
  standing: {
    'not-in': (scheme) => `You are not taking part in ${scheme} yet.`,
    active: (scheme, { pairing, week }) =>
      `You take part in ${scheme}. Everyone is paired next on ${pairing}, for conversations in the week of ${week}.`,
    paused: (scheme, until) => `You are taking a break from ${scheme}. Your first day back is ${until}.`,
    left: (scheme) => `You have left ${scheme}. You are welcome back whenever you like.`,
  },
  canSay:
    'You can say "join", "my pairing", "another time", "pause", "pause until 14 January", "settings" or "leave", or use the buttons below.',
  notUnderstood: 'I did not understand that.',
  tooFast: 'That was a lot in one minute, and I lost track. Give me a moment, please, then write again.',
  personalOnly:
    'I work in a personal chat, because who you meet is between the two of you. Open a chat with me and say "hello".',
  away: {
    postponed:
      'Microsoft 365 is not answering me at the moment. I have written down what you asked for, and will tell you here as soon as it is done.',
    gaveUp:
      'Microsoft 365 has not answered me for a whole day, so I could not do what you asked for. Please ask me again.',
    nothingChanged:
      "I can't reach my notebook at the moment. Nothing was changed; please say it again in a few minutes.",
    unsure:
      "I can't reach my notebook at the moment, and I am not sure whether that was written down. Please say it again in a few minutes; saying it twice does no harm.",
  },
  joined: {
    joined: (scheme, { pairing, week }) =>
      `You are in. Everyone in ${scheme} is paired on ${pairing}, and your conversation is in the week of ${week}. I send you the invitation.`,
    rejoined: (scheme, { pairing, week }) =>
      `Welcome back to ${scheme}. Everyone is paired on ${pairing}, and your conversation is in the week of ${week}.`,
    'already-in': (scheme, { pairing, week }) =>
      `You already take part in ${scheme}. Everyone is paired on ${pairing}, for conversations in the week of ${week}.`,
    resumed: (scheme, { pairing, week }) =>
      `Your break from ${scheme} is over. Everyone is paired on ${pairing}, for conversations in the week of ${week}.`,
  },
  joinedLate:
    'The round under way is paired already, but its meeting week is still to come: I try to find somebody for you in it, too.',
  paused: (scheme, until) =>
    `Enjoy your break from ${scheme}. Nobody is paired with you before ${until}, your first day back. If you have a meeting ahead before then, I cancel it with a kind word and look after whoever you were to meet.`,
  pauseAsk:
    'Until when would you like a break? Without a date you miss one round only: the one under way if you have a meeting ahead in it, else the next.',
  pauseDate: 'First day back',
  left: (scheme) =>
    `You have left ${scheme}. If you have a meeting ahead, I cancel it with a kind word and look after whoever you were to meet. You are welcome back whenever you like.`,
  notIn: (scheme) => `You are not taking part in ${scheme}, so there was nothing to leave.`,
  noPairing: ({ pairing, week }) =>
    `You have no pairing at the moment. Everyone is paired next on ${pairing}, for conversations in the week of ${week}.`,
  refused: {
    'unknown-scheme': 'I do not know a scheme of that name. Say "join" on its own to join the one there is.',
    guest:
      'Only people with a work account of this organisation can take part, because I need their calendar to find a time.',
    'not-in-directory':
      'I cannot find your account in the directory. Ask your IT desk whether it is enabled, and try again.',
    'not-in': 'You are not taking part, so there is nothing to change. Say "join" to start.',
    'date-past': 'That day is not in the future. Name the day on which you want to be back.',
    'date-too-far':
      'That is more than two years away. You can leave instead, and come back whenever you like.',
    'date-unclear':
      'I could not read that date. Write it like "pause until 14 January" or "pause until 2027-01-14".',
  },
  preferences: {
    ask: 'If you like, tell me when you would rather meet. I follow it wherever I can.',
    hours: 'Time of day, on your own clock',
    hoursChoices: { morning: 'Mornings', afternoon: 'Afternoons', either: 'Any time' },
    minutes: 'How long you like to meet',
    schemeMinutes: (minutes) => `${minutes} minutes, as usual`,
    longer: (minutes) => `${minutes} minutes, where the others like that too`,
    kept: {
      morning: (length) =>
        `Noted: mornings wherever I can, and ${length}. It holds from the next pairing on.`,
      afternoon: (length) =>
        `Noted: afternoons wherever I can, and ${length}. It holds from the next pairing on.`,
      either: (length) => `Noted: any time of the day, and ${length}. It holds from the next pairing on.`,
    },
  },
};
