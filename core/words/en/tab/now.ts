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
} as const;
