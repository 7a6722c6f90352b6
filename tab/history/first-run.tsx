import { Button } from '@fluentui/react-components';
import type { Now, NowState } from '../../core/api/me.ts';
import { useNow } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { hrefOf } from '../context/route.ts';
import { day } from '../format/times.ts';
import { Notice } from '../parts/states.tsx';

/** What the history is of whom nothing is listed yet: what will be here, and when. */
export function FirstRun() {
  const { words } = useApp();
  const said = words.history.empty;
  const text = useReason(useNow().data);
  return (
    <Notice title={said.title} text={text}>
      <Button as="a" appearance="primary" href={hrefOf({ view: 'now', about: null })}>
        {said.open}
      </Button>
    </Notice>
  );
}

const notIn: readonly NowState[] = ['no-scheme', 'never-joined', 'left'];

/** @param now undefined while it is not known */
function useReason(now: Now | undefined): string {
  const { words, zone, locale } = useApp();
  const said = words.history.empty;
  if (now === undefined) return said.text;
  if (notIn.includes(now.state)) return said.notIn;
  if (now.pairing !== null) return said.ahead;
  if (now.scheme === null || now.state === 'paused') return said.text;
  return said.next({ pairingAt: day(now.scheme.next.pairingAt, zone, locale) });
}
