import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Root, type RootProps } from './root.tsx';

/** Draws the page into an element, from now on. */
export function draw(element: HTMLElement, { client, ...rest }: RootProps & { client: QueryClient }): void {
  createRoot(element).render(
    <QueryClientProvider client={client}>
      <Root {...rest} />
    </QueryClientProvider>,
  );
}
