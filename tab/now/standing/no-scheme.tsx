import { Button } from '@fluentui/react-components';
import { useNow } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';
import { Empty } from './empty.tsx';

/** There is nothing to take part in. */
export function NoScheme() {
  const look = useLook();
  const { words } = useApp();
  const { refetch } = useNow();
  return (
    <Empty picture="no-scheme" texts={[words.chat.signUp.soon.text]}>
      <Button className={look.wide} onClick={() => void refetch()}>
        {words.chat.signUp.soon.again}
      </Button>
    </Empty>
  );
}
