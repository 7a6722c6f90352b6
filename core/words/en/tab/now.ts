/** What *Now* says. */
export const now = {
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
    booking: 'I am still booking it: the invitation follows.',
    answered: {
      accepted: 'Has accepted the invitation',
      tentative: 'May come',
      declined: 'Has declined the invitation',
    },
    more: 'What else you can do',
    countdown: {
      days: 'In {days, plural, one {one day} other {# days}}',
      tomorrow: 'Tomorrow, in {hours, plural, one {one hour} other {# hours}}',
      hours: 'In {hours, number} h {minutes, number} min',
      minutes: 'In {minutes, plural, one {one minute} other {# minutes}}',
      begun: 'It has begun',
    },
    why: '{people, plural, =2 {Why you two} other {Why the three of you}}',
    question: 'Somewhere to start',
    themed: '{theme}: {question}',
    anotherQuestion: 'Another question',
    comingTakenBack: 'Noted: you are not sure yet.',
    times: {
      looking: 'I am looking in all your calendars …',
      keep: 'Keep the time as it is',
      chosenSaid: 'It is to be on {when}. Everybody gets the invitation.',
      wishedSaid: 'You would like {when}. The others are asked whether it suits them too.',
      theirs: '{time} for {name}',
      wish: '{name} would like this time.',
      yourWish: 'You would like this time.',
    },
    skipSaid: 'You leave it for this time. I tell {names}, kindly.',
    note: {
      title: 'Your private notes',
      before: 'Before you meet',
      beforeHint: 'What you would like to ask or to tell',
      after: 'Afterwards',
      afterHint: 'What you would like to remember',
      only: 'Nobody else can read this.',
      saved: 'Your note is kept.',
    },
    met: {
      yes: 'Noted: you met.',
      'not-yet': 'Noted: you have not met yet.',
      no: 'Noted: you did not meet.',
    },
    waiting: {
      title: 'Here you will see whom you meet next',
      text: 'Everyone in {scheme} is paired on {pairing}, for conversations in the week of {week}. You need not do anything until then.',
      late: 'I am still looking for somebody for you in the week of {week}, and tell you by that Monday whether I found somebody.',
    },
    asked: {
      text: 'Everyone in {scheme} is paired on {pairing}, for conversations in the week of {week}. One press tells me whether you are in.',
      inSaid: 'You are in this month.',
      skipSaid: 'You miss this one.',
    },
    skipped: {
      title: 'You are skipping this one',
      text: 'You miss the conversations in the week of {week}. After that you are in again, and you need not do anything.',
      next: 'The next round is paired on {pairing}, for conversations in the week of {week}, and you are in it.',
    },
    paused: {
      title: 'You are taking a break',
      text: 'You are paused in {scheme}. To come back, write “join” in the chat with the bot.',
      untilText:
        'You are paused in {scheme} until {until}. To come back sooner, write “join” in the chat with the bot.',
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
    noScheme: {
      title: 'Nothing is running yet',
      text: 'Once your coordinator has set up a scheme, you can join it here. It is not known yet when that will be.',
      action: 'Look again',
    },
    join: {
      title: 'Meet a colleague you would not meet otherwise',
      next: 'The next round is paired on {pairing}, for conversations in the week of {week}.',
      said: 'You are signed up. Everyone is paired on {pairing}.',
      back: 'Back',
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
} as const;
