import * as z from 'zod';
import { schemes } from '../me.ts';
import { poisonAct, poisonList, poisonMoved } from '../poison.ts';
import { roundDetail, rounds, schemeFigures } from '../rounds.ts';
import { selfCheck } from '../self-check.ts';
import type { Endpoint } from './endpoint.ts';
import { inRound, inScheme, page } from './parameters.ts';

const noScheme = 'There is no such scheme.';

/** Schemes, for their members and coordinators, and what operators ask. */
export const ofSchemes = {
  health: {
    summary: 'The process is alive',
    about: 'It asks no neighbour: that is for the self-check. `HEAD` is answered too.',
    answer: 'text/plain',
  },
  openapi: { summary: 'This document', answer: z.looseObject({ openapi: z.string() }) },
  schemes: { summary: 'Every scheme, and whether I am in it', answer: schemes },
  figures: {
    summary: 'How a scheme is doing, for everybody',
    about: 'A number below five is null: “fewer than five”.',
    params: inScheme,
    answer: schemeFigures,
    missing: noScheme,
  },
  rounds: {
    summary: 'The rounds of a scheme, newest first',
    params: inScheme,
    query: page,
    answer: rounds,
    paged: true,
    missing: noScheme,
  },
  round: {
    summary: 'A round: stage, figures, and the first 200 pairings and people',
    about: 'The whole lists are at `…/pairings` and `…/people`.',
    params: inRound,
    answer: roundDetail,
    missing: 'There is no such round.',
  },
  'self-check': { summary: 'Whether tenant and storage give all that is needed', answer: selfCheck },
  poison: { summary: 'Queue messages that were given up', answer: poisonList },
  'move-poison': {
    summary: 'Try a queue message again, or put it aside',
    about: 'Repeating it does no harm: the answer is then that none was moved.',
    params: z.object({
      queue: z.string(),
      id: z.string().describe('A message; `all`: all of the queue.'),
    }),
    body: poisonAct,
    answer: poisonMoved,
  },
} as const satisfies Record<string, Endpoint>;
