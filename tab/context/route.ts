/** Where somebody is in the tab. Kept in the address, so that back, forward and reload do what they say. */
export type Route =
  | { readonly view: 'now'; readonly about: About | null }
  | { readonly view: 'history' | 'my-settings' | 'rounds' }
  | { readonly view: 'round'; readonly scheme: string; readonly round: string }
  | { readonly view: 'settings'; readonly scheme: string };

/** What a link to *Now* is about: whether they met, the times to choose from, or taking part. */
const abouts = ['met', 'times', 'join'] as const;
export type About = (typeof abouts)[number];

/** @example parseRoute('#/rounds/unmentoring/2026-12-07') → { view: 'round', scheme: 'unmentoring', round: '2026-12-07' } */
export function parseRoute(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\//, '').split('?');
  const [view, scheme, round] = path.split('/');
  if (view === 'history') return { view };
  if (view === 'me') return { view: 'my-settings' };
  if (view === 'settings' && scheme) return { view, scheme };
  if (view !== 'rounds') return { view: 'now', about: abouts.find((about) => about === query) ?? null };
  return scheme && round ? { view: 'round', scheme, round } : { view };
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'now':
      return route.about === null ? '#/now' : `#/now?${route.about}`;
    case 'my-settings':
      return '#/me';
    case 'round':
      return `#/rounds/${route.scheme}/${route.round}`;
    case 'settings':
      return `#/settings/${route.scheme}`;
    default:
      return `#/${route.view}`;
  }
}
