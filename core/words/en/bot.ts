import { buttons } from './buttons.ts';
import { sharedSettings } from './tab/shared-settings.ts';

const { ahead, erase, find, invite, inviteRefused, neverWith, pauseDate, refused, standing } = sharedSettings;
const { hours, hoursChoices, longer, minutes, schemeMinutes } = sharedSettings;

export const bot = {
  buttons,
  welcome: {
    title: 'Welcome to {scheme}',
  },
  hello: 'Hello {name}.',
  standing,
  canSay:
    'You can say "join", "my pairing", "another time", "pause", "pause until 14 January", "settings", "whom have I met", "invite", "my data" or "leave", or use the buttons below.',
  notUnderstood: 'I did not understand that.',
  didYouMean: 'Did you mean one of these? I have not done anything yet.',
  otherwise: 'If it is something else, say it in other words, or ask a person: {support}.',
  kind: {
    thanks: 'You are welcome.',
    bye: 'Thank you, and see you soon.',
    'small-talk': 'It is good to hear from you.',
    emoji: 'That is kind of you.',
    met: "I am glad to hear it. I have noted nothing for now: I'll ask you myself after a meeting.",
    coming: "I am glad. I have noted nothing for now: I'll ask you myself before a meeting.",
    'not-met':
      'That happens, and nobody minds. I have noted nothing, and you need not do anything. If the meeting is still ahead, I can look for another time.',
  },
  colleague: 'a colleague',
  ask: {
    leave: 'Would you like to leave {scheme}?',
    skip: 'Would you like to skip one round of {scheme}?',
    pause: 'Would you like a break from {scheme}? Your first day back would be {until}.',
    erase: 'Would you like everything about you to be erased?',
    ...ahead,
    noMeeting: 'You have no meeting ahead, so nobody waits for you.',
    nextRound:
      'You have no meeting ahead, so you would skip the next round, in the week of {week}, and be back after it.',
    skipInstead: 'Leaving is fine. If it is only this once, you can skip one round instead and stay in.',
    historyStays: 'I would remember whom you met, in case you come back.',
    before: 'This is what would happen if your break covers your next meeting:',
  },
  stayed: 'Good. Everything stays as it is.',
  erase,
  neverWith: {
    ...neverWith,
    who: 'Whom do you mean?',
    list: 'You will never be paired with {names}. Only you can see this.',
    meets: 'You two already have a meeting ahead. It stays unless you skip it.',
    refused: {
      yourself: 'That is you. You are never paired with yourself.',
      'not-in-directory': 'I cannot find that person in the directory any more, so nothing was noted.',
      'too-many': 'You have noted a hundred people already. Take one back first.',
      'unknown-person': 'I do not know you well enough yet. Say "join" first, then ask me again.',
    },
  },
  invite: {
    ...invite,
    who: 'Whom do you mean?',
    refused: {
      ...inviteRefused,
      yourself: 'That is you. Say "join", and you are in.',
    },
  },
  find: {
    ...find,
    tooMany: 'These are the first {count, number}. Write more of the name if it is none of them.',
  },
  history: {
    title: 'Whom you were paired with',
    none: 'You have not been paired with anybody yet.',
    week: 'Week of {week}',
    earlier: 'Earlier',
    didMeet: '{names}: you met',
    notMet: '{names}: you did not meet',
    notKnown: '{names}: not known whether you met',
    takeaway: 'You took away: {takeaway}',
    shared: '{name} took away: {takeaway}',
    more: '{count, plural, one {One earlier meeting is in the tab.} other {# earlier meetings are in the tab.}}',
  },
  myData: {
    fileName: 'My data in UnMentoring.txt',
    fileAbout: 'Everything that UnMentoring keeps about you, to read and, at its end, for programs.',
    offered:
      'I have a file for you with everything that I keep about you. If you allow it, I put it into your OneDrive, as things are at that moment. Or read it here.',
    noFile: 'I could not put a file into your OneDrive this time. Here is what it would say.',
    declined: 'That is fine, there is no file. Say "my data" whenever you would like one.',
    cut: 'There is more than a message holds.',
    whole:
      'In the tab, under Settings, you can read all of it and keep it as a file. Programs that sign in as you find it at {address}.',
  },
  privacy: {
    kept: 'I keep your name and mail address, what the directory says of your work, what you fill in when you sign up, your preferences, and whom you were paired with and when.',
    calendar: 'Of your calendar I read when you are free or busy, never what for.',
    seen: 'A coordinator sees that you meet, with whom and when. Nobody sees what you talk about.',
    yours: 'You can see all of it or have it erased at any time.',
    page: 'The whole text is on the privacy page, which the details of this app in Teams lead to.',
  },
  coordinator: 'A person will help you here: {support}.',
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
    joined:
      "You are in. Everyone in {scheme} is paired on {pairing}, and your conversation is in the week of {week}. I'll send you the invitation.",
    rejoined:
      'Welcome back to {scheme}. Everyone is paired on {pairing}, and your conversation is in the week of {week}.',
    'already-in':
      'You already take part in {scheme}. Everyone is paired on {pairing}, for conversations in the week of {week}.',
    resumed:
      'Your break from {scheme} is over. Everyone is paired on {pairing}, for conversations in the week of {week}.',
  },
  paused:
    "Enjoy your break from {scheme}. Nobody is paired with you before {until}, your first day back. If you have a meeting before then, I'll let the others know with a kind word, and look after them.",
  pauseAsk:
    'Until when would you like a break? Without a date you skip just one round: the one under way if you have a meeting ahead in it, otherwise the next.',
  pauseDate,
  left: "You have left {scheme}. If you have a meeting ahead, I'll let the others know with a kind word, and look after them. You are welcome back whenever you like.",
  notIn: 'You are not taking part in {scheme}, so there was nothing to leave.',
  noPairing:
    'You have no pairing at the moment. Everyone is paired next on {pairing}, for conversations in the week of {week}.',
  refused: {
    ...refused,
    'unknown-scheme': 'I do not know a scheme of that name. Say "join" on its own to join the one there is.',
    'not-in': 'You are not taking part, so there is nothing to change. Say "join" to start.',
    'date-unclear':
      'I could not read that date. Write it like "pause until 14 January" or "pause until 2027-01-14".',
  },
  preferences: {
    hours,
    hoursChoices,
    minutes,
    schemeMinutes,
    longer,
    kept: {
      morning: {
        usual: 'From the next pairing on, I look for a morning, and for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, I look for a morning, and for {minutes, number} minutes if the others like that too.',
      },
      afternoon: {
        usual:
          'From the next pairing on, I look for an afternoon, and for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, I look for an afternoon, and for {minutes, number} minutes if the others like that too.',
      },
      either: {
        usual:
          'From the next pairing on, any time of the day will do, for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, any time of the day will do, for {minutes, number} minutes if the others like that too.',
      },
    },
  },
} as const;
