import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/states.tsx';
import type { Words } from '../words/words.ts';

export function OutsideTeams({ words }: { readonly words: Words }) {
  const { title, text, open } = words.outsideTeams;
  return (
    <main>
      <Notice title={title} text={text}>
        <Button as="a" appearance="primary" href="https://teams.microsoft.com/">
          {open}
        </Button>
      </Notice>
    </main>
  );
}
