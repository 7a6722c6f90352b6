/** What needs a hand, and how the round stands. */
export const today = {
  title: 'Today',
} as const;
