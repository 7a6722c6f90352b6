import { sharedSettings } from './shared-settings.ts';

/** What the tab says on every screen. */
export const shell = {
  tabs: {
    label: 'UnMentoring',
    now: 'Now',
    history: 'History',
    'my-settings': 'Settings',
    desk: 'Desk',
  },
  loading: 'One moment …',
  colleague: 'a colleague',
  tryAgain: 'Try again',
  problems: {
    'sign-in-denied': {
      title: 'Teams did not sign you in',
      text: 'Without it I cannot tell who you are. Try again, and agree when Teams asks. If it keeps happening, ask your coordinator.',
    },
    unauthorised: {
      title: 'Your sign-in was not accepted',
      text: 'It may have run out. Try again; if that does not help, sign out of Teams and in again.',
    },
    offline: {
      title: 'You are offline',
      text: 'Nothing is lost: your meeting stands in your calendar. As soon as you have a connection again, this page goes on by itself.',
    },
    slow: {
      title: 'This takes longer than it should',
      text: 'Nothing is lost. What you did just now may have arrived all the same; doing it again does no harm. Try again in a moment.',
    },
    refused: {
      title: 'This is not possible at the moment',
      text: 'Nothing has changed. Something else happened in the meantime; look again.',
    },
    stale: {
      title: 'This was changed somewhere else meanwhile',
      text: 'What was chosen there is kept. Look at it, and change it here if you still want to.',
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
  undo: {
    label: 'What you just did',
    undo: 'Undo',
    close: 'Close',
    announced:
      '{said} You can undo it for {seconds, plural, one {one second} other {# seconds}}, with Ctrl+Z too.',
    waiting: 'What you asked for last is about to be done.',
    undone: 'It is undone.',
    done: 'It is done.',
    tooLate: 'Undo came too late: it has been done.',
    failed: 'It was not done. {why}.',
    /** No answer came, or it got lost. */
    unknown: "I don't know yet whether it was done. {why}. This page shows it as soon as I know.",
    /** By the reason that the product gives. */
    refused: {
      ...sharedSettings.refused,
      ...sharedSettings.inviteRefused,
      'too-many':
        'It was not done: ten things that you asked for are still to be done. Try again in a minute.',
      unavailable:
        'It was not done: Microsoft 365 has not answered me for half an hour. Please try again later.',
      taken: 'It was not done: that time is not free any more. Please choose another one.',
      rules: 'It was not done: to take part, you need all the ground rules. Tick them and try again.',
      other: 'It was not done: it is not possible any more. This page now shows how things are.',
    },
  },
  offline: 'You are offline. This page shows what it knew last.',
  crashed: {
    title: 'This page stopped working',
    text: 'That is my fault, not yours. Your pairing and your meeting are not affected.',
    reload: 'Load it again',
  },
  outsideTeams: {
    title: 'Open UnMentoring in Teams',
    text: 'This page lives inside Microsoft Teams, where it knows who you are. Find UnMentoring among your apps there.',
    open: 'Go to Teams',
  },
  channel: {
    title: 'Coffee with a colleague you would not meet otherwise',
    text: 'Every few weeks, everybody who joined is paired at random. UnMentoring finds a time that is free in both calendars, and books it.',
    steps: [
      'Open UnMentoring and add it.',
      'Join there, or write “join” in the chat with it.',
      'With the next round you hear whom you meet, and when.',
    ],
    alone: 'Everybody here sees this page as you do. Whom you meet is said to you alone.',
    open: 'Open UnMentoring',
    figures: {
      title: '{scheme} in figures',
      few: 'Fewer than five',
      people: 'people take part',
      rounds: 'rounds so far',
      met: 'of those who were paired met, as far as is known',
    },
  },
  configure: {
    title: 'Tell everybody here about UnMentoring',
    text: 'Save, and a tab explains what UnMentoring is and how to take part. Everybody sees the same; nobody sees who meets whom. There is nothing to set.',
  },
} as const;
