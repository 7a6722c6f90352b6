import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useApp } from '../context/app-context.ts';

interface Props {
  readonly href: string;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly className?: string;
  /** What it is called, where its words alone do not say it. */
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** A link that looks like a button, and opens in Teams. */
export function LinkButton({ href, children, ...looks }: Props) {
  const { openLink } = useApp();
  return (
    <Button
      as="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      onClick={(event: React.MouseEvent) => {
        event.preventDefault();
        openLink(href);
      }}
      {...looks}
    >
      {children}
    </Button>
  );
}
