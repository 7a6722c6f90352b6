import type { Words } from './words.ts';

export const en: Words = {
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
  },
  typedUntil: ['until', 'till', 'to'],

  buttons: {
    help: 'Help',
    join: 'Join',
    pause: 'Pause',
    leave: 'Leave',
    'my-pairing': 'My pairing',
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
    'You can say "join", "pause", "pause until 14 January", "leave" or "my pairing", or use the buttons below.',
  notUnderstood: 'I did not understand that.',
  personalOnly:
    'I work in a personal chat, because who you meet is between the two of you. Open a chat with me and say "hello".',

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
  paused: (scheme, until) =>
    `Enjoy your break from ${scheme}. Nobody is paired with you before ${until}, your first day back.`,
  pauseAsk: 'Until when would you like a break? Without a date you miss the next round only.',
  pauseDate: 'First day back',
  left: (scheme) => `You have left ${scheme}. A meeting that is already booked stays in your calendar.`,
  notIn: (scheme) => `You are not taking part in ${scheme}, so there was nothing to leave.`,
  noPairing: ({ pairing, week }) =>
    `You have no pairing at the moment. Everyone is paired next on ${pairing}, for conversations in the week of ${week}.`,
  refused: {
    'unknown-scheme': 'I do not know a scheme of that name. Say "join" on its own to join the one there is.',
    guest:
      'Only people with a work account of this organisation can take part, because I need their calendar to find a time.',
    'not-in-directory':
      'I cannot find your account in the directory. Ask your IT desk whether it is enabled, and try again.',
    'not-in': 'You are not taking part, so there is nothing to pause. Say "join" to start.',
    'date-past': 'That day is not in the future. Name the day on which you want to be back.',
    'date-too-far':
      'That is more than two years away. You can leave instead, and come back whenever you like.',
    'date-unclear':
      'I could not read that date. Write it like "pause until 14 January" or "pause until 2027-01-14".',
  },

  pairing: {
    title: (names) => `You are meeting ${names}`,
    unbooked: 'I am still booking the time. You hear from me as soon as it is fixed.',
    when: ({ day, from, to, zone }) => `${day}, ${from} to ${to} (${zone})`,
    whenFor: ({ name, slot, sameDay }) =>
      sameDay
        ? `For ${name} it is ${slot.from} to ${slot.to} (${slot.zone}).`
        : `For ${name} it is ${slot.day}, ${slot.from} to ${slot.to} (${slot.zone}).`,
    minutes: (minutes) => `${minutes} minutes, over a favourite drink`,
    firstTime: 'You have not been paired before.',
    lastMet: (rounds) =>
      rounds === 1 ? 'You last met in the previous round.' : `You last met ${rounds} rounds ago.`,
    startersTitle: 'No agenda is owed. If you would like somewhere to start:',
    starters: {
      think: { label: 'Think', text: 'What have you been turning over in your mind lately?' },
      do: { label: 'Do', text: 'What are you working on, and what would you like to try?' },
      share: { label: 'Share', text: 'What did you learn recently that somebody else might enjoy?' },
    },
    cannot:
      "Can't make it? Decline the invitation in Outlook with a kind word, so that nobody waits for you.",
    noLink: 'This invitation came without a Teams link. Call each other in Teams at that time.',
  },

  unplaced: {
    title: (scheme) => `No ${scheme} meeting for you this time`,
    reasons: {
      'away-all-week':
        'Your calendar has no free time inside your working hours in the whole meeting week, so I left you in peace.',
      'no-common-slot':
        'No time was free both for you and for anybody you could meet. If you can, keep half an hour free in the meeting week next time, and check the working hours in your Outlook settings.',
      excluded: 'Everybody who was still free is somebody you are not to be paired with.',
      'better-used-elsewhere':
        "The numbers did not work out: the people free when you are were each other's only chance to meet. Sorry; next time chance is on your side again.",
      'calendar-unreadable':
        'I could not read your calendar, so I could not find a time. Ask your IT desk whether your mailbox is in order.',
      alone: 'You were the only one taking part this time. Tell a colleague about it: two are enough.',
      'not-booked':
        'You were paired, but no time could be booked before all that suited had passed. Sorry; the next round makes up for it.',
      unreachable:
        'I could not reach you: the app had been removed or blocked. Now that you read this, you are in the next round.',
      'partner-left':
        'Whoever you were to meet cannot take part this time after all, and nobody else was free in time. Sorry; the next round makes up for it.',
      'not-in-directory':
        'I could not find your account in the directory any more. Ask your IT desk whether it is enabled.',
    },
    next: (week) =>
      `You need not do anything: you are in the next round, in the week of ${week}. If you would rather take a break, pause.`,
  },

  invitation: {
    greeting: (names) => `Hello ${names},`,
    opening: (scheme, minutes) =>
      `${scheme} has brought you together at random: ${minutes} minutes to get to know each other, over a favourite drink.`,
    question: (question) => `Or begin with one question: ${question}`,
    questions: [
      'What are you drinking, and is there a story to it?',
      'What made you smile at work lately?',
      'Which small thing makes your day better?',
      'What would you do with a free afternoon?',
      'What did you want to be when you were ten?',
      'What do people usually get wrong about your job?',
      'What have you changed your mind about?',
      'Whom should everybody here get to know, and why?',
    ],
    move: 'Another time suits you better? Decline with a proposed time in Outlook, or write "another time" to the UnMentoring bot in Teams. Nobody minds.',
    stop: 'You would rather not take part any more? Write "leave" to the bot.',
  },
  cancellation: {
    asked: (scheme) =>
      `This time did not suit everybody, so it is free again in your calendars. ${scheme} has asked you in the Teams chat which other time you would like.`,
    cancelled: (scheme) =>
      `This conversation cannot take place after all, and that can happen. ${scheme} tells you in the Teams chat how it goes on.`,
    cancelledBy: (scheme, name) =>
      `${name} cannot take part this time after all, and that can happen. ${scheme} tells you in the Teams chat how it goes on.`,
    withdrawn: (scheme) =>
      `This time does not stand any more. ${scheme} tells you in the Teams chat how it goes on.`,
  },
};
