// Every address of the API, all below `/api`. Starts load this file: it imports nothing.

/**
 * Who may call an address. `anyone`: without a token too. `member`: with a valid token of the tenant. `participant`: a member whom a
 * scheme has an enrolment of, whatever its status. `coordinator`: a member with the role, or, where the path names a scheme, whom that
 * scheme names as a coordinator.
 */
export type CallerKind = 'anyone' | 'member' | 'participant' | 'coordinator';

interface Address {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Below `/api/`; parameters in braces. */
  readonly path: string;
  /** Those of any of these kinds may call it. It is decided before anything else of a call is looked at. */
  readonly callers: readonly CallerKind[];
}

/** By the name of the function that answers it. What goes in and comes out is in `endpoints/`. */
export const addresses = {
  health: { method: 'GET', path: 'health', callers: ['anyone'] },
  openapi: { method: 'GET', path: 'openapi.json', callers: ['anyone'] },

  me: { method: 'GET', path: 'me', callers: ['member'] },
  now: { method: 'GET', path: 'me/now', callers: ['member'] },
  'my-pairing': { method: 'GET', path: 'me/pairing', callers: ['member'] },
  'my-history': { method: 'GET', path: 'me/history', callers: ['member'] },
  'my-meeting': { method: 'GET', path: 'me/meetings/{scheme}/{round}', callers: ['participant'] },
  'change-my-meeting': { method: 'PATCH', path: 'me/meetings/{scheme}/{round}', callers: ['participant'] },
  'my-times': { method: 'GET', path: 'me/times', callers: ['participant'] },
  'take-act': { method: 'POST', path: 'me/acts', callers: ['member'] },
  'my-act': { method: 'GET', path: 'me/acts/{id}', callers: ['member'] },
  'withdraw-act': { method: 'DELETE', path: 'me/acts/{id}', callers: ['member'] },
  again: { method: 'GET', path: 'me/again', callers: ['participant'] },
  'change-again': { method: 'PUT', path: 'me/again', callers: ['participant'] },
  'never-with': { method: 'GET', path: 'me/never-with', callers: ['participant'] },
  'change-never-with': { method: 'PUT', path: 'me/never-with', callers: ['participant'] },
  'my-settings': { method: 'GET', path: 'me/settings/{scheme}', callers: ['participant'] },
  'change-my-settings': { method: 'PUT', path: 'me/settings/{scheme}', callers: ['participant'] },
  'my-data': { method: 'GET', path: 'me/data', callers: ['member'] },
  'my-data-page': { method: 'GET', path: 'me/data/page', callers: ['member'] },
  erase: { method: 'POST', path: 'me/erase', callers: ['member'] },
  colleagues: { method: 'GET', path: 'colleagues', callers: ['member'] },
  photo: { method: 'GET', path: 'people/{person}/photo', callers: ['participant', 'coordinator'] },

  schemes: { method: 'GET', path: 'schemes', callers: ['member'] },
  'make-scheme': { method: 'POST', path: 'schemes', callers: ['coordinator'] },
  'scheme-dates': { method: 'POST', path: 'scheme-dates', callers: ['member'] },
  figures: { method: 'GET', path: 'schemes/{scheme}/figures', callers: ['member'] },
  rounds: { method: 'GET', path: 'schemes/{scheme}/rounds', callers: ['coordinator'] },
  round: { method: 'GET', path: 'schemes/{scheme}/rounds/{round}', callers: ['coordinator'] },
  people: { method: 'GET', path: 'schemes/{scheme}/rounds/{round}/people', callers: ['coordinator'] },
  'people-file': {
    method: 'GET',
    path: 'schemes/{scheme}/rounds/{round}/people.csv',
    callers: ['coordinator'],
  },
  pairings: { method: 'GET', path: 'schemes/{scheme}/rounds/{round}/pairings', callers: ['coordinator'] },
  'pairing-times': {
    method: 'GET',
    path: 'schemes/{scheme}/rounds/{round}/pairings/{pairing}/times',
    callers: ['coordinator'],
  },
  draft: { method: 'GET', path: 'schemes/{scheme}/rounds/{round}/draft', callers: ['coordinator'] },
  'change-draft': {
    method: 'PATCH',
    path: 'schemes/{scheme}/rounds/{round}/draft',
    callers: ['coordinator'],
  },
  today: { method: 'GET', path: 'schemes/{scheme}/today', callers: ['coordinator'] },
  'take-desk-act': { method: 'POST', path: 'schemes/{scheme}/acts', callers: ['coordinator'] },
  settings: { method: 'GET', path: 'schemes/{scheme}/settings', callers: ['coordinator'] },
  'change-settings': { method: 'PUT', path: 'schemes/{scheme}/settings', callers: ['coordinator'] },
  'self-check': { method: 'GET', path: 'self-check', callers: ['coordinator'] },
  poison: { method: 'GET', path: 'poison', callers: ['coordinator'] },
  'move-poison': { method: 'POST', path: 'poison/{queue}/{id}', callers: ['coordinator'] },
} as const satisfies Record<string, Address>;

export type AddressName = keyof typeof addresses;
