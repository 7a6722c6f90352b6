import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useApp } from '../../context/app-context.ts';
import { focusHeading } from '../heading.tsx';
import { useLook } from '../look.ts';

/** The heading of a part of *Now* that somebody opened: they go on reading there. */
export function OpenedHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={useLook().heading}>
      {children}
    </h2>
  );
}

/** Closes such a part. */
export function BackButton({ back }: { readonly back: () => void }) {
  return (
    <Button
      onClick={() => {
        focusHeading();
        back();
      }}
    >
      {useApp().words.now.join.back}
    </Button>
  );
}
