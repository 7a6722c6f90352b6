/** What *Now* says besides what the chat says too. */
export const now = {
  pairing: {
    state: {
      planned: 'Being booked',
      booked: 'Booked',
      suggested: 'Time to be chosen',
      failed: 'Not booked',
      cancelled: 'Called off',
    },
  },
  answer: { none: 'Not answered yet', accepted: 'Accepted', tentative: 'Maybe', declined: 'Declined' },
  now: {
    yourTime: '{time} your time ({city})',
    theirTime: 'For {name}: {time} ({city})',
    booking: 'I am still booking it: the invitation follows.',
    answered: {
      accepted: 'Has accepted the invitation',
      tentative: 'May come',
      declined: 'Has declined the invitation',
    },
    more: 'What else you can do',
    /** To a coordinator, while there is nothing to take part in. */
    setUp: {
      text: 'Nobody can join yet: UnMentoring waits for you to set it up. It takes a few minutes.',
      act: 'Set it up',
    },
    countdown: {
      days: 'In {days, plural, one {one day} other {# days}}',
      tomorrow: 'Tomorrow, in {hours, plural, one {one hour} other {# hours}}',
      hours: 'In {hours, number} h {minutes, number} min',
      minutes: 'In {minutes, plural, one {one minute} other {# minutes}}',
      begun: 'It has begun',
    },
    why: { two: 'Why you two', three: 'Why the three of you' },
    question: 'Somewhere to start',
    themed: '{theme}: {question}',
    anotherQuestion: 'Another question',
    comingTakenBack: 'Noted: you are not sure yet.',
    times: {
      looking: 'I am looking for times that are free for all of you …',
      keep: 'Keep the time as it is',
      chosenSaid: 'Your meeting will be on {when}. Everybody gets the invitation.',
      wishedSaid: 'You would like {when}. The others are asked whether it suits them too.',
      theirs: '{time} for {name}',
      wish: '{name} would like this time.',
      yourWish: 'You would like this time.',
    },
    skipSaid: "You are skipping this one. I'll let {names} know, with a kind word.",
    note: {
      title: 'Your private notes',
      before: 'Before you meet',
      beforeHint: 'What you would like to ask or to tell',
      after: 'Afterwards',
      afterHint: 'What you would like to remember',
      only: 'Nobody else can read this.',
      saved: 'Your note is saved.',
    },
    met: {
      yes: 'Noted: you met.',
      'not-yet': 'Noted: you have not met yet.',
      no: 'Noted: you did not meet.',
    },
    waiting: {
      title: 'Here you will see whom you meet next',
      text: 'Everyone in {scheme} is paired on {pairing}, for conversations in the week of {week}. You need not do anything until then.',
      late: "I am still looking for somebody for you in the week of {week}, and I'll tell you by that Monday whether I have found somebody.",
    },
    asked: {
      text: 'Everyone in {scheme} is paired on {pairing}, for conversations in the week of {week}. One press tells me whether you are in.',
      inSaid: 'You are in this time.',
      skipSaid: 'You are skipping this one.',
    },
    skipped: {
      title: 'You are skipping this one',
      text: 'You are not part of the conversations in the week of {week}. After that you are in again, and you need not do anything.',
      next: 'The next round is paired on {pairing}, for conversations in the week of {week}, and you are in it.',
    },
    paused: {
      title: 'You are on a break',
      until: 'Nobody is paired with you in {scheme} before {until}, your first day back.',
      open: 'Nobody is paired with you in {scheme} until you come back. The next round is paired on {pairing}.',
      backSaid: 'Welcome back. You are in again.',
    },
    left: {
      title: 'You have left {scheme}',
      text: 'I remember whom you met, and you are welcome back whenever you like. The next round is paired on {pairing}.',
    },
    unplaced: {
      withdrew: 'You left or took a break after this round was paired, so your meeting was cancelled.',
      neverAdded:
        'I could not write to you, because the app was never added in Teams. Once it is added, you are in the next round.',
      helps: {
        'away-all-week': 'What helps: keep one half hour free in the meeting week.',
      },
    },
    calledOff: {
      text: 'The next round is paired on {pairing}, for conversations in the week of {week}.',
    },
    join: {
      title: 'Meet a colleague you would not meet otherwise',
      next: 'The next round is paired on {pairing}, for conversations in the week of {week}.',
      said: 'You are signed up. Everyone is paired on {pairing}.',
      back: 'Back',
    },
    app: {
      missing: {
        title: 'Add the app, so that I can write to you',
        text: 'I tell you in a chat whom you meet. In Teams, open Apps, find UnMentoring and choose Add.',
      },
      blocked: {
        title: 'My messages do not reach you',
        text: 'You have blocked or removed the app in Teams, so you are not paired. To come back, open Apps in Teams, find UnMentoring and add or unblock it.',
      },
      open: 'Open it in Teams',
    },
  },
} as const;
