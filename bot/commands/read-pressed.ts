import * as z from 'zod';
import { metAnswer } from '../../core/records/pairing.ts';
import { type Command, plain, type Verb } from './command.ts';
import { answersOnCard, feedbackOnCard } from './read-answers.ts';

const scheme = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .nullish()
  .transform((given) => given ?? null);

/** The scheme of a button that always names it. */
const named = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** The meeting that a button is about. */
const aboutMeeting = {
  scheme: named,
  round: z.iso.date(),
  pairing: z.string().regex(/^[a-z0-9-]{1,40}$/),
  start: z.iso.datetime().transform((text) => Date.parse(text)),
};

/** An empty field counts as none. */
const name = z
  .string()
  .max(256)
  .nullish()
  .transform((given) => (given?.trim() === '' ? null : given?.trim()));

/** As `personId` writes it. */
const person = z.string().regex(/^[\da-f-]{36}\.[\da-f-]{36}$/);

const pressed = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(plain) }),
  z.object({ verb: z.enum(['join', 'leave', 'leave-ask', 'skip-ask', 'pause-ask']), scheme }),
  z.object({ verb: z.literal('pause'), scheme, until: z.string().nullish() }),
  z.object({ verb: z.literal('erase'), token: z.iso.datetime() }),
  z.object({ verb: z.enum(['never-with', 'invite']), name }),
  z.object({ verb: z.enum(['keep-apart', 'take-back', 'invite-person']), person }),
  z.looseObject({ verb: z.enum(['sign-up', 'save-settings']), scheme }),
  z.object({
    verb: z.literal('choose'),
    pairing: z.string().regex(/^[a-z0-9-]{1,40}$/),
    revision: z.int().min(0),
    start: z.iso.datetime().transform((text) => Date.parse(text)),
  }),
  z.object({ verb: z.enum(['coming', 'cannot']), ...aboutMeeting }),
  z.object({ verb: z.literal('met'), ...aboutMeeting, said: metAnswer }),
  z.looseObject({ verb: z.literal('feedback'), scheme: named, round: z.iso.date() }),
  z.object({
    verb: z.literal('call-answer'),
    scheme: named,
    round: z.iso.date(),
    answer: z.enum(['yes', 'skip']),
  }),
  z.object({ verb: z.literal('still-in'), scheme: named }),
]);

/** The verbs of all buttons. */
export const verbs: readonly Verb[] = pressed.options.flatMap(({ shape: { verb } }) =>
  'options' in verb ? verb.options : [verb.value],
);

/**
 * Reads the command in a button's data. The data come from outside: null for anything that is not one of our buttons.
 * An empty field means that nothing was given.
 */
export function readPressed(data: unknown): Command | null {
  const { data: said } = pressed.safeParse(data);
  if (said === undefined) return null;
  switch (said.verb) {
    case 'join':
    case 'leave':
    case 'leave-ask':
    case 'skip-ask':
      return { kind: said.verb, scheme: said.scheme };
    case 'pause-ask':
      return { kind: said.verb, scheme: said.scheme, until: null };
    case 'pause':
      return pauseUntil(said.scheme, said.until?.trim() ?? '');
    case 'erase':
      return { kind: 'erase', token: said.token };
    case 'never-with':
    case 'invite':
      return { kind: said.verb, name: said.name ?? null };
    case 'keep-apart':
    case 'take-back':
    case 'invite-person':
      return { kind: said.verb, person: said.person };
    case 'sign-up':
    case 'save-settings': {
      const { data: answers } = answersOnCard.safeParse(data);
      if (answers === undefined) return null;
      const kind = said.verb === 'sign-up' ? 'join' : 'save-settings';
      return { kind, scheme: said.scheme, answers };
    }
    case 'choose':
      return { kind: 'choose', pairing: said.pairing, revision: said.revision, start: said.start };
    case 'coming':
    case 'cannot': {
      const { verb, ...about } = said;
      return { kind: verb, about };
    }
    case 'met': {
      const { verb, said: whether, ...about } = said;
      return { kind: verb, about, said: whether };
    }
    case 'feedback': {
      const { data: feedback } = feedbackOnCard.safeParse(data);
      return feedback === undefined
        ? null
        : { kind: 'feedback', scheme: said.scheme, round: said.round, feedback };
    }
    case 'call-answer':
      return { kind: 'call-answer', scheme: said.scheme, round: said.round, answer: said.answer };
    case 'still-in':
      return { kind: 'still-in', scheme: said.scheme };
    default:
      return { kind: said.verb };
  }
}

function pauseUntil(scheme: string | null, until: string): Command {
  if (until === '') return { kind: 'pause', scheme, until: null };
  return z.iso.date().safeParse(until).success ? { kind: 'pause', scheme, until } : { kind: 'date-unclear' };
}
