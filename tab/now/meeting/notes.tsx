import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';

// Fields to write in are fetched when somebody opens them.
const Note = lazy(() => import('../writing/note.tsx'));

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  fields: { marginTop: '8px' },
});

type Which = keyof MyMeeting['note'];

interface Props {
  readonly meeting: MyMeeting;
  /** Which of the notes are shown. */
  readonly shows: readonly Which[];
}

/** Private notes to the meeting, open where something is written. */
export function Notes({ meeting, shows }: Props) {
  const look = useLook();
  const styles = useStyles();
  const said = useApp().words.now.note;
  const [isOpen, setOpen] = useState(() => shows.some((which) => meeting.note[which] !== ''));
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{said.title}</summary>
      <div className={`${look.column} ${styles.fields}`}>
        {isOpen && (
          <Suspense fallback={<div aria-busy />}>
            {shows.map((which) => (
              <Note key={which} meeting={meeting} which={which} />
            ))}
          </Suspense>
        )}
        <p className={look.quiet}>{said.only}</p>
      </div>
    </details>
  );
}
