import { useEffect } from 'react';
import type { Host } from '../teams/host.ts';
import { Notice } from '../parts/states.tsx';
import type { Words } from '../words/words.ts';

/** What Teams shows before it adds the tab to a channel or a group chat. There is nothing to choose, so it can be saved at once. */
export default function Configure({ host, words }: { readonly host: Host; readonly words: Words }) {
  const { offerChannelTab } = host;
  useEffect(() => {
    offerChannelTab(words.tabs.label);
  }, [offerChannelTab, words]);
  return (
    <main>
      <Notice {...words.configure} />
    </main>
  );
}
