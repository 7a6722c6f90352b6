import type { OverviewPerson } from '../overview.ts';
import type { Moved, Move } from './api.ts';
import { byId, h, redraw } from './html.ts';
import { moment } from './times.ts';
import type { Actions, View } from './view.ts';

/** What a message says, by the first word of its key. */
const about: Readonly<Record<string, string>> = {
  call: '“In this time?”',
  pairing: 'Whom you meet and when, or what changed',
  before: '“Tomorrow you meet …”',
  met: '“Did you meet?”',
  again: 'Another time, after you did not meet',
  choose: 'Nobody has chosen a time yet',
  back: 'You are back in',
  still: '“Are you still in?”',
  coordinator: 'To the coordinator: figures',
};

/** So many names are shown; the rest is folded. */
const shownNames = 4;

/** What the clock's move brought, in a sentence. */
export function toldOf({ now, messages }: Moved, to: Move, zone: string): string {
  const when = `It is ${moment(now, zone)}`;
  const isSought = 'until' in to && to.until === 'message';
  if (messages.length === 0) return isSought ? `No message came in 62 days. ${when}.` : `${when}.`;
  return `${when}: the bot wrote ${messages.length === 1 ? 'one message' : `${messages.length} messages`}.`;
}

/** Shows who got which message while the clock was last moved, each with a link to their chat. */
export function mountNews(actions: Actions): (view: View) => void {
  const section = byId('news', HTMLElement);
  const title = byId('news-title', HTMLElement);
  const list = byId('news-list', HTMLElement);
  return ({ overview, memory: { moved } }) => {
    section.hidden = moved === null;
    if (moved === null) return;
    const { messages } = moved;
    title.textContent =
      messages.length === 0 ? 'The bot wrote nothing meanwhile' : 'What the bot wrote meanwhile';
    const people = new Map(overview.people.map((person) => [person.mail, person]));
    const byKind = Map.groupBy(messages, ({ key }) => key.split(':')[0] ?? '');
    redraw(
      list,
      ...[...byKind].map(([kind, some]) => {
        const readers = [...new Set(some.map(({ user }) => user))].flatMap((mail) => people.get(mail) ?? []);
        return group(about[kind] ?? 'Something else', kind, readers, actions);
      }),
    );
  };
}

function group(words: string, kind: string, readers: readonly OverviewPerson[], actions: Actions): Node {
  const [first, rest] = [readers.slice(0, shownNames), readers.slice(shownNames)];
  const items = (some: typeof readers) =>
    h('ul', { class: 'names' }, ...some.map((person) => h('li', {}, chatLink(person, kind, actions))));
  return h(
    'div',
    {},
    h('p', {}, h('b', {}, words)),
    items(first),
    rest.length === 0 ? null : h('details', {}, h('summary', {}, `and ${rest.length} more`), items(rest)),
  );
}

function chatLink(person: OverviewPerson, kind: string, actions: Actions): Node {
  const { mail, name } = person;
  const link = h('a', { href: `#${encodeURIComponent(mail)}`, 'data-key': `news-${kind}-${mail}` }, name);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.openChat(person);
  });
  return link;
}
