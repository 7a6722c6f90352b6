import { Button, makeStyles, Spinner, Text, typographyStyles } from '@fluentui/react-components';
import { Card } from '../../parts/card.tsx';
import { useRoundStyles } from '../round/round-styles.ts';
import { useEditing } from './editing.ts';
import { useLooks } from './looks.ts';
import { qualityOf } from './say/price.ts';
import { useSaying } from './say/use-saying.ts';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0 },
  price: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: '4px' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** How good the draft is, and what its changes cost; and what pairs everybody again. */
export function Quality() {
  const shared = useRoundStyles();
  const looks = useLooks();
  const styles = useStyles();
  const saying = useSaying();
  const { draft, isOpen, isBusy, change, undo } = useEditing();
  const { said } = saying;
  const { sentence, price } = qualityOf(draft, saying);
  const { joined, left } = draft.news;
  return (
    <Card className={looks.card}>
      <h2 className={styles.title}>{said.quality.title}</h2>
      <Text>{sentence}</Text>
      {price.length > 0 && (
        <ul className={styles.price}>
          {price.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {isOpen && (
        <>
          {joined + left > 0 && <Text weight="semibold">{said.news({ joined, left })}</Text>}
          <div className={styles.acts}>
            <Button
              disabledFocusable={isBusy}
              aria-describedby="best-again-text"
              onClick={() => {
                change({ kind: 'best-again' });
              }}
            >
              {said.bestAgain}
            </Button>
            <Button
              disabledFocusable={isBusy}
              aria-describedby="re-roll-text"
              onClick={() => {
                change({ kind: 're-roll' });
              }}
            >
              {said.reRoll}
            </Button>
            <Button disabledFocusable={isBusy || undo === null} onClick={() => undo?.()}>
              {said.undo}
            </Button>
            {isBusy && <Spinner size="tiny" label={said.working} />}
          </div>
          <Text id="best-again-text" size={200} className={shared.quiet}>
            {said.bestAgainText}
          </Text>
          <Text id="re-roll-text" size={200} className={shared.quiet}>
            {said.reRollText}
          </Text>
        </>
      )}
    </Card>
  );
}
