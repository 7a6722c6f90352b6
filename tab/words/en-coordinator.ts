import type { CoordinatorWords } from './words.ts';

const meetings = new Intl.PluralRules('en');
const one = (n: number): boolean => meetings.select(n) === 'one';

export const coordinator: CoordinatorWords = {
  rounds: {
    title: 'Rounds',
    shown: (count) => (one(count) ? 'One round is listed.' : `${count} rounds are listed.`),
    empty: (pairingAt) => ({ title: 'No round yet', text: `The first one is paired on ${pairingAt}.` }),
    stage: { pairing: 'Pairing', booking: 'Booking', meeting: 'Meeting week', closed: 'Closed' },
    back: 'All rounds',
  },
  settings: {
    title: 'Settings',
    of: (scheme) => `Settings of ${scheme}`,
    from: 'They hold for every meeting that is planned from now on. Meetings that are already booked or suggested stay as they are.',
    booking: 'How meetings come about',
    bookings: {
      automatic: 'Booked automatically, at a time that is free for everybody',
      suggestions: 'People choose one of the times that are suggested to them',
    },
    length: 'Length of a meeting',
    minutes: (n) => `${n} minutes`,
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
    notSaved: (why) => `Not saved. ${why}. What you chose is still here: try again.`,
  },
  round: {
    title: (n) => `Round ${n}`,
    weekOf: (monday) => `Meeting week of ${monday}`,
    counts: {
      participants: 'Participants',
      pairings: 'Pairings',
      trios: 'Groups of three',
      booked: 'Booked',
      waiting: 'Being booked',
      unplaced: 'Without a meeting',
      told: 'Told',
    },
    unreadableEvents: (n) =>
      `${one(n) ? 'One invitation' : `${n} invitations`} could not be read, or not whole. The log names each event.`,
    plan: 'How good the plan is',
    notPlanned: 'The plan is not made yet.',
    optimal: 'No better plan exists: this one is proved best.',
    notProved: 'This plan keeps every rule, but a better one may exist.',
    cost: (unplaced, trios, repeats) =>
      [
        unplaced === 0 ? 'Everyone has a meeting' : `${unplaced} without a meeting`,
        trios === 0 ? 'no group of three' : one(trios) ? 'one group of three' : `${trios} groups of three`,
        repeats === 0
          ? 'nobody meets somebody again'
          : one(repeats)
            ? 'one pairing meets again'
            : `${repeats} pairings meet again`,
      ].join(', ') + '.',
    closeness: (n) =>
      n === 0
        ? 'Every pairing crosses teams, departments and offices.'
        : `Closeness ${n}: the lower, the more pairings cross teams, departments and offices.`,
    pairings: 'Pairings',
    noPairings: 'Nobody is paired yet.',
    members: 'Who',
    when: (city) => `When (${city})`,
    state: 'Meeting',
    noTime: 'No time yet',
    moved: (times) => (one(times) ? 'Moved once' : `Moved ${times} times`),
    noLink: 'No Teams link',
    repeat: (rounds) => (one(rounds) ? 'Also met last round' : `Last met ${rounds} rounds ago`),
    receipt: 'Receipt',
    receiptText: 'Everyone who took part in this round, what became of it, and whether they know.',
    search: 'Find a person',
    show: 'Show',
    filters: {
      all: 'Everyone',
      paired: 'With a meeting',
      unplaced: 'Without a meeting',
      'not-told': 'Not told',
    },
    found: (shown, all) => `${shown} of ${all} people`,
    nobody: 'Nobody fits. Change the search or the filter.',
    more: (n) => `Show ${n} more`,
    name: 'Name',
    outcome: 'Outcome',
    toldColumn: 'Message',
    paired: (partners) => `Meets ${partners}`,
    unplaced: (reason) => (reason === null ? 'No meeting.' : `No meeting. ${reason}`),
    reasons: {
      'away-all-week': 'Away the whole meeting week.',
      'no-common-slot': 'No hour suits them and anybody they may meet.',
      excluded: 'May not be paired with anybody who was available.',
      'better-used-elsewhere': 'Everybody they could meet was needed to place others.',
      'calendar-unreadable': 'Their calendar could not be read.',
      'record-unreadable':
        'What is stored about them, or about their meeting, cannot be read. The log names the record.',
      alone: 'Nobody else took part.',
      'not-in-directory': 'No longer in the staff directory.',
      'not-booked': 'The meeting could not be booked.',
      unreachable: 'Removed or blocked the app in Teams.',
      'joined-late': 'Joined after the pairing, and nobody had time.',
      'partner-left': 'Their partner could not take part after all, and nobody else was free.',
      withdrew: 'Left or paused after the round was paired.',
    },
    detail: (code) => `Microsoft 365 says ${code}.`,
    problems: {
      'every-slot-passed': 'Every time that suited them has passed.',
      'nobody-chose': 'Times were offered, and nobody chose one.',
      'nobody-found': 'Nobody else was free for whoever was left.',
      'refused-by-outlook': 'Outlook refuses this invitation.',
    },
    otherReason: 'The reason is not known to this page.',
    told: {
      pending: 'Not told yet',
      sent: 'Told',
      unreachable: 'Cannot be reached: blocked or removed the bot',
      failed: 'Message failed',
    },
  },
};
