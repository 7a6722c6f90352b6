import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { PersonRow } from '../../../../core/api/desk.ts';
import { useApp } from '../../../context/app-context.ts';
import { namesOf } from '../../../parts/names.ts';
import { useDeskWords } from '../../desk-words.ts';
import { useDeskAct } from '../../use-desk-act.ts';
import { useRoundStyles } from '../round-styles.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
});

interface Props {
  readonly round: { readonly scheme: string; readonly round: string };
  /** Who is chosen. */
  readonly people: readonly PersonRow[];
  readonly onPaired: () => void;
}

/** Pairs two or three people by hand who have no meeting. */
export function ByHand({ round: { scheme, round }, people, onPaired }: Props) {
  const styles = useStyles();
  const looks = useRoundStyles();
  const app = useApp();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const canPair = people.length === 2 || people.length === 3;
  return (
    <div className={styles.part}>
      <Text>{said.pairText}</Text>
      <Text role="status" className={looks.quiet}>
        {said.pairChosen({ n: people.length })}
      </Text>
      <Button
        appearance="primary"
        disabledFocusable={!canPair}
        onClick={() => {
          act(
            { kind: 'pair', scheme, round, people: people.map(({ id }) => id) },
            said.pairSaid({ names: namesOf(people, app) }),
          );
          onPaired();
        }}
      >
        {said.pairDo}
      </Button>
    </div>
  );
}
