export const meeting = {
  pairing: {
    title: 'You are meeting {names}',
    unbooked: "I am still booking the time. You'll hear from me as soon as it is fixed.",
    when: '{day}, {from} to {to} ({zone})',
    whenFor: 'For {name} it is {from} to {to} ({zone}).',
    /** Where the partner's day is another than the reader's. */
    whenForOnDay: 'For {name} it is {day}, {from} to {to} ({zone}).',
    minutes: '{minutes, number} minutes, over a favourite drink',
    firstTime: 'You have not been paired before.',
    /** Why there are three. */
    trio: 'There are three of you, so that nobody is left over.',
    newLink: 'Nobody of {one} and {other} has met yet.',
    lastMet: '{rounds, plural, one {You last met in the previous round.} other {You last met # rounds ago.}}',
    question: 'Somewhere to start, if you like. {theme}: {question}',
    cannotAfterWeek:
      "Can't make it? Decline the invitation in Outlook: I will call the meeting off, and nobody waits for you. I have no other times after the meeting week.",
    noLink: 'This invitation came without a Teams link. Call each other in Teams at that time.',
    you: 'You',
    answer: { none: 'Not answered yet', accepted: 'Accepted', tentative: 'Maybe', declined: 'Declined' },
    failed: 'No meeting could be booked before every time that suited had passed.',
    cancelled:
      "This meeting cannot take place after all. If I find somebody else for you, you'll hear from me.",
  },
  news: {
    moved: {
      you: 'No problem. I have moved your meeting with {partners}.',
      other: "{name} can't make that time after all, so I have moved your meeting.",
      nobody: 'That time did not work out after all, so I have moved your meeting.',
    },
    'moved-by-hand': {
      other: '{name} has changed the time of your meeting.',
      nobody: 'Somebody who looks after these meetings has changed the time of yours.',
    },
    proposed: {
      you: 'The time that you proposed suits {partners} as well, so it is booked.',
      other: '{name} proposed a time that is free in your calendar too, so I have moved your meeting.',
      nobody: 'A time was proposed that suits everybody, so I have moved your meeting.',
    },
    chosen: {
      other: '{name} has chosen a time that is free in your calendar too.',
      nobody: 'The time is chosen.',
    },
    'booked-instead': {
      other: '{name} did not pick a time, so I have booked one for you.',
      nobody: 'Nobody had picked a time yet, so I have booked one that is free for all of you.',
    },
    asked: {
      you: 'No problem. I have cancelled that time with {partners}; perhaps another one suits you better.',
      other: "{name} can't make that time after all, so it is free again in your calendar.",
      nobody: 'The time that I had found did not work out after all.',
    },
    'member-left': {
      other: "{name} won't be there this time after all, so there are two of you now. You meet as booked.",
      nobody:
        "One of you won't be there this time after all, so there are two of you now. You meet as booked.",
    },
    'member-joined': {
      you: 'I have found company for you: you join {partners}.',
      other: '{name} joins you, so there are three of you now.',
      nobody: 'Somebody joins you, so there are three of you now.',
    },
    rematched: {
      other: "{name} can't take part this time after all, so I have found somebody else for you to meet.",
      nobody: 'Good news: I have found somebody new for you to meet in this round.',
    },
    'moved-by-coordinator': {
      you: 'You have moved this meeting with {partners}.',
      other: '{name}, who looks after these meetings, has moved yours.',
      nobody: 'Somebody who looks after these meetings has moved yours.',
    },
    'paired-by-coordinator': {
      you: 'You have paired yourself with {partners}.',
      other: '{name}, who looks after these meetings, has found somebody for you to meet in this round.',
      nobody: 'Somebody who looks after these meetings has found somebody for you to meet in this round.',
    },
  },
  insteadOf: "{name} can't take part this time after all. {said}",
  passedOver: 'Sorry, the time that you proposed did not suit everybody.',
  kept: 'Your meeting stays as it is.',
  choose: {
    title: 'When would you like to meet {names}?',
    suggested: 'You are paired for this round, and these times are free for all of you.',
    suggestedToAll:
      'You are paired for this round, and these times are free in the calendars that I can read.',
    memberLeft: {
      other: "{name} can't take part this time after all, so there are two of you now.",
      nobody: "One of you can't take part this time after all, so there are two of you now.",
    },
    howAll:
      'Pick a time. I cannot read every calendar, so it is booked once everybody has picked the same one.',
    wish: '{name} would like {when}: pick it too, or another one.',
    yourWish: 'You would like {when}.',
    agreed: {
      other: '{name} has picked the same time as you, so it is settled.',
      nobody: 'Everybody has picked the same time, so it is settled.',
    },
    how: 'Pick a time. Whoever picks first decides, and everybody gets the invitation.',
    keep: 'Your meeting stays on {when}, unless one of you picks another time. To keep it, do nothing.',
    keepAll:
      'Your meeting stays on {when}, unless everybody picks the same other time. To keep it, do nothing.',
    none: 'No time in the meeting week suits everybody any more. If you would like to meet all the same, write to {names} and agree a time between you; the next round brings somebody new.',
    notNow: 'There is no time to choose at the moment. This is how it stands now.',
    chosen: 'That is settled. The invitation is on its way to everybody.',
    wished: "I'll pass your wish on. The time is booked once everybody has picked it.",
    offeredToAll: 'No problem. These times are free at the moment in the calendars that I can read.',
    offered: 'No problem. These times are free for all of you at the moment.',
    refused: {
      'no-pairing': 'You have no meeting at the moment, so there is no time to choose.',
      'not-taking-part':
        'You are not taking part at that time, so I have changed nothing. If you would like to come back, say "join".',
      changed: 'Something has changed since I showed you that. This is how it stands now.',
      taken: 'Sorry, that time is not free any more. This is how it stands now.',
      begun:
        "This meeting has begun or is over, so it cannot be moved any more. If you do not meet, tell me afterwards, and I'll look for another time.",
      'no-slot':
        'I have looked again: no other time in the meeting week suits everybody. This is how it stands now.',
    },
  },
  calledOff: {
    title: 'Your meeting with {names} is off',
    why: "It cannot take place this time after all; that can happen, and it is nobody's fault.",
    looking:
      "I am looking for somebody else for you in this round. You'll hear from me as soon as there is somebody.",
    by: {
      other: '{name}, who looks after these meetings, has called it off.',
      nobody: 'Somebody who looks after these meetings has called it off.',
    },
    word: 'They add: {word}',
    ended:
      'You need not do anything, and I am not looking for anybody else. The next round brings somebody new.',
  },
  unplaced: {
    title: 'No {scheme} meeting for you this time',
    reasons: {
      'away-all-week':
        'Your calendar has no free time inside your working hours in the whole meeting week, so I left you in peace.',
      'no-common-slot':
        'No time was free both for you and for anybody you could meet. If you can, keep half an hour free in the meeting week next time, and check the working hours in your Outlook settings.',
      'better-used-elsewhere':
        "The numbers did not work out: the people free when you are were each other's only chance to meet. Sorry; the next round is drawn afresh.",
      'calendar-unreadable':
        'I could not read your calendar, and found nobody who was free in your usual working hours. Ask your IT desk whether your mailbox is in order.',
      'left-out': 'The people who look after this round planned it without you. You are in again next time.',
      'called-off':
        'Somebody who looks after these meetings has called yours off. The next round brings somebody new.',
      'record-unreadable':
        'What I keep about you could not be read, so I could not look for anybody. That is not your doing; your coordinator sees it too.',
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
    next: 'You need not do anything: you are in the next round, in the week of {week}. If you would rather take a break, pause.',
  },
} as const;
