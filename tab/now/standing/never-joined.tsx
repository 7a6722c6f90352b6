import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useApp } from '../../context/app-context.ts';
import type { Scheme } from '../decide-now.ts';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { Picture } from '../pictures/picture.tsx';
import Rules from './rules.tsx';
import { Sample } from './sample.tsx';
import { nextOf } from './texts.ts';

const useStyles = makeStyles({
  card: { maxWidth: '640px' },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  fact: { margin: 0 },
});

interface Props {
  readonly scheme: Scheme;
  /** Whether a link led here to join. */
  readonly isJoining: boolean;
}

/** The first run: what it is, what is asked, what is kept, *Join* and *Look first*. */
export default function NeverJoined({ scheme, isJoining }: Props) {
  const look = useLook();
  const styles = useStyles();
  const app = useApp();
  const { words } = app;
  const [step, go] = useState<'what' | 'join' | 'look'>(isJoining ? 'join' : 'what');
  const back = (): void => {
    go('what');
  };
  const join = (): void => {
    go('join');
  };
  if (step === 'join') return <Rules scheme={scheme} isNew back={back} />;
  if (step === 'look') return <Sample scheme={scheme} join={join} back={back} />;
  const { welcome, buttons } = words.chat.signUp;
  const { minutes, cadence, purpose } = scheme;
  const next = nextOf(scheme, app);
  const asked =
    cadence.kind === 'monthly'
      ? welcome.asked({ minutes, monday: cadence.week })
      : welcome.askedByWeeks({ minutes, weeks: cadence.every, week: next.week });
  return (
    <Card className={styles.card}>
      <Picture of="never-joined" />
      {purpose !== '' && <p className={look.text}>{purpose}</p>}
      <p className={look.text}>{welcome.what}</p>
      <p className={look.text}>{words.now.join.next(next)}</p>
      <div className={look.buttons}>
        <Button appearance="primary" onClick={join}>
          {words.chat.buttons.join}
        </Button>
        <Button
          onClick={() => {
            go('look');
          }}
        >
          {buttons.look}
        </Button>
      </div>
      <dl className={styles.facts}>
        {[
          [welcome.askedTitle, asked],
          [welcome.keptTitle, welcome.kept],
          [welcome.seenTitle, welcome.seen],
        ].map(([title, text]) => (
          <div key={title}>
            <dt className={look.heading}>{title}</dt>
            <dd className={styles.fact}>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
