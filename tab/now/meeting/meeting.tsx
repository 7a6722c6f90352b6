import { useState } from 'react';
import type { MeetingScene } from '../decide-now.ts';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { Acts } from './acts.tsx';
import { Notes } from './notes.tsx';
import { Question } from './question.tsx';
import { Times, type TimesFor } from './times.tsx';
import { When } from './when.tsx';
import { Who } from './who.tsx';
import { Why } from './why.tsx';

interface Props {
  readonly scene: MeetingScene;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether a link led here to find another time. */
  readonly seeksTimes: boolean;
}

/** The current meeting: who, when, what can be done, why these people, where to start, and a note. */
export function Meeting({ scene, at, seeksTimes }: Props) {
  const look = useLook();
  const { pairing, meeting } = scene;
  const [sought, seek] = useState<TimesFor | null>(seeksTimes ? 'other-times' : null);
  return (
    <Card className={look.columns}>
      <div className={look.column}>
        <Who partners={pairing.partners} />
        <When pairing={pairing} at={pairing.state === 'booked' ? at : null} />
        {sought === null ? (
          <Acts scene={scene} at={at} seek={seek} />
        ) : (
          <Times
            pairing={pairing}
            why={sought}
            close={() => {
              seek(null);
            }}
          />
        )}
      </div>
      <div className={look.column}>
        <Why pairing={pairing} />
        <Question question={pairing.question} />
        {meeting !== null && <Notes meeting={meeting} shows={['before']} />}
      </div>
    </Card>
  );
}
