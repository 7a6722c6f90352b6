/** Where somebody is in the tab. Kept in the address, so that back, forward and reload do what they say. */
export type Route =
  | { readonly view: 'pairing' | 'history' | 'rounds' }
  | { readonly view: 'round'; readonly scheme: string; readonly round: string };

/** @example parseRoute('#/rounds/unmentoring/2026-12-07') → { view: 'round', scheme: 'unmentoring', round: '2026-12-07' } */
export function parseRoute(hash: string): Route {
  const [view, scheme, round] = hash.replace(/^#\//, '').split('/');
  if (view === 'history') return { view };
  if (view !== 'rounds') return { view: 'pairing' };
  return scheme && round ? { view: 'round', scheme, round } : { view };
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  return route.view === 'round' ? `#/rounds/${route.scheme}/${route.round}` : `#/${route.view}`;
}
