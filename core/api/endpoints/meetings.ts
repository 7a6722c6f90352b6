import * as z from 'zod';
import { actView, wantedAct } from '../acts.ts';
import { meetingChange, myHistory, myMeeting, myPairing, times } from '../meetings.ts';
import type { Endpoint } from './endpoint.ts';
import { inRound, page } from './parameters.ts';

const noMeeting = 'You have no meeting in such a round.';
const act = {
  params: z.object({ id: z.string().describe('The `Idempotency-Key` with which the act was sent.') }),
  missing: 'There is no such act of yours: you sent none with this id, or more than an hour ago.',
} as const;

/** The reader's meetings, and what they do about them. */
export const ofMeetings = {
  'my-pairing': {
    summary: 'My current pairing, or null',
    about: 'The soonest whose meeting week, or whose meeting, is not over.',
    answer: myPairing,
  },
  'my-history': {
    summary: 'Everybody whom I was paired with, newest first',
    query: page,
    answer: myHistory,
    paged: true,
  },
  'my-meeting': {
    summary: 'What I said and wrote of my meeting of a round',
    params: inRound,
    answer: myMeeting,
    versioned: true,
    missing: noMeeting,
  },
  'change-my-meeting': {
    summary: 'Say or write something of my meeting of a round',
    about: 'What is left out stays as it is.',
    params: inRound,
    body: meetingChange,
    answer: myMeeting,
    versioned: true,
    missing: noMeeting,
    reasons: {
      'not-yours': 'You are not in this meeting any more.',
      changed: 'The meeting has another time by now, or none.',
      over: 'The meeting has begun.',
      'not-over': 'The meeting has not begun yet.',
      closed: 'The round is closed.',
    },
  },
  'my-times': {
    summary: 'Times that suit everybody in my current pairing',
    about: 'At most three, from calendars that are read now. It changes nothing.',
    answer: times,
  },
  'take-act': {
    summary: 'Do something that invites, moves, cancels or tells others',
    about:
      'It is done ten seconds later, and can be taken back until then. `Idempotency-Key` becomes its id: a repeat is answered with the same act, and nothing is done twice.',
    body: wantedAct,
    answer: actView,
    status: 202,
    keyed: true,
    reasons: { 'too-many': 'Ten things that you asked for are still to be done.' },
  },
  'my-act': { summary: 'What became of something I did', ...act, answer: actView },
  'withdraw-act': {
    summary: 'Take back something I did, while it waits',
    ...act,
    answer: actView,
    reasons: { 'too-late': 'It is being done, or was done.' },
  },
} as const satisfies Record<string, Endpoint>;
