import { Badge } from '@fluentui/react-components';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { useApp } from '../context/app-context.ts';

const colors = {
  planned: 'informative',
  booked: 'success',
  suggested: 'warning',
  failed: 'danger',
  cancelled: 'subtle',
} as const;

/** How a pairing stands, as a word; the colour says nothing more. */
export function StateMark({ state }: { readonly state: PairingView['state'] }) {
  return (
    <Badge appearance="tint" size="large" color={colors[state]}>
      {useApp().words.pairing.state[state]}
    </Badge>
  );
}
