import * as z from 'zod';
import { askedToErase, eraseRequest, myData } from '../data.ts';
import { me, mySettings, now, wantedSettings } from '../me.ts';
import { colleagues, people, wantedPeople } from '../people.ts';
import type { Endpoint } from './endpoint.ts';
import { inScheme } from './parameters.ts';

const noScheme = 'There is no such scheme, or you are not in it.';
const nothingKept = 'Nothing is kept about you.';

/** Who the reader is, what they chose, and what is kept about them. */
export const mine = {
  me: { summary: 'Who I am: enrolments and settings', answer: me },
  now: {
    summary: 'Everything that the screen “Now” shows',
    about: 'What the reader is to know or do just now, in one answer.',
    answer: now,
  },
  'my-settings': {
    summary: 'My sign-up card in a scheme',
    about: 'Also of somebody who has left, so that they come back to what they chose.',
    params: inScheme,
    answer: mySettings,
    versioned: true,
    missing: 'There is no such scheme, or you were never in it.',
  },
  'change-my-settings': {
    summary: 'Fill in my sign-up card in a scheme',
    params: inScheme,
    body: wantedSettings,
    answer: mySettings,
    versioned: true,
    missing: noScheme,
    reasons: { rules: 'Not all ground rules of today are accepted.' },
  },
  again: { summary: 'Whom I would like to meet again', answer: people, versioned: true },
  'change-again': {
    summary: 'Say whom I would like to meet again',
    about: 'The whole list. Nobody else learns of it before both wish it.',
    body: wantedPeople,
    answer: people,
    versioned: true,
    missing: nothingKept,
    reasons: { 'not-met': 'You were in no pairing with somebody on the list.' },
  },
  'never-with': { summary: 'Whom I asked never to meet', answer: people, versioned: true },
  'change-never-with': {
    summary: 'Say whom I never want to meet',
    about: 'The whole list. Nobody else can see it.',
    body: wantedPeople,
    answer: people,
    versioned: true,
    missing: nothingKept,
    reasons: {
      yourself: 'You are on the list.',
      'not-in-directory': 'Somebody on the list is not in the directory.',
    },
  },
  colleagues: {
    summary: 'Colleagues whom a name may mean',
    about: 'At most ten, of those who could take part, without the reader.',
    query: z.object({
      name: z.string().trim().min(1).max(100).describe('Each word of it begins a word of the name.'),
    }),
    answer: colleagues,
  },
  photo: {
    summary: 'The picture of somebody',
    about:
      'Of people whom the reader was paired with, and of themselves; coordinators see everybody’s. 48 by 48 pixels.',
    params: z.object({ person: z.string().describe('The id of a person.') }),
    answer: 'image/*',
    missing: 'There is no such picture, or it is not for you to see.',
  },
  'my-data': { summary: 'All that is kept about me', answer: myData },
  'my-data-page': {
    summary: 'All that is kept about me, as a page to read',
    about: 'In the reader’s language. It holds no script and loads nothing.',
    answer: 'text/html',
  },
  erase: {
    summary: 'Have everything about me erased',
    about:
      'In two steps: an empty object asks what would happen, and changes nothing but that it was asked. With the `token` of that answer as `confirm` it is done.',
    body: eraseRequest,
    answer: askedToErase,
    reasons: { 'too-late': 'Ask again: this was not asked, or more than an hour ago.' },
  },
} as const satisfies Record<string, Endpoint>;
