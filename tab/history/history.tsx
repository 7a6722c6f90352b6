import { AvatarGroup, AvatarGroupItem, Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useHistory } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { date } from '../format/times.ts';
import { listNames } from '../parts/names.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded, Notice } from '../parts/states.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
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
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Everyone I was paired with, newest first. */
export default function History() {
  const { words } = useApp();
  return (
    <Loaded words={words} query={useHistory()}>
      {(entries) =>
        entries.length === 0 ? <Notice {...words.history.empty} /> : <Entries entries={entries} />
      }
    </Loaded>
  );
}

function Entries({ entries }: { readonly entries: MyHistory }) {
  const styles = useStyles();
  const said = useApp().words.history;
  return (
    <Screen title={said.title} shown={said.shown({ count: entries.length })}>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={`${entry.scheme} ${entry.number} ${entry.partners.map(({ id }) => id).join(' ')}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function Entry({ entry }: { readonly entry: MyHistory[number] }) {
  const styles = useStyles();
  const { words, locale } = useApp();
  const said = words.history;
  const when = entry.week === null ? said.earlier : said.weekOf({ monday: date(entry.week, locale) });
  return (
    <Card className={styles.row}>
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
