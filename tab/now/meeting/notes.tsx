import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';

// Fields to write in are fetched when somebody opens them.
const Note = lazy(() => import('../note.tsx'));

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
  const [isWritten] = useState(() => shows.some((which) => meeting.note[which] !== ''));
  const [wasOpened, setWasOpened] = useState(isWritten);
  return (
    <details
      open={isWritten}
      onToggle={() => {
        setWasOpened(true);
      }}
    >
      <summary className={styles.summary}>{said.title}</summary>
      {wasOpened && (
        <div className={`${look.column} ${styles.fields}`}>
          {shows.map((which) => (
            <Note key={which} meeting={meeting} which={which} />
          ))}
          <p className={look.quiet}>{said.only}</p>
        </div>
      )}
    </details>
  );
}
