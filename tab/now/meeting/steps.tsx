import { Button } from '@fluentui/react-components';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useAct } from '../../api/use-act.ts';
import { useApp } from '../../context/app-context.ts';
import { chatWith } from '../decide-now.ts';
import { LinkButton } from '../link-button.tsx';
import { namesOf } from '../names-of.ts';

interface Props {
  readonly pairing: PairingView;
}

/** Opens a chat with the others. None where an address is not known. */
export function Write({ pairing }: Props) {
  const app = useApp();
  const href = chatWith(pairing);
  if (href === null) return null;
  const name = namesOf(pairing.partners, app);
  return <LinkButton href={href}>{app.words.chat.month.buttons.write({ name })}</LinkButton>;
}

/** They leave this meeting out. */
export function Skip({ pairing }: Props) {
  const app = useApp();
  const act = useAct();
  const { scheme, round, partners } = pairing;
  return (
    <Button
      onClick={() => {
        act({ kind: 'skip', scheme, round }, app.words.now.skipSaid({ names: namesOf(partners, app) }));
      }}
    >
      {app.words.chat.month.buttons['not-this-time']}
    </Button>
  );
}
