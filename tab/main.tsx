import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createApi } from './client/client.ts';
import { Problem } from './client/problem.ts';
import { createQueryClient, nowQuery } from './api/queries.ts';
import { parseRoute } from './context/route.ts';
import { Root } from './root.tsx';
import { hints } from './teams/hints.ts';
import { connectToHost } from './teams/host.ts';
import { loadQuestions, loadWords } from './words/load.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html: expected an element with the id "root"');

const { locale, theme } = hints(window.location.search);
const startsWithNow = () => parseRoute(window.location.hash).view === 'now';
// Words are fetched side by side with all else. They are asked for once more when Teams has said which ones.
async function fetchWords(wanted: string): Promise<void> {
  const { words } = await loadWords(wanted);
  if (startsWithNow()) await loadQuestions(words);
}
if (locale !== null) fetchWords(locale).catch(() => undefined);
const connecting = connectToHost();
const api = createApi(async () => {
  const connection = await connecting;
  if (connection === null) throw new Problem('sign-in-denied');
  return connection.token();
});
const client = createQueryClient();
// What *Now* shows is asked for while Teams still describes itself and the words are fetched. When
// that fails, the view says so.
void connecting.then((connection) => {
  if (connection?.place === 'personal' && startsWithNow()) client.query(nowQuery(api)).catch(() => undefined);
});

createRoot(element).render(
  <QueryClientProvider client={client}>
    <Root
      connecting={connecting.then((connection) => connection?.describe() ?? null)}
      theme={theme ?? 'default'}
      api={api}
    />
  </QueryClientProvider>,
);
