import { changeMyMeeting, readMyMeeting } from '../../../../core/following-up/my-meeting.ts';
import { otherTimes } from '../../../../core/mending/other-times.ts';
import { readHistoryPage } from '../../../../core/views/me.ts';
import { readMyPairing } from '../../../../core/views/my-pairing.ts';
import { readNow } from '../../../../core/views/now.ts';
import { type Handlers, orMissing, shown } from '../reply.ts';

/** The reader's meetings. */
export const meetings: Handlers<
  'now' | 'my-pairing' | 'my-history' | 'my-meeting' | 'change-my-meeting' | 'my-times'
> = {
  now: async ({ ports, user }) => shown(await readNow(ports, user)),
  'my-pairing': async ({ ports, user }) => shown(await readMyPairing(ports, user.id)),
  'my-history': async ({ ports, user, query }) => {
    const { entries, next } = await readHistoryPage(ports, user.id, query);
    return { ...shown([...entries]), next };
  },
  'my-meeting': async ({ ports, user, params }) => orMissing(await readMyMeeting(ports, user.id, params)),
  'change-my-meeting': async ({ ports, user, params, version, body }) => {
    const result = await changeMyMeeting(ports, user.id, params, version, body);
    switch (result.kind) {
      case 'unknown':
        return null;
      case 'refused':
        return result;
      case 'changed':
        return shown(result.meeting);
      case 'stale':
        return { kind: 'stale', version: result.meeting.version };
    }
  },
  'my-times': async ({ ports, user }) => {
    const result = await otherTimes(ports, user.id);
    const { pairing } = result;
    if (result.kind === 'refused') return shown({ pairing, times: [], reason: result.reason });
    return shown({ pairing, times: [...(pairing?.offer ?? [])], reason: null });
  },
};
