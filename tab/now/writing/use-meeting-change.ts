import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Now } from '../../../core/api/me.ts';
import type { MeetingChange, MyMeeting } from '../../../core/api/meetings.ts';
import { Problem } from '../../client/problem.ts';
import { keys, showNow } from '../../api/queries.ts';
import { useChange } from '../../api/use-change.ts';
import { useApp } from '../../context/app-context.ts';
import { useUndo } from '../../context/undo.tsx';

/** Changes what the reader said and wrote of a meeting; `before` has the same fields as they were, for *Undo*. */
export type ChangeMeeting = (wanted: MeetingChange, before: MeetingChange, said: string) => Promise<boolean>;

/**
 * The change is shown at once, and written after those before it; what could not be written is shown no more. When something
 * else about the meeting was changed meanwhile, say in the chat, it is read again and changed there; when the same was changed,
 * nothing is overwritten.
 */
export function useMeetingChange(meeting: MyMeeting): ChangeMeeting {
  const { api } = useApp();
  const { writing } = useUndo();
  const change = useChange();
  const client = useQueryClient();
  return useCallback(
    (wanted, before, said) => {
      const { scheme, round } = meeting;
      const isIt = (other: MyMeeting | null | undefined) => other?.scheme === scheme && other.round === round;
      const key = hashKey([scheme, round]);
      const line = writing.get(key) ?? { stored: meeting, changes: [], last: Promise.resolve() };
      writing.set(key, line);

      const show = (): void => {
        showNow(client, (now) =>
          isIt(now.meeting) ? { ...now, meeting: line.changes.reduce(changed, line.stored) } : now,
        );
      };
      const inTurn = <T>(one: MeetingChange, act: () => Promise<T>): Promise<T> => {
        const known = client.getQueryData<Now>(keys.now)?.meeting;
        if (line.changes.length === 0 && known && isIt(known)) line.stored = known;
        line.changes.push(one);
        show();
        const turn = line.last.then(act);
        line.last = turn.catch(() => undefined);
        return turn;
      };
      /** @param seen the same fields as the reader saw them */
      const write = async (one: MeetingChange, seen: MeetingChange, known: MyMeeting): Promise<MyMeeting> => {
        // Over what was read since it was asked for.
        show();
        try {
          line.stored = await api.changeMeeting(known, one).catch(async (error: unknown) => {
            if (!(error instanceof Problem) || error.kind !== 'stale') throw error;
            line.stored = await api.meeting(scheme, round);
            if (!isAsSeen(line.stored, seen, one)) throw error;
            return api.changeMeeting(line.stored, one);
          });
          return line.stored;
        } finally {
          line.changes.shift();
          show();
        }
      };
      return inTurn(wanted, () =>
        change({
          apply: () => write(wanted, before, line.stored),
          revert: (applied) => inTurn(before, () => write(before, applied, applied)),
          said,
        }),
      );
    },
    [api, change, client, meeting, writing],
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

/** Whether what a change is about is still as the reader saw it, in whatever order the fields come. */
function isAsSeen(fresh: MyMeeting, seen: MeetingChange, change: MeetingChange): boolean {
  const fields = (['coming', 'said', 'feedback', 'note'] as const).filter((field) => field in change);
  return fields.every((field) => hashKey([fresh[field]]) === hashKey([seen[field]]));
}
