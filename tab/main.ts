// Starts everything that takes a while side by side: the part that draws, the words, and the first call of the API.
import { createApi } from './client/client.ts';
import { Problem } from './client/problem.ts';
import { createQueryClient, nowQuery, questionsQuery } from './client/query-client.ts';
import { parseRoute } from './context/route.ts';
import { hints } from './teams/hints.ts';
import { connectToHost } from './teams/host.ts';
import { languageIn } from './teams/locale.ts';
import { loadWords } from './words/load.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html: expected an element with the id "root"');

const { locale, theme } = hints(window.location.search);
// For the outline in index.html, until the page is drawn.
document.documentElement.dataset.theme = theme ?? 'default';
const startsWithNow = () => parseRoute(window.location.hash).view === 'now';
const connecting = connectToHost();
let language = locale;
const api = createApi(
  async () => {
    const connection = await connecting;
    if (connection === null) throw new Problem('sign-in-denied');
    return connection.token();
  },
  () => language,
);
const client = createQueryClient();
const host = connecting.then(async (connection) => {
  const described = (await connection?.describe()) ?? null;
  if (described !== null) language = languageIn(described.locale);
  return described;
});

// When one of these fails, the view asks once more, and says so if it has to.
async function fetchWords(wanted: string): Promise<void> {
  const { words } = await loadWords(wanted);
  if (startsWithNow()) await client.query(questionsQuery(words));
}
async function fetchNow(): Promise<void> {
  if ((await connecting)?.place === 'personal' && startsWithNow()) await client.query(nowQuery(api));
}
if (locale !== null) fetchWords(locale).catch(() => undefined);
const answered = fetchNow().catch(() => undefined);
// Not awaited: what draws imports what this script brings, and each would wait for the other.
void import('./draw.tsx').then(({ draw }) => {
  void draw(element, { client, connecting: host, api, answered });
}, offerReload);

/** Instead of the outline, when what draws did not load: the button of frame/crash.tsx, without any words and styles. */
function offerReload(): void {
  const button = document.createElement('button');
  button.textContent = '↻';
  button.addEventListener('click', () => {
    window.location.reload();
  });
  element?.replaceChildren(button);
}
