import { Button } from '@fluentui/react-components';
import { useNow } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { useLook } from '../look.ts';
import { Empty } from './empty.tsx';

/** There is nothing to take part in. A coordinator can change that. */
export function NoScheme() {
  const look = useLook();
  const { words, me } = useApp();
  const { refetch } = useNow();
  const { soon } = words.chat.signUp;
  const { setUp } = words.now;
  return (
    <Empty picture="no-scheme" texts={[me.coordinator ? setUp.text : soon.text]}>
      {me.coordinator ? (
        <Button as="a" appearance="primary" className={look.wide} href={hrefOf({ view: 'first' })}>
          {setUp.act}
        </Button>
      ) : (
        <Button className={look.wide} onClick={() => void refetch()}>
          {soon.again}
        </Button>
      )}
    </Empty>
  );
}
