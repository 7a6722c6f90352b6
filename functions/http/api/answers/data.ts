import { askToErase, confirmErasure } from '../../../../core/rights/ask-to-erase.ts';
import { readMyData } from '../../../../core/rights/my-data.ts';
import { myDataPage, myDataPageHeaders } from '../../pages/my-data-page.ts';
import { type Handlers, shown } from '../reply.ts';

/** What is kept about somebody, and its erasure. */
export const data: Handlers<'my-data' | 'my-data-page' | 'erase'> = {
  'my-data': async ({ ports, user }) => shown(await readMyData(ports, user.id)),
  'my-data-page': async ({ ports, user }) => {
    const body = await myDataPage(ports, user.id);
    return { kind: 'other', body, headers: myDataPageHeaders };
  },
  erase: async ({ ports, user, body }) => {
    if (body.confirm === undefined) return shown(await askToErase(ports, user.id));
    const confirmed = await confirmErasure(ports, user.id, body.confirm);
    return confirmed.kind === 'confirmed' ? shown(confirmed) : { kind: 'refused', reason: confirmed.kind };
  },
};
