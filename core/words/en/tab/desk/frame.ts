/** What is said on every screen of the desk, and in the list of rounds. */
export const frame = {
  places: { label: 'Desk', today: 'Today', rounds: 'Rounds', settings: 'Settings' },
  /** By the reason that the product gives: why what she asked for was not done. */
  refused: {
    unknown: 'It was not done: this meeting is not there any more. This page now shows how things are.',
    closed: 'It was not done: the round is over, or is not paired yet.',
    changed:
      'It was not done: something has changed since you looked. This page now shows how it is. Look again.',
    passed: 'It was not done: it is too late for that. This page now shows how things are.',
    taken: 'It was not done: that time is not free any more. Choose another one.',
    'must-choose':
      'It was not done: the calendar of one of them cannot be read, so they choose the time themselves.',
    'too-soon': 'They were reminded within the last hour. Nobody is reminded more often.',
    'all-answered': 'Nobody was reminded: there is no answer to wait for.',
    'not-in': 'It was not done: one of them takes no part in this round, or cannot be reached.',
    'has-meeting': 'It was not done: one of them has a meeting already.',
    'no-common-slot': 'It was not done: they have no time in common.',
    'all-told': 'Nothing was sent: they have missed no message.',
    released: 'It was not done: the round has been released already.',
    'no-draft': 'It was not done: nothing waits to be released.',
  },
  rounds: {
    title: 'Rounds',
    shown: '{count, plural, one {One round is listed.} other {# rounds are listed.}}',
    became:
      '{paired, number} paired, {met, number} met, {notMet, number} did not, {notKnown, number} not known',
    empty: { title: 'No round yet', text: 'The first one is paired on {pairingAt}.' },
    stage: {
      calling: 'Coming up',
      pairing: 'Pairing',
      booking: 'Booking',
      meeting: 'Under way',
      closed: 'Closed',
    },
    back: 'All rounds',
  },
} as const;
