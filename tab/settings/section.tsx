import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Card } from '../parts/card.tsx';

const useStyles = makeStyles({
  section: { padding: '16px', marginBottom: '16px' },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  part: { ...typographyStyles.body1Strong, margin: '8px 0 0', overflowWrap: 'anywhere' },
});

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the settings, with its heading. */
export function Section({ title, children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <Card role="region" className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </Card>
  );
}

/** The heading of something smaller within a section. */
export function PartHeading({ children }: { readonly children: ReactNode }) {
  return <h3 className={useStyles().part}>{children}</h3>;
}
