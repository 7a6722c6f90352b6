import { actionButton, h } from '../html.ts';
import type { Actions, View } from '../view.ts';

export interface Step {
  readonly title: string;
  readonly done: boolean;
  readonly content: readonly (Node | string | null)[];
}

/** A sentence or two. */
export function words(text: string): Node {
  return h('p', {}, text);
}

export function buttons(...some: readonly Node[]): Node {
  return h('p', { class: 'actions' }, ...some);
}

/** A button to go on to the pairing. */
export function toPairing({ overview, round }: View, actions: Actions): Node {
  return buttons(
    actionButton(round === null ? 'To the pairing' : 'To the next pairing', 'to-pairing', () => {
      actions.move({ now: overview.nextPairing });
    }),
  );
}
