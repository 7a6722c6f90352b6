import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import { Notice } from '../parts/states.tsx';

interface Props {
  readonly words: Words;
  readonly children: ReactNode;
}

/** Catches what no view expected (a part of the page that did not load, a fault of ours), so that nobody looks at a blank page. */
export class Crash extends Component<Props, { readonly crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const { title, text, reload } = this.props.words.crashed;
    return (
      <Notice title={title} text={text} alert>
        <Reload>{reload}</Reload>
      </Notice>
    );
  }
}

/** The button that loads the page again. Without words, when these are what did not load, it has a sign that needs none. */
export function Reload({ children = '↻' }: { readonly children?: string }) {
  return (
    <Button
      appearance="primary"
      onClick={() => {
        window.location.reload();
      }}
    >
      {children}
    </Button>
  );
}
