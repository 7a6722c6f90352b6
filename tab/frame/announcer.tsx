import { makeStyles } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface Props {
  readonly sentence: string;
  /** How many were said before it: the same sentence is said again when this changes. */
  readonly nth: number;
}

/** A live region: screen readers say the sentence when it comes. The region stays in the page, or some would miss it. */
export function Announcer({ sentence, nth }: Props) {
  return (
    <div role="status" aria-live="polite" className={useStyles().hidden}>
      <Fragment key={nth}>{sentence}</Fragment>
    </div>
  );
}
