import {
  AvatarGroup,
  AvatarGroupItem,
  Badge,
  Card,
  makeStyles,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../context/app-context.ts';
import { date } from '../format/times.ts';
import { listNames } from '../parts/names.ts';
import { Loading, Notice, ProblemNotice } from '../parts/states.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '16px 0 0', padding: 0, display: 'grid', gap: '8px' },
  row: {
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px 16px',
    padding: '12px 16px',
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 160px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Everyone I was paired with, newest first. */
export function History() {
  const styles = useStyles();
  const { api, words, announce } = useApp();
  const load = useLoad(api.history);
  const count = load.state === 'ready' ? load.value.length : null;

  useEffect(() => {
    if (count !== null) announce(count === 0 ? words.history.empty.title : words.history.shown({ count }));
  }, [count, announce, words]);

  if (load.state === 'loading') return <Loading words={words} />;
  if (load.state === 'failed') return <ProblemNotice words={words} load={load} />;
  if (load.value.length === 0)
    return <Notice title={words.history.empty.title} text={words.history.empty.text} />;
  return (
    <>
      <Title3 as="h1" className={styles.title}>
        {words.history.title}
      </Title3>
      <ul className={styles.list}>
        {load.value.map((entry) => (
          <li key={`${entry.scheme} ${entry.number} ${entry.partners.map(({ id }) => id).join(' ')}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ entry }: { readonly entry: MyHistory[number] }) {
  const styles = useStyles();
  const { words, locale } = useApp();
  const said = words.history;
  const when = entry.week === null ? said.earlier : said.weekOf({ monday: date(entry.week, locale) });
  return (
    <Card className={styles.row} appearance="filled">
      <AvatarGroup layout="stack" size={40} aria-hidden>
        {entry.partners.map(({ id, name }) => (
          <AvatarGroupItem key={id} name={name} color="colorful" idForColor={id} />
        ))}
      </AvatarGroup>
      <div className={styles.words}>
        <Text size={400} weight="semibold">
          {listNames(
            entry.partners.map(({ name }) => name || words.colleague),
            locale,
          )}
        </Text>
        <Text className={styles.quiet}>
          {said.round({ n: entry.number })} · {when}
        </Text>
      </div>
      <Met met={entry.met} />
    </Card>
  );
}

function Met({ met }: { readonly met: boolean | null }) {
  const said = useApp().words.history;
  if (met === null)
    return (
      <Badge appearance="outline" size="large" color="informative">
        {said.unknown}
      </Badge>
    );
  return (
    <Badge appearance="tint" size="large" color={met ? 'success' : 'warning'}>
      {met ? said.met : said.notMet}
    </Badge>
  );
}
