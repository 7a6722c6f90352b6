/** What the history says. */
export const history = {
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
} as const;
