import * as z from 'zod';
import {
  calendarSettings,
  newScheme,
  schemeDates,
  settingsChange,
  storedSettings,
} from '../../schemes/settings-schemas.ts';
import { actView, deskAct } from '../acts.ts';
import { pairingRow, pairingTimes, personRow, today } from '../desk.ts';
import { draftChange, draftView } from '../draft.ts';
import type { Endpoint } from './endpoint.ts';
import { inPairing, inRound, inScheme, longPage } from './parameters.ts';

const noScheme = 'There is no such scheme.';
const noRound = 'There is no such round.';
const faults = {
  'not-in-directory': 'Somebody who is to be a coordinator is not in the directory.',
  dates:
    'A round would be paired before the meeting week of the one before is over, or one that people were asked about in the past.',
} as const;
const draft = {
  params: inRound,
  answer: draftView,
  versioned: true,
  missing: 'The round has no draft: its scheme has no preview, or it is not time yet.',
} as const;

/** What coordinators read and do. */
export const ofDesk = {
  'make-scheme': {
    summary: 'Make the first scheme',
    about:
      'Its author looks after it. A repeat with the same settings answers with the scheme that is there.',
    body: newScheme,
    answer: storedSettings,
    status: 201,
    reasons: { exists: 'There is a scheme already.', ...faults },
  },
  'scheme-dates': {
    summary: 'The next three rounds of a scheme with such settings',
    about: 'It changes nothing.',
    body: calendarSettings,
    answer: schemeDates,
  },
  settings: {
    summary: 'What coordinators decide of a scheme',
    params: inScheme,
    answer: storedSettings,
    versioned: true,
    missing: noScheme,
  },
  'change-settings': {
    summary: 'Change a scheme',
    about: 'Rounds that are planned from now on use it. What is left out stays as it is.',
    params: inScheme,
    body: settingsChange,
    answer: storedSettings,
    versioned: true,
    missing: noScheme,
    reasons: { nobody: 'No coordinator would be left.', ...faults },
  },
  today: {
    summary: 'What needs a hand, and how the round stands',
    params: inScheme,
    answer: today,
    missing: noScheme,
  },
  people: {
    summary: 'What became of everybody in a round',
    about: 'In the order of their ids.',
    params: inRound,
    query: longPage,
    answer: z.array(personRow),
    paged: true,
    missing: noRound,
  },
  'people-file': {
    summary: 'The same as CSV',
    about:
      'With a header, UTF-8, in the language of the reader. Nothing in it is read as a formula by a spreadsheet.',
    params: inRound,
    answer: 'text/csv',
    missing: noRound,
  },
  pairings: {
    summary: 'The pairings of a round, in the order of their times',
    params: inRound,
    query: longPage,
    answer: z.array(pairingRow),
    paged: true,
    missing: noRound,
  },
  'pairing-times': {
    summary: 'Times that suit the members of a pairing',
    about: 'At most twelve, from calendars that are read now. It changes nothing.',
    params: inPairing,
    answer: pairingTimes,
    missing: 'There is no such pairing.',
  },
  draft: { summary: 'A round before it goes out', ...draft },
  'change-draft': {
    summary: 'Change a round before it goes out',
    body: draftChange,
    ...draft,
    reasons: {
      released: 'The round is released.',
      'no-common-slot': 'They have no time in common.',
      'not-in': 'Somebody who is named is not in the draft.',
      'not-paired': 'They are not a pairing of the draft.',
      locked: 'A pairing that this would change is locked.',
    },
  },
  'take-desk-act': {
    summary: 'Do something as a coordinator that invites, moves, cancels or tells others',
    about:
      'It is done ten seconds later, and can be taken back until then, by `DELETE /api/me/acts/{id}`. `Idempotency-Key` becomes its id: a repeat is answered with the same act, and nothing is done twice.',
    params: inScheme,
    body: deskAct,
    answer: actView,
    status: 202,
    keyed: true,
    missing: 'There is no such scheme, or the act is about another one.',
    reasons: { 'too-many': 'Ten things that you asked for are still to be done.' },
  },
} as const satisfies Record<string, Endpoint>;
