/** What is said on every screen of the desk, and in the list of rounds. */
export const frame = {
  places: { label: 'Desk', today: 'Today', rounds: 'Rounds', settings: 'Settings' },
  /** By the reason that the product gives: why what she asked for was not done. */
  refused: {
    stale: 'It was not done: the meeting has changed since. This page now shows how it is. Look again.',
    'not-there': 'It was not done: this meeting is not on any more. This page now shows how things are.',
    passed: 'It was not done: it is too late for that. This page now shows how things are.',
    'no-common-slot': 'It was not done: they have no time in common.',
    taken: 'It was not done: that time is not free any more. Choose another one.',
    released: 'It was not done: the round has been released already.',
    'just-reminded': 'They were reminded within the last hour. Nobody is reminded more often.',
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
      meeting: 'Meeting week',
      closed: 'Closed',
    },
    back: 'All rounds',
  },
} as const;
