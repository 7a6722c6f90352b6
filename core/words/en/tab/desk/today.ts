/** What a coordinator reads first: what needs a hand, and how the round stands. */
export const today = {
  title: 'Today',
  of: 'Today in {scheme}',
  shown:
    '{n, plural, =0 {Nothing needs a hand.} one {One thing needs a hand.} other {# things need a hand.}}',
  handsTitle: 'What needs a hand',
  nothing: {
    title: 'Nothing needs a hand',
    text: 'Everybody was reached, and every meeting that was to be booked is booked.',
    quiet: 'No round is on. Until the next one there is nothing to do.',
  },
  hands: {
    'not-released': {
      title: 'The round of {monday} waits for you',
      text: 'Nobody knows yet whom they meet. It goes out when you release it, at the latest when its week begins.',
    },
    'not-reached': {
      title: '{n, plural, one {One person was not reached} other {# people were not reached}}',
      text: 'Teams did not take our latest message to them. They may have removed or blocked the app: a word from you helps.',
    },
    'refused-by-outlook': {
      title: '{n, plural, one {Outlook refuses one invitation} other {Outlook refuses # invitations}}',
      text: 'It was tried several times. Often somebody’s mailbox has moved or is full. Try again, or write to them.',
    },
    'calendar-unreadable': {
      title: '{n, plural, one {One calendar cannot be read} other {# calendars cannot be read}}',
      text: 'Without it no time can be found for them. The people who look after Microsoft 365 can open it.',
    },
    'nobody-to-meet': {
      title: '{n, plural, one {One person has nobody to meet} other {# people have nobody to meet}}',
      text: 'They take part in the round of {monday}. Two or three of them can be paired by hand.',
    },
    'mailbox-gone': {
      title: 'A mailbox that sends invitations does not work any more',
      text: 'Its meetings cannot be booked or moved. Ask the people who look after Microsoft 365 to bring it back.',
    },
    poison: {
      title: '{n, plural, one {One task was given up} other {# tasks were given up}}',
      text: 'They failed several times in a row. Nothing is lost: they can be tried again.',
    },
    overdue: {
      title: 'The round of {monday} is late',
      text: 'It goes on by itself as soon as it can. If this stays for an hour, tell the people who run UnMentoring.',
    },
  },
  /** What is late, by the name of the step. */
  steps: {
    call: 'People are still to be asked.',
    draft: 'The preview is still to be made.',
    pair: 'People are still to be paired.',
    'carry-out': 'Invitations and messages are still to go out.',
    'look-after': 'Answers are still to be read.',
    'look-ahead': 'Answers for the next meetings are still to be read.',
    'look-at-changes': 'Somebody’s change is still to be worked in.',
    close: 'The round is still to be closed.',
  },
  mailbox: 'Mailbox: {mail}',
  detail: 'Microsoft 365 says {code}.',
  andMore: '{n, plural, one {and one more person} other {and # more people}}',
  tellAgain: 'Tell them again',
  tellAgainName: 'Tell them again: {names}',
  tellAgainSaid: '{names} will be told again.',
  retry: 'Try them again',
  preview: 'Look at it and release it',
  pairByHand: 'Pair by hand',
  openRound: 'Open the round',

  /** What the furthest step of the round says. */
  findings: {
    enrolled: 'Nobody is in round {round, number} yet.',
    in: '{n, number} of {of, number} people are in round {round, number}.',
    paired: '{n, number} of {of, number} people in round {round, number} are paired.',
    invited: '{n, number} of {of, number} people who are paired in round {round, number} are invited.',
    accepted: '{n, number} of {of, number} people who are invited in round {round, number} have accepted.',
    met: '{n, number} of {of, number} people who are paired in round {round, number} have met.',
  },
  line: {
    enrolled: 'Signed up',
    in: 'In this round',
    paired: 'Paired',
    invited: 'Invited',
    accepted: 'Accepted',
    met: 'Met',
  },
  draftTitle: 'The round of {monday} is ready',
  draft:
    '{pairs, plural, =0 {No pairs} one {One pair} other {# pairs}}, {trios, plural, =0 {no trio} one {one trio} other {# trios}}, {without, plural, =0 {nobody without a meeting} one {one person without a meeting} other {# people without a meeting}}. It goes out by itself on {when}.',
  draftOpen: 'Look at it',

  nextTitle: 'The next round',
  enrolled: '{n, plural, =0 {Nobody has} one {One person has} other {# people have}} signed up so far.',
  calledAt: 'People are asked or reminded',
  draftAt: 'You can look at it',
  pairingAt: 'It goes out',
  week: 'Meeting week',
  weekFrom: 'from {monday}',
  zone: 'All times are those of {city}.',
} as const;
