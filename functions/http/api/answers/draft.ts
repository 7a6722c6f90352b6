import type { Handlers } from '../reply.ts';

/** A round before it goes out. */
export const draft: Handlers<'draft' | 'change-draft'> = {
  draft: async () => null,
  'change-draft': async () => null,
};
