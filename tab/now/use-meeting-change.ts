import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Now } from '../../core/api/me.ts';
import type { MeetingChange, MyMeeting } from '../../core/api/meetings.ts';
import { Problem } from '../client/problem.ts';
import { keys } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { useApp } from '../context/app-context.ts';

/** Changes what the reader said and wrote of a meeting; `before` has the same fields as they were, for *Undo*. */
export type ChangeMeeting = (wanted: MeetingChange, before: MeetingChange, said: string) => Promise<boolean>;

/**
 * The change is shown at once. When something else about the meeting was changed meanwhile, say in the chat, it is read again
 * and changed there; when the same was changed, nothing is overwritten.
 */
export function useMeetingChange(meeting: MyMeeting): ChangeMeeting {
  const { api } = useApp();
  const change = useChange();
  const client = useQueryClient();
  return useCallback(
    (wanted, before, said) => {
      const show = (shown: MyMeeting): MyMeeting => {
        client.setQueryData<Now>(keys.now, (now) => now && { ...now, meeting: shown });
        return shown;
      };
      const write = async (known: MyMeeting, one: MeetingChange): Promise<MyMeeting> => {
        show(changed(known, one));
        try {
          return show(await api.changeMeeting(known, one));
        } catch (error) {
          if (!(error instanceof Problem) || error.kind !== 'stale') throw error;
          const fresh = await api.meeting(known.scheme, known.round);
          if (!isAsKnown(fresh, known, one)) throw error;
          return show(await api.changeMeeting(fresh, one));
        }
      };
      return change({
        apply: () => write(meeting, wanted),
        revert: (applied) => write(applied, before),
        said,
      });
    },
    [api, change, client, meeting],
  );
}

function changed(meeting: MyMeeting, { coming, said, feedback, note }: MeetingChange): MyMeeting {
  return {
    ...meeting,
    ...(coming !== undefined && { coming }),
    ...(said !== undefined && { said }),
    ...(feedback !== undefined && { feedback }),
    ...(note !== undefined && { note }),
  };
}

/** Whether what a change is about is still as the reader saw it. */
function isAsKnown(fresh: MyMeeting, known: MyMeeting, change: MeetingChange): boolean {
  const fields = (['coming', 'said', 'feedback', 'note'] as const).filter((field) => field in change);
  return fields.every((field) => JSON.stringify(fresh[field]) === JSON.stringify(known[field]));
}
