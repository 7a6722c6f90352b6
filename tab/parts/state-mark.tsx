import { Badge } from '@fluentui/react-components';
import type { MyPairing } from '../../core/views/api-schemas.ts';
import { useApp } from '../context/app-context.ts';

const colors = {
  planned: 'informative',
  booked: 'success',
  suggested: 'warning',
  failed: 'danger',
  cancelled: 'subtle',
} as const;

/** How a pairing stands, as a word; the colour says nothing more. */
export function StateMark({ state }: { readonly state: NonNullable<MyPairing>['state'] }) {
  return (
    <Badge appearance="tint" size="large" color={colors[state]}>
      {useApp().words.pairing.state[state]}
    </Badge>
  );
}
