import { byId } from './html.ts';
import type { View } from './view.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Shows somebody's tab in a frame, as Teams does. It is loaded again whenever its content may have changed. */
export function mountTab(): (view: View) => void {
  const holder = byId('tab', HTMLElement);
  const title = byId('tab-title', HTMLElement);
  const link = byId('tab-link', HTMLAnchorElement);
  return ({ person, round, memory: { coordinating: coordinator } }) => {
    const route = !coordinator ? '' : round === null ? '#/desk' : `#/rounds/${round.scheme}/${round.round}`;
    const query = new URLSearchParams({ user: person.mail, theme: dark.matches ? 'dark' : 'default' });
    const address = `/local/teams?${query.toString()}${route}`;
    title.textContent = coordinator ? 'The coordinator’s view' : 'Tab in Teams';
    link.href = address;

    // A new frame, because a new address in the old one would become an entry of the browser's history.
    const frame = document.createElement('iframe');
    frame.title = `${coordinator ? 'Coordinator’s view' : 'Tab'} of ${person.name}`;
    frame.loading = 'lazy';
    frame.src = address;
    holder.replaceChildren(frame);
  };
}
