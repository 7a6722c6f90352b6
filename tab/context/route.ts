/** Where somebody is in the tab. Kept in the address, so that back, forward and reload do what they say. */
export type Route =
  | { readonly view: 'pairing' | 'history' | 'rounds' }
  | { readonly view: 'round'; readonly scheme: string; readonly round: string }
  | { readonly view: 'settings'; readonly scheme: string };

/** @example parseRoute('#/rounds/unmentoring/2026-12-07') → { view: 'round', scheme: 'unmentoring', round: '2026-12-07' } */
export function parseRoute(hash: string): Route {
  const [view, scheme, round] = hash.replace(/^#\//, '').split('/');
  if (view === 'history') return { view };
  if (view === 'settings' && scheme) return { view, scheme };
  if (view !== 'rounds') return { view: 'pairing' };
  return scheme && round ? { view: 'round', scheme, round } : { view };
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'round':
      return `#/rounds/${route.scheme}/${route.round}`;
    case 'settings':
      return `#/settings/${route.scheme}`;
    default:
      return `#/${route.view}`;
  }
}
