import { mergeClasses } from '@fluentui/react-components';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';

/** Why these people: they never met, or long ago; and their departments have not met. */
export function Why({ pairing }: { readonly pairing: PairingView }) {
  const look = useLook();
  const { words } = useApp();
  const { firstTime, lastMet: again, newLink: link, trio } = words.chat.pairing;
  const { lastMet, newLink, partners } = pairing;
  const why = [
    lastMet === null ? firstTime : again({ rounds: lastMet }),
    ...(newLink === null ? [] : [link({ one: newLink[0], other: newLink[1] })]),
    ...(partners.length > 1 ? [trio] : []),
  ];
  return (
    <div>
      <h2 className={mergeClasses(look.heading, look.runIn)}>
        {words.now.why[partners.length > 1 ? 'three' : 'two']}
      </h2>
      <p className={mergeClasses(look.text, look.runIn)}>{why.join(' ')}</p>
    </div>
  );
}
