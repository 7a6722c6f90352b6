import { readRound, readRoundsPage } from '../../../../core/views/rounds.ts';
import { readSchemeFigures } from '../../../../core/views/scheme-figures.ts';
import { readSchemes } from '../../../../core/views/schemes.ts';
import { type Handlers, orMissing, pageOrMissing, shown } from '../reply.ts';

/** Schemes and their rounds. */
export const schemes: Handlers<'schemes' | 'figures' | 'rounds' | 'round'> = {
  schemes: async ({ ports, user }) => shown(await readSchemes(ports, user.id)),
  figures: async ({ ports, params }) => orMissing(await readSchemeFigures(ports, params.scheme)),
  rounds: async ({ ports, params, query }) =>
    pageOrMissing(await readRoundsPage(ports, params.scheme, query)),
  round: async ({ ports, params }) => orMissing(await readRound(ports, params.scheme, params.round)),
};
