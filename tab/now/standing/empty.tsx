import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { Picture } from '../pictures/picture.tsx';

const useStyles = makeStyles({
  card: { maxWidth: '560px', gap: '16px' },
});

interface Props {
  readonly picture: Parameters<typeof Picture>[0]['of'];
  /** One paragraph each. */
  readonly texts: readonly string[];
  /** What can be done. */
  readonly children?: ReactNode;
}

/** A state without a meeting: a picture, what holds and until when, and what can be done. */
export function Empty({ picture, texts, children }: Props) {
  const look = useLook();
  return (
    <Card className={useStyles().card}>
      <Picture of={picture} />
      {texts.map((text) => (
        <p key={text} className={look.text}>
          {text}
        </p>
      ))}
      {children}
    </Card>
  );
}
