import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useApp } from '../context/app-context.ts';

const useStyles = makeStyles({
  title: { ...typographyStyles.title3, margin: '0 0 16px', outlineStyle: 'none', overflowWrap: 'anywhere' },
});

interface Props {
  readonly title: string;
  /** What screen readers are told when it is shown. Left out: the heading alone. */
  readonly shown?: string;
  readonly children: ReactNode;
}

/** A view with its heading, where somebody who came from another view goes on reading. */
export function Screen({ title, shown, children }: Props) {
  const { announce, hasMoved } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved) heading.current?.focus();
  }, [hasMoved]);
  useEffect(() => {
    if (shown !== undefined) announce(shown);
  }, [shown, announce]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={useStyles().title}>
        {title}
      </h1>
      {children}
    </>
  );
}
