import { changeDraft } from '../../../../core/previewing/change-draft.ts';
import { readDraft, viewDraft } from '../../../../core/previewing/draft-view.ts';
import { type Handlers, shown } from '../reply.ts';

/** A round before it goes out. */
export const draft: Handlers<'draft' | 'change-draft'> = {
  draft: async ({ ports, params }) => {
    const found = await readDraft(ports, params);
    return found && shown(await viewDraft(ports, found));
  },
  'change-draft': async ({ ports, user, params, version, body }) => {
    const result = await changeDraft(ports, user.id, params, version, body);
    return result?.kind === 'changed' ? shown(result.draft) : result;
  },
};
