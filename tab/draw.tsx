import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Api } from './client/client.ts';
import { Root } from './root.tsx';
import type { Host } from './teams/host.ts';
import { loadWords } from './words/load.ts';

/** Milliseconds that the first drawing waits for what *Now* shows, which mostly comes with the words: it is all there at once then. */
const patience = 150;

interface Props {
  readonly client: QueryClient;
  /** The host around the page; null when there is none. */
  readonly connecting: Promise<Host | null>;
  readonly api: Api;
  /** Settled when what *Now* shows has come, or cannot come. */
  readonly answered: Promise<void>;
}

/** Draws the page into an element, over its outline, as soon as Teams has answered and the words are there. */
export async function draw(
  element: HTMLElement,
  { client, connecting, api, answered }: Props,
): Promise<void> {
  const host = await connecting;
  const reading = await loadWords(host?.locale ?? navigator.language).catch(() => null);
  if (reading !== null) {
    document.documentElement.lang = reading.words.language;
    document.documentElement.dir = reading.words.direction;
  }
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))]);
  createRoot(element).render(
    <QueryClientProvider client={client}>
      <Root host={host} api={api} reading={reading} />
    </QueryClientProvider>,
  );
}
