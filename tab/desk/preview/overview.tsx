import { Button, Link, makeStyles, Text } from '@fluentui/react-components';
import type { DraftView } from '../../../core/api/draft.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { city, dayAndTime } from '../../format/times.ts';
import { Card } from '../../parts/card.tsx';
import { namesOf } from '../../parts/names.ts';
import { useDeskAct } from '../use-desk-act.ts';
import { peopleOf, sayChange } from './say/changes.ts';
import { useRoundStyles } from '../round/round-styles.ts';
import { useEditing } from './editing.ts';
import { useLooks } from './looks.ts';
import type { Saying } from './say/saying.ts';
import { useSaying } from './say/use-saying.ts';

const useStyles = makeStyles({
  counts: { margin: 0 },
  release: { alignSelf: 'flex-start' },
});

/** @example '18 pairs, one group of three, 2 people without a meeting' */
export function countsOf({ pairings, unplaced }: DraftView, said: Saying['said']): string {
  const trios = pairings.filter(({ members }) => members.length === 3).length;
  return said.counts({ pairs: pairings.length - trios, trios, without: unplaced.length });
}

/** What goes out, and when; who changed it last; and the button that releases it. */
export function Overview({ isReleasing }: { readonly isReleasing: boolean }) {
  const shared = useRoundStyles();
  const looks = useLooks();
  const styles = useStyles();
  const { locale } = useApp();
  const saying = useSaying();
  const { draft, isOpen, isBusy } = useEditing();
  const act = useDeskAct();
  const { said } = saying;
  const { scheme, round, zone } = draft;
  const goesOut = { when: dayAndTime(draft.releasesAt, zone, locale), city: city(zone) };
  return (
    <Card className={looks.card}>
      <Text as="p" size={500} weight="semibold" className={styles.counts}>
        {countsOf(draft, said)}
      </Text>
      {draft.state === 'released' ? (
        <>
          <Text>{said.released}</Text>
          <Link href={hrefOf({ view: 'round', scheme, round, query: '' })}>{said.follow}</Link>
        </>
      ) : (
        <Text>{isReleasing ? said.releasing : said[draft.waits ? 'waits' : 'goesOut'](goesOut)}</Text>
      )}
      <Text className={shared.quiet}>{sayAuthor(draft, saying)}</Text>
      {isOpen && (
        <Button
          appearance="primary"
          className={styles.release}
          disabledFocusable={isBusy}
          onClick={() => {
            act({ kind: 'release', scheme, round, draft: Number(draft.version) }, said.releasing);
          }}
        >
          {said.release}
        </Button>
      )}
    </Card>
  );
}

/** When it was made; who changed it last, and what they changed. */
function sayAuthor(draft: DraftView, saying: Saying): string {
  const { by, change, zone } = draft;
  const when = dayAndTime(draft.madeAt, zone, saying.locale);
  if (by === null || change === null) return saying.said.made({ when });
  const what = sayChange(change, peopleOf(draft), saying);
  return saying.said.changed({ name: namesOf([by], saying), when, what });
}
