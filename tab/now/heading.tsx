import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useApp } from '../context/app-context.ts';

const useStyles = makeStyles({
  title: {
    ...typographyStyles.subtitle1,
    margin: '0 0 12px',
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    '@media (min-width: 480px)': { ...typographyStyles.title3 },
  },
});

interface Props {
  readonly title: string;
  /** Whether a link led here for what the heading asks. */
  readonly isSought: boolean;
}

/**
 * The heading of what *Now* shows. When an act of the reader changes that, and the button that they pressed is gone, they go
 * on reading here.
 */
export function Heading({ title, isSought }: Props) {
  const { announce, hasMoved } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    announce(title);
    const isLost = !isFirst.current && document.activeElement === document.body;
    if (isLost || (isFirst.current && hasMoved)) heading.current?.focus();
    isFirst.current = false;
  }, [title, hasMoved, announce]);
  useEffect(() => {
    if (isSought) heading.current?.focus();
  }, [isSought]);
  return (
    <h1 ref={heading} tabIndex={-1} className={useStyles().title}>
      {title}
    </h1>
  );
}

/** For those who close a part of *Now*: the button that they press is about to go, and they go on reading at the heading. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
