/** Where somebody is in the tab. Kept in the address, so that back, forward and reload do what they say. */
export type Route =
  | { readonly view: 'now'; readonly about: About | null }
  | { readonly view: 'history' | 'my-settings' }
  | DeskRoute;

/** Where a coordinator is. */
export type DeskRoute =
  /** What needs a hand today in a scheme; null: in the first one that they look after. */
  | { readonly view: 'desk'; readonly scheme: string | null }
  | { readonly view: 'first' | 'rounds' }
  /** `query`: what of the round is shown, as the round's screen writes it; empty: all of it. */
  | { readonly view: 'round'; readonly scheme: string; readonly round: string; readonly query: string }
  | { readonly view: 'preview'; readonly scheme: string; readonly round: string }
  | { readonly view: 'settings'; readonly scheme: string };

/** What a link to *Now* is about: whether they met, the times to choose from, or taking part. */
const abouts = ['met', 'times', 'join'] as const;
export type About = (typeof abouts)[number];

/** @example parseRoute('#/rounds/unmentoring/2026-12-07') → { view: 'round', scheme: 'unmentoring', round: '2026-12-07', query: '' } */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\//, '').split('?');
  const [view, scheme, round, part] = path.split('/');
  switch (view) {
    case 'history':
    case 'first':
      return { view };
    case 'me':
      return { view: 'my-settings' };
    case 'desk':
      return { view, scheme: scheme === '' || scheme === undefined ? null : scheme };
    case 'settings':
      return scheme ? { view, scheme } : { view: 'now', about: null };
    case 'rounds':
      if (!scheme || !round) return { view };
      return part === 'preview' ? { view: part, scheme, round } : { view: 'round', scheme, round, query };
    default:
      return { view: 'now', about: abouts.find((about) => about === query) ?? null };
  }
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'now':
      return route.about === null ? '#/now' : `#/now?${route.about}`;
    case 'my-settings':
      return '#/me';
    case 'desk':
      return route.scheme === null ? '#/desk' : `#/desk/${route.scheme}`;
    case 'round':
      return `#/rounds/${route.scheme}/${route.round}${route.query === '' ? '' : `?${route.query}`}`;
    case 'preview':
      return `#/rounds/${route.scheme}/${route.round}/preview`;
    case 'settings':
      return `#/settings/${route.scheme}`;
    default:
      return `#/${route.view}`;
  }
}
