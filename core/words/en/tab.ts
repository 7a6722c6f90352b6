import { coordinator } from './coordinator.ts';

export const tab = {
  tabs: { label: 'UnMentoring', pairing: 'My pairing', history: 'History', rounds: 'Rounds' },
  loading: 'One moment …',
  colleague: 'a colleague',
  tryAgain: 'Try again',
  problems: {
    'sign-in-denied': {
      title: 'Teams did not sign you in',
      text: 'Without it we cannot tell who you are. Try again, and agree when Teams asks. If it keeps happening, ask your coordinator.',
    },
    unauthorised: {
      title: 'Your sign-in was not accepted',
      text: 'It may have run out. Try again; if that does not help, sign out of Teams and in again.',
    },
    forbidden: {
      title: 'This is not open to you',
      text: 'Your account may not see this page. If you think it should, ask your coordinator.',
    },
    'not-found': {
      title: 'There is nothing here',
      text: 'It may have been moved or removed since you opened this page. Go back and choose again.',
    },
    unavailable: {
      title: 'UnMentoring cannot be reached just now',
      text: 'Nothing is lost: your meeting stands in your calendar. Try again in a moment.',
    },
    unreadable: {
      title: 'This page is out of date',
      text: 'UnMentoring has been updated since you opened it. Close the tab and open it again.',
    },
  },
  crashed: {
    title: 'This page stopped working',
    text: 'That is our fault, not yours. Your pairing and your meeting are not affected.',
    reload: 'Load it again',
  },
  outsideTeams: {
    title: 'Open UnMentoring in Teams',
    text: 'This page lives inside Microsoft Teams, where it knows who you are. Find UnMentoring among your apps there.',
    open: 'Go to Teams',
  },
  channel: {
    title: 'Coffee with a colleague you would not meet otherwise',
    text: 'Once a month, everybody who joined is paired at random. UnMentoring finds a time that is free in both calendars, and books it.',
    steps: [
      'Open UnMentoring and add it.',
      'Write “join” in the chat with it.',
      'With the next round you hear whom you meet, and when.',
    ],
    alone: 'Everybody here sees this page as you do. Whom you meet is said to you alone.',
    open: 'Open UnMentoring',
  },
  configure: {
    title: 'Tell everybody here about UnMentoring',
    text: 'Save, and a tab explains what UnMentoring is and how to take part. Everybody sees the same; nobody sees who meets whom. There is nothing to set.',
  },
  unreachable: {
    title: 'Our messages do not reach you',
    text: 'You have blocked or removed the UnMentoring bot, so you will not be paired. Add the app again in Teams to come back.',
  },
  pairing: {
    title: 'My pairing',
    shown: 'Your pairing with {partners} is shown.',
    state: {
      planned: 'Being booked',
      booked: 'Booked',
      suggested: 'Time to be chosen',
      failed: 'Not booked',
      cancelled: 'Called off',
    },
    stateText: {
      planned: 'The invitation is on its way to your calendars.',
      booked: 'It is in your calendars.',
      suggested: 'There is no invitation yet: one of you chooses the time.',
      failed: 'We could not book a meeting. The bot tells you what comes next.',
      cancelled: 'It cannot take place after all. The bot tells you what comes next.',
    },
    allChoose: 'There is no invitation yet: it follows once you have all chosen the same time.',
    wish: '{name} would like this time.',
    yourWish: 'You would like this time.',
    yourTime: '{time} your time ({city})',
    theirTime: 'For {name}: {time} ({city})',
    noTimeYet: 'The time is still being found.',
    offerTitle: 'Times to choose from',
    offerText: 'Choose one in your chat with the bot; this page only shows them.',
    noOffer: 'No time suits everybody at the moment. To look again, write “another time” to the bot.',
    join: 'Join in Teams',
    noLink: 'This meeting has no Teams link. Agree with each other where to meet.',
    answers: 'Answers',
    you: 'You',
    answerHint:
      'Accept or decline in the Outlook invitation. For another time, write “another time” to the bot.',
    drink: 'Favourite drink: {drink}',
    askMe: 'Likes to be asked about: {askMe}',
    firstTime: 'You have not met here before.',
    newLink: 'Nobody of {one} and {other} has met yet.',
    lastMet: '{rounds, plural, one {You also met in the last round.} other {You last met # rounds ago.}}',
    starterTitle: 'No agenda. Just a drink and a conversation.',
    starterText: 'If you want something to start from:',
  },
  answer: { none: 'Not answered yet', accepted: 'Accepted', tentative: 'Maybe', declined: 'Declined' },
  noPairing: {
    waiting: {
      title: 'Your next coffee is on its way',
      text: 'You are in {scheme}. When the next round is paired, the bot tells you whom you meet, and the invitation is in your calendar.',
    },
    paused: {
      title: 'You are taking a break',
      text: 'You are paused in {scheme}. To come back, write “join” in the chat with the bot.',
      untilText:
        'You are paused in {scheme} until {until}. To come back sooner, write “join” in the chat with the bot.',
    },
    notIn: {
      title: 'Meet a colleague you would not meet otherwise',
      text: 'One relaxed conversation a month, with somebody picked at random. To take part in {scheme}, open the chat with the bot in this app and write “join”.',
    },
    nextOf: '{scheme}: what happens next',
    next: 'What happens next',
    nextPairing: 'Pairing',
    nextWeek: 'Meetings',
    weekOf: 'In the week of {monday}',
    length: 'Length',
    minutes: '{n, number} minutes',
    wishes: 'Your wishes',
    wish: {
      morning: {
        usual: 'Mornings. To change them, write “settings” to the bot.',
        longer:
          'Mornings, {minutes, number} minutes where the others like that too. To change them, write “settings” to the bot.',
      },
      afternoon: {
        usual: 'Afternoons. To change them, write “settings” to the bot.',
        longer:
          'Afternoons, {minutes, number} minutes where the others like that too. To change them, write “settings” to the bot.',
      },
      either: {
        usual: 'Any time of the day. To change them, write “settings” to the bot.',
        longer:
          'Any time of the day, {minutes, number} minutes where the others like that too. To change them, write “settings” to the bot.',
      },
    },
    noScheme: { title: 'Nothing is running yet', text: 'Once a scheme is set up, it appears here.' },
  },
  history: {
    title: 'History',
    shown: '{count, plural, one {One meeting is listed.} other {# meetings are listed.}}',
    empty: {
      title: 'Your story starts with the first coffee',
      text: 'Everyone you were paired with will be listed here.',
    },
    round: 'Round {n, number}',
    weekOf: 'week of {monday}',
    earlier: 'before this app',
    met: 'You met',
    notMet: 'You did not meet',
    unknown: 'Not known yet',
  },
  ...coordinator,
} as const;
