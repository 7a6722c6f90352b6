import type { ChatMessage } from './api.ts';
import { renderCard } from './card.ts';
import { actionButton, byId, h } from './html.ts';
import { shortDay, time } from './times.ts';
import type { Actions, View } from './view.ts';

/** Shows somebody's chat with the bot: its cards with their buttons, and a field to write in. */
export function mountChat(actions: Actions): (view: View) => void {
  const log = byId('chat', HTMLElement);
  const form = byId('say', HTMLFormElement);
  const text = byId('text', HTMLInputElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said === '') return;
    text.value = '';
    actions.say(said);
  });

  let shown: { readonly mail: string; readonly messages: Map<string, Element> } | null = null;
  return ({ person, chat }) => {
    if (shown?.mail !== person.mail) {
      shown = { mail: person.mail, messages: new Map() };
      log.replaceChildren();
    }
    log.querySelector('.empty')?.remove();
    if (chat.length === 0) log.append(emptyChat(person.name, actions));
    for (const [id, element] of shown.messages) {
      if (chat.some((message) => message.id === id)) continue;
      element.remove();
      shown.messages.delete(id);
    }
    // Messages that are shown already stay: a card may be half filled in, or have the focus.
    for (const message of chat) {
      if (shown.messages.has(message.id)) continue;
      const element = bubble(message, person, actions);
      shown.messages.set(message.id, element);
      log.append(element);
    }
    const newest = log.lastElementChild;
    if (newest instanceof HTMLElement) log.scrollTop = newest.offsetTop;
    form.hidden = chat.length === 0;
  };
}

function emptyChat(name: string, actions: Actions): Element {
  return h(
    'div',
    { class: 'empty' },
    h('p', {}, `${name} has not added the app yet.`),
    actionButton('Add the app', 'install', actions.install),
  );
}

function bubble(message: ChatMessage, { mail, zone }: View['person'], actions: Actions): Element {
  const mine = message.from.user !== null;
  const words = message.body.content.replace(/<attachment id="[^"]*"><\/attachment>/g, '').trim();
  const at = message.createdDateTime;
  return h(
    'article',
    { class: mine ? 'message mine' : 'message' },
    h(
      'p',
      { class: 'meta' },
      h('span', { class: mine ? 'unseen' : null }, mine ? 'Wrote' : 'UnMentoring'),
      ' ',
      h('time', { datetime: at }, `${shortDay(at, zone)}, ${time(at, zone)}`),
    ),
    words === '' ? null : h('p', { class: 'words' }, words),
    ...message.attachments.map((one) => attachment(one, message.id, mail, actions)),
  );
}

/** A card, the offer of a file, or a file. */
function attachment(
  { contentType, content, name, contentUrl }: ChatMessage['attachments'][number],
  message: string,
  mail: string,
  actions: Actions,
): Element | null {
  switch (contentType) {
    case 'application/vnd.microsoft.card.adaptive':
      return renderCard(content, actions.press, (url) =>
        window.open(inTeams(url, mail), '_blank', 'noopener'),
      );
    case 'application/vnd.microsoft.teams.card.file.consent': {
      const { description } = JSON.parse(content) as { description: string };
      const press = (action: string) => () => {
        actions.press({ type: 'fileUpload', action, name });
      };
      return h(
        'div',
        { class: 'card' },
        h('p', {}, `${name ?? ''}: ${description}`),
        actionButton('Allow', `allow ${message}`, press('accept')),
        ' ',
        actionButton('Decline', `decline ${message}`, press('decline')),
      );
    }
    case 'application/vnd.microsoft.teams.card.file.info':
      return h('a', { class: 'card', href: contentUrl, target: '_blank', rel: 'noopener' }, name);
    default:
      return null;
  }
}

/** Where a link opens: a link of Teams to the tab in our Teams, every other one where it says. */
function inTeams(url: string, user: string): string {
  if (!url.startsWith('https://teams.microsoft.com/l/entity/')) return url;
  return `/local/teams?${new URLSearchParams({ user, link: url }).toString()}`;
}
