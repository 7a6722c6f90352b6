/** A scheme: made, and changed. */
export const scheme = {
  title: 'Settings',
  of: 'Settings of {scheme}',
  from: 'They hold for every meeting that is planned from now on. Meetings that are already booked or suggested stay as they are.',
  booking: 'How meetings come about',
  bookings: {
    automatic: 'Booked automatically, at a time that is free for everybody',
    suggestions: 'People choose one of the times that are suggested to them',
  },
  booksForSilent:
    'Where nobody chooses, book the best time that is left, at noon of the week’s second working day. Without this, such a meeting does not take place.',
  asking: 'Who takes part in a round',
  askings: {
    standing:
      'Everybody in the scheme. Those who have been silent for two rounds are reminded three working days before, and can skip it.',
    'each-time':
      'Only those who say yes. Everybody is asked three working days before each round; whoever does not answer sits that one out.',
  },
  length: 'Length of a meeting',
  minutes: '{n, number} minutes',
  coverage: 'Prefer to pair people whose departments have not met yet',
  lunch: 'Lunch',
  lunchText: 'In everybody’s own time zone. It is kept free where another time suits.',
  lunchStart: 'From',
  lunchEnd: 'To',
  timeMissing: 'Enter a time.',
  endsTooSoon: 'Choose a time after the start of lunch.',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved. The settings hold for whatever is planned from now on.',
  conflict:
    'Not saved: somebody else has changed these settings meanwhile. What stands now is shown. Change it again if you still want to.',
  notSaved: 'Not saved. {why}. What you chose is still here: try again.',
} as const;
