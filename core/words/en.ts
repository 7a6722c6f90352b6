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
    minutes: 'Shortest meeting that is worth it to you',
    schemeMinutes: (minutes) => `${minutes} minutes, as usual`,
    atLeast: (minutes) => `${minutes} minutes`,
    kept: {
      morning: (minutes) =>
        `Noted: mornings wherever I can, and ${minutes} minutes or more. It holds from the next pairing on.`,
      afternoon: (minutes) =>
        `Noted: afternoons wherever I can, and ${minutes} minutes or more. It holds from the next pairing on.`,
      either: (minutes) =>
        `Noted: any time of the day, and ${minutes} minutes or more. It holds from the next pairing on.`,
    },
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
      "Can't make it? Ask me for another time, or decline the invitation in Outlook: I then move the meeting, and nobody waits for you.",
    noLink: 'This invitation came without a Teams link. Call each other in Teams at that time.',
    answers: 'Answers',
    you: 'You',
    answer: { none: 'Not answered yet', accepted: 'Accepted', tentative: 'Maybe', declined: 'Declined' },
    failed: 'No meeting could be booked before every time that suited had passed.',
    cancelled: 'This meeting cannot take place after all. If I find somebody else for you, you hear from me.',
  },

  news: {
    moved: {
      you: (partners) => `No problem. I have moved your meeting with ${partners}.`,
      other: (name) => `${name} can't make that time after all, so I have moved your meeting.`,
      nobody: 'That time did not work out after all, so I have moved your meeting.',
    },
    'moved-by-hand': {
      other: (name) => `${name} has changed the time of your meeting.`,
      nobody: 'Somebody who looks after these meetings has changed the time of yours.',
    },
    proposed: {
      you: (partners) => `The time that you proposed suits ${partners} as well, so it is booked.`,
      other: (name) =>
        `${name} proposed a time that is free in your calendar too, so I have moved your meeting.`,
      nobody: 'A time was proposed that suits everybody, so I have moved your meeting.',
    },
    chosen: {
      other: (name) => `${name} has chosen a time that is free in your calendar too.`,
      nobody: 'The time is chosen.',
    },
    asked: {
      you: (partners) =>
        `No problem. The time with ${partners} is free again; another one may suit you better.`,
      other: (name) => `${name} can't make that time after all, so it is free again in your calendar.`,
      nobody: 'The time that I had found did not work out after all.',
    },
    'member-left': {
      other: (name) =>
        `${name} won't be there this time after all, so there are two of you now. You meet as booked.`,
      nobody:
        "One of you won't be there this time after all, so there are two of you now. You meet as booked.",
    },
    'member-joined': {
      you: (partners) => `I have found company for you: you join ${partners}.`,
      other: (name) => `${name} joins you, so there are three of you now.`,
      nobody: 'Somebody joins you, so there are three of you now.',
    },
    rematched: {
      other: (name) =>
        `${name} can't take part this time after all, so I have found somebody else for you to meet.`,
      nobody: 'Good news: I have found somebody new for you to meet in this round.',
    },
  },

  insteadOf: (name, said) => `${name} can't take part this time after all. ${said}`,

  passedOver: 'Sorry, the time that you proposed did not suit everybody.',
  kept: 'Your meeting stays as it is.',

  choose: {
    title: (names) => `When would you like to meet ${names}?`,
    suggested: 'You are paired for this round, and these times are free in all your calendars.',
    memberLeft: {
      other: (name) => `${name} can't take part this time after all, so there are two of you now.`,
      nobody: "One of you can't take part this time after all, so there are two of you now.",
    },
    how: 'Pick a time. Whoever picks first decides, and everybody gets the invitation.',
    keep: (when) =>
      `Your meeting stands unless one of you picks another time: ${when}. To keep it, do nothing.`,
    none: (names) =>
      `No time in the meeting week suits everybody any more. If you would like to meet all the same, write to ${names} and agree a time between you; the next round brings somebody new.`,
    notNow: 'There is no time to choose at the moment. This is what holds now.',
    chosen: 'That is settled. The invitation is on its way to everybody.',
    offered: 'No problem. These times are free in all your calendars at this moment.',
    refused: {
      'no-pairing': 'You have no meeting at the moment, so there is no time to choose.',
      changed: 'Something has changed since I showed you that. This is what holds now.',
      taken: 'Sorry, that time is not free any more. This is what holds now.',
      begun:
        'This meeting has begun or is over, so it cannot be moved any more. If you did not meet, agree another time between you; the next round brings somebody new.',
      'no-slot':
        'I have looked again: no other time in the meeting week suits everybody. This is what holds now.',
    },
  },

  calledOff: {
    title: (names) => `Your meeting with ${names} is off`,
    why: "It cannot take place this time after all; that can happen, and it is nobody's fault.",
    looking:
      'I am looking for somebody else for you in this round. You hear from me as soon as there is somebody.',
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
      'joined-late':
        'You joined or came back after the pairing, and I found nobody who had time for you in this round.',
      'partner-left':
        'The colleague you were to meet could not take part after all, and I found nobody else who was free in time. Sorry; the next round makes up for it.',
      'not-in-directory':
        'I could not find your account in the directory any more. Ask your IT desk whether it is enabled.',
    },
    next: (week) =>
      `You need not do anything: you are in the next round, in the week of ${week}. If you would rather take a break, pause.`,
  },

  invitation: {
    greeting: 'Hello,',
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
    move: 'Does another time suit you better? Decline with a proposed time in Outlook, or write "another time" to the UnMentoring bot in Teams. Nobody minds.',
    stop: 'Would you rather not take part any more? Write "leave" to the bot.',
  },
  cancellation: {
    asked: (scheme) =>
      `This time did not suit everybody, so it is free again in your calendars. ${scheme} tells you in the Teams chat which other times there are.`,
    cancelled: (scheme) =>
      `This conversation cannot take place after all, and that can happen. ${scheme} tells you in the Teams chat how it goes on.`,
    cancelledBy: (scheme, name) =>
      `${name} cannot take part this time after all, and that can happen. ${scheme} tells you in the Teams chat how it goes on.`,
    withdrawn: (scheme) =>
      `This time does not stand any more. ${scheme} tells you in the Teams chat how it goes on.`,
  },
};
