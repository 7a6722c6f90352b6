import type { Answer } from '../../core/records/pairing.ts';
import type { Preferences } from '../../core/records/participant.ts';
import type { UnplacedReason } from '../../core/records/plan.ts';
import type { SchemeSettings } from '../../core/records/scheme.ts';
import type { MyPairing, RoundDetail, Rounds } from '../../core/views/api-schemas.ts';
import type { ProblemKind } from '../api/problem.ts';

type PairingState = NonNullable<MyPairing>['state'];
type Told = RoundDetail['receipt'][number]['told'];
type Stage = Rounds[number]['stage'];
interface Sentence {
  readonly title: string;
  readonly text: string;
}

/** Everything the tab says, in one language. Whole sentences: nothing is put together elsewhere. */
export interface Words {
  /** ISO 639 code. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly tabs: {
    readonly label: string;
    readonly pairing: string;
    readonly history: string;
    readonly rounds: string;
  };
  readonly loading: string;
  readonly tryAgain: string;
  readonly problems: Record<ProblemKind, Sentence>;
  readonly crashed: Sentence & { readonly reload: string };
  readonly outsideTeams: Sentence & { readonly open: string };
  readonly unreachable: Sentence;
  readonly pairing: {
    readonly title: string;
    readonly shown: (partners: string) => string;
    readonly state: Record<PairingState, string>;
    readonly stateText: Record<PairingState, string>;
    readonly yourTime: (time: string, city: string) => string;
    readonly theirTime: (name: string, city: string, time: string) => string;
    readonly noTimeYet: string;
    readonly offerTitle: string;
    readonly offerText: string;
    readonly noOffer: string;
    readonly join: string;
    readonly noLink: string;
    readonly answers: string;
    readonly you: string;
    readonly answerHint: string;
    readonly firstTime: string;
    readonly lastMet: (rounds: number) => string;
    readonly startersTitle: string;
    readonly startersText: string;
    readonly starters: readonly { readonly title: string; readonly text: string }[];
  };
  readonly answer: Record<Answer, string>;
  readonly noPairing: {
    readonly waiting: (scheme: string) => Sentence;
    readonly paused: (scheme: string, until: string | null) => Sentence;
    readonly notIn: (scheme: string) => Sentence;
    readonly next: string;
    readonly nextPairing: string;
    readonly nextWeek: string;
    readonly weekOf: (monday: string) => string;
    readonly length: string;
    readonly minutes: (n: number) => string;
    readonly wishes: string;
    readonly wish: (hours: Preferences['hours'], minutes: number) => string;
    readonly noScheme: Sentence;
  };
  readonly history: {
    readonly title: string;
    readonly shown: (count: number) => string;
    readonly empty: Sentence;
    readonly round: (n: number) => string;
    readonly weekOf: (monday: string) => string;
    readonly earlier: string;
    readonly met: string;
    readonly notMet: string;
    readonly unknown: string;
  };
  readonly rounds: {
    readonly title: string;
    readonly shown: (count: number) => string;
    readonly empty: (pairingAt: string) => Sentence;
    readonly stage: Record<Stage, string>;
    readonly back: string;
  };
  readonly settings: {
    readonly title: string;
    /** The link that leads there. */
    readonly of: (scheme: string) => string;
    readonly from: string;
    readonly booking: string;
    readonly bookings: Record<SchemeSettings['booking'], string>;
    readonly length: string;
    readonly minutes: (n: number) => string;
    readonly lunch: string;
    readonly lunchText: string;
    readonly lunchStart: string;
    readonly lunchEnd: string;
    readonly timeMissing: string;
    readonly endsTooSoon: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly conflict: string;
    /** `why`: a problem's title. */
    readonly notSaved: (why: string) => string;
  };
  readonly round: {
    readonly title: (n: number) => string;
    readonly weekOf: (monday: string) => string;
    readonly counts: Record<keyof RoundDetail['counts'], string>;
    readonly plan: string;
    readonly notPlanned: string;
    readonly optimal: string;
    readonly notProved: string;
    readonly cost: (unplaced: number, trios: number, repeats: number) => string;
    readonly closeness: (n: number) => string;
    readonly pairings: string;
    readonly noPairings: string;
    readonly members: string;
    readonly when: (city: string) => string;
    readonly state: string;
    readonly noTime: string;
    readonly moved: (times: number) => string;
    readonly noLink: string;
    readonly repeat: (rounds: number) => string;
    readonly receipt: string;
    readonly receiptText: string;
    readonly search: string;
    readonly show: string;
    readonly filters: Record<'all' | 'paired' | 'unplaced' | 'not-told', string>;
    readonly found: (shown: number, all: number) => string;
    readonly nobody: string;
    readonly more: (n: number) => string;
    readonly name: string;
    readonly outcome: string;
    readonly toldColumn: string;
    readonly paired: (partners: string) => string;
    readonly unplaced: (reason: string | null) => string;
    readonly reasons: Record<UnplacedReason | 'withdrew', string>;
    /** `code`: what Microsoft 365 said of a calendar. */
    readonly detail: (code: string) => string;
    /** By what the product stores with a pairing that it could not book. */
    readonly problems: Readonly<Record<string, string>>;
    readonly otherReason: string;
    readonly told: Record<Told, string>;
  };
}

const meetings = new Intl.PluralRules('en');
const one = (n: number): boolean => meetings.select(n) === 'one';

export const en: Words = {
  language: 'en',
  direction: 'ltr',
  tabs: { label: 'UnMentoring', pairing: 'My pairing', history: 'History', rounds: 'Rounds' },
  loading: 'One moment …',
  tryAgain: 'Try again',
  problems: {
    'sign-in-denied': {
      title: 'Teams did not sign you in',
      text: 'Without it we cannot tell who you are. Try again, and agree when Teams asks. If it keeps happening, ask your coordinator.',
    },
    unauthorised: {
      title: 'Your sign-in was not accepted',
      text: 'It may have run out. Try again; if that does not help, sign out of Teams and in again.',
    },
    forbidden: {
      title: 'This is not open to you',
      text: 'Your account may not see this page. If you think it should, ask your coordinator.',
    },
    'not-found': {
      title: 'There is nothing here',
      text: 'It may have been moved or removed since you opened this page. Go back and choose again.',
    },
    unavailable: {
      title: 'UnMentoring cannot be reached just now',
      text: 'Nothing is lost: your meeting stands in your calendar. Try again in a moment.',
    },
    unreadable: {
      title: 'This page is out of date',
      text: 'UnMentoring has been updated since you opened it. Close the tab and open it again.',
    },
  },
  crashed: {
    title: 'This page stopped working',
    text: 'That is our fault, not yours. Your pairing and your meeting are not affected.',
    reload: 'Load it again',
  },
  outsideTeams: {
    title: 'Open UnMentoring in Teams',
    text: 'This page lives inside Microsoft Teams, where it knows who you are. Find UnMentoring among your apps there.',
    open: 'Go to Teams',
  },
  unreachable: {
    title: 'Our messages do not reach you',
    text: 'You have blocked or removed the UnMentoring bot, so you will not be paired. Add the app again in Teams to come back.',
  },
  pairing: {
    title: 'My pairing',
    shown: (partners) => `Your pairing with ${partners} is shown.`,
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
    yourTime: (time, city) => `${time} your time (${city})`,
    theirTime: (name, city, time) => `For ${name}: ${time} (${city})`,
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
    firstTime: 'You have not met here before.',
    lastMet: (rounds) =>
      one(rounds) ? 'You also met in the last round.' : `You last met ${rounds} rounds ago.`,
    startersTitle: 'No agenda. Just a drink and a conversation.',
    startersText: 'If you want something to start from:',
    starters: [
      {
        title: 'Think',
        text: 'What has been on your mind lately, and what would you think through with somebody new?',
      },
      { title: 'Do', text: 'What are you working on, and what would make it easier?' },
      { title: 'Share', text: 'What have you learned, read or tried that others should know about?' },
    ],
  },
  answer: { none: 'Not answered yet', accepted: 'Accepted', tentative: 'Maybe', declined: 'Declined' },
  noPairing: {
    waiting: (scheme) => ({
      title: 'Your next coffee is on its way',
      text: `You are in ${scheme}. When the next round is paired, the bot tells you whom you meet, and the invitation is in your calendar.`,
    }),
    paused: (scheme, until) => ({
      title: 'You are taking a break',
      text:
        until === null
          ? `You are paused in ${scheme}. To come back, write “join” in the chat with the bot.`
          : `You are paused in ${scheme} until ${until}. To come back sooner, write “join” in the chat with the bot.`,
    }),
    notIn: (scheme) => ({
      title: 'Meet a colleague you would not meet otherwise',
      text: `One relaxed conversation a month, with somebody picked at random. To take part in ${scheme}, open the chat with the bot in this app and write “join”.`,
    }),
    next: 'What happens next',
    nextPairing: 'Pairing',
    nextWeek: 'Meetings',
    weekOf: (monday) => `In the week of ${monday}`,
    length: 'Length',
    minutes: (n) => `${n} minutes`,
    wishes: 'Your wishes',
    wish: (hours, minutes) => {
      const when = { morning: 'Mornings', afternoon: 'Afternoons', either: 'Any time of the day' }[hours];
      return `${when}, ${minutes} minutes or more. To change them, write “settings” to the bot.`;
    },
    noScheme: { title: 'Nothing is running yet', text: 'Once a scheme is set up, it appears here.' },
  },
  history: {
    title: 'History',
    shown: (count) => (one(count) ? 'One meeting is listed.' : `${count} meetings are listed.`),
    empty: {
      title: 'Your story starts with the first coffee',
      text: 'Everyone you were paired with will be listed here.',
    },
    round: (n) => `Round ${n}`,
    weekOf: (monday) => `week of ${monday}`,
    earlier: 'before this app',
    met: 'You met',
    notMet: 'You did not meet',
    unknown: 'Not known yet',
  },
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
      'called-off-later': 'It was moved beyond the meeting week, and called off then.',
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
