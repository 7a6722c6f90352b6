/** A scheme: made, and changed. */
export const scheme = {
  title: 'Settings',
  of: 'Settings of {scheme}',
  from: 'What you change here holds for every round that is paired from now on. Meetings that are already booked or suggested stay as they are.',
  first: {
    title: 'Set up UnMentoring',
    text: 'Nothing is running yet. Everything below is filled in with what works for most; each setting says what it leads to, and you can change it later. As soon as it is set up, your colleagues can join. Nobody is paired before the first pairing day.',
    make: 'Set it up',
    making: 'Setting it up …',
    made: '{scheme} is set up. Your colleagues can join now.',
  },
  parts: {
    what: 'What it is',
    when: 'When',
    meetings: 'The meetings',
    who: 'Who takes part, and with whom',
    after: 'Who looks after it',
  },
  name: 'Name',
  nameText: 'Stands in every message and invitation.',
  nameMissing: 'Give it a name.',
  purpose: 'What it is for, in a sentence',
  purposeText: 'Everybody reads it before they join. Leave it empty to say nothing.',
  ownRule: 'A ground rule of your own',
  ownRuleText:
    'Whoever joins ticks it, beside the three ground rules that always hold. Leave it empty for none.',
  zone: 'Time zone',
  zoneText: 'Meeting weeks and pairing days go by this clock. Each meeting goes by the clocks of its people.',
  zoneUnknown: 'Choose a time zone from the list.',
  zoneMore:
    '{n, plural, one {One more fits. Type on to narrow the list.} other {# more fit. Type on to narrow the list.}}',
  zoneNone: 'No time zone is called that. Try a big city of your country.',
  cadence: 'How often',
  cadences: {
    monthly: 'Once a month, always in the same week of it',
    weeks: 'Every few weeks, whatever the month',
  },
  monthWeek: 'Monday of the month on which the meeting week begins',
  monthWeeks: ['First Monday', 'Second Monday', 'Third Monday', 'Fourth Monday'],
  every: 'How many weeks apart',
  everyWeeks: 'Every {n, number} weeks',
  since: 'A meeting week to count from',
  weekOf: 'Week of {monday}',
  pairingDay: 'Pairing day',
  daysBefore: '{day}, {n, plural, one {the day before} other {# days before}}',
  pairingDayText:
    'On this day people hear whom they meet and when. The earlier it is, the more of their week is still free.',
  pairingTooEarly: 'Choose a later day: the meeting week of the round before is not over by then.',
  pairingAt: 'At',
  dates: {
    title: 'The next three rounds',
    week: 'Meetings in the week of {monday}',
    called: {
      standing: 'Those who have been silent for two rounds are reminded on {called}.',
      'each-time': 'Everybody is asked on {called}.',
    },
    /** Times are on the scheme's clock. */
    paired: {
      none: 'People are paired, and hear of it, on {paired}.',
      timed: 'You see the pairs on {draft}. They go out on {paired}.',
      waits: 'You see the pairs on {draft}. They go out when you release them.',
    },
    incomplete: 'They appear here as soon as the fields above are complete.',
    failed: 'The dates cannot be shown just now. You can save all the same.',
  },
  length: 'Length of a meeting',
  lengthText: 'Who would like longer can say so, and gets it when both want it.',
  minutes: '{n, number} minutes',
  booking: 'How meetings come about',
  bookings: {
    automatic: 'Booked automatically, at a time that is free for everybody',
    suggestions: 'People choose one of the times that are suggested to them',
  },
  booksForSilent:
    'Where nobody chooses, book the best time that is left, at noon of the week’s second working day. Without this, such a meeting does not take place.',
  work: 'Working hours, where a mailbox has none',
  workText:
    'Most mailboxes know when somebody works. For one that does not, meetings are looked for on these days and hours.',
  workStart: 'Work from',
  workEnd: 'Work to',
  dayMissing: 'Choose at least one day.',
  lunch: 'Lunch',
  lunchText: 'On everybody’s own clock. It is kept free where another time suits.',
  lunchStart: 'Lunch from',
  lunchEnd: 'Lunch to',
  timeMissing: 'Enter a time.',
  endsTooSoon: 'Choose a time after the start.',
  asking: 'Who takes part in a round',
  askings: {
    standing:
      'Everybody in the scheme. Those who have been silent for two rounds are reminded three working days before, and can skip it.',
    'each-time':
      'Only those who say yes. Everybody is asked three working days before each round; whoever does not answer sits that one out.',
  },
  preview: 'Do you see the pairs first?',
  previews: {
    none: 'No. They go out at the pairing time, and nobody has to do anything.',
    timed:
      'Yes, from 16:00 on the working day before. You can change them; they go out at the pairing time by themselves.',
    waits:
      'Yes, and they wait for you. They go out when you release them; if nobody does, when the meeting week begins.',
  },
  coverage: 'Prefer pairs whose departments have not met yet',
  coverageText: 'Only where nothing more important is against it: nobody meets somebody again for it.',
  coordinators: {
    text: 'They see this desk, get its messages, and can change all of this. They need no role for it.',
    you: 'You look after it in any case.',
    list: 'They look after it',
    none: 'Nobody is named. Those with the role of coordinator look after it.',
    add: 'Add',
    remove: 'Remove',
    removeName: 'Remove {name}',
    added: '{name} is on the list. It counts once you save.',
    removed: '{name} is off the list. It counts once you save.',
    nobody: 'Somebody has to look after it. Add at least one person.',
  },
  elsewhere: {
    setting: '“{setting}”',
    title: 'Somebody else has changed these settings meanwhile',
    text: '{settings}: as they chose it.',
    both: 'You both changed {settings}. Here is what you chose; if you save, it replaces theirs.',
    again: 'What you chose yourself is still here. Save again to store it.',
  },
  save: 'Save',
  saving: 'Saving …',
  saved: 'The settings are saved.',
  nothing: 'There is nothing to save: all of this is stored.',
  /** By the reason that the product gives. */
  refused: {
    dates:
      'Not saved: with these dates a round would be paired in the past, or before the meeting week of the one before is over. Choose other weeks, or another pairing day.',
    'not-in-directory':
      'Not saved: somebody on the list is no longer in the staff directory. Remove them, and save again.',
    nobody: 'Not saved: somebody has to look after it. Add at least one person.',
    exists: 'Somebody else has set it up meanwhile. Load this page again to see how.',
  },
  notSaved: 'Not saved. {why}. What you chose is still here: try again.',
} as const;
