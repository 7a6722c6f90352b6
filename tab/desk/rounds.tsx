import { Badge, Link, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemes as SchemeList } from '../../core/api/me.ts';
import type { Rounds as RoundList } from '../../core/api/rounds.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { date, dayAndTime } from '../format/times.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded, Notice } from '../parts/states.tsx';
import { hrefOf } from '../context/route.ts';
import { keys } from '../api/queries.ts';
import { useDeskWords } from './desk-words.ts';
import { stageColor } from './stage.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '16px 0 32px', padding: 0, display: 'grid', gap: '8px' },
  row: {
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px 16px',
    padding: '12px 16px',
  },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 160px' },
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 16px' },
  scheme: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface SchemeRounds {
  readonly scheme: SchemeList[number];
  readonly rounds: RoundList;
}

/** Every round of the schemes that they look after, newest first. */
export default function Rounds() {
  const { api, me, words, announce } = useApp();
  const said = useDeskWords().frame.rounds;
  const query = useQuery({
    queryKey: keys.rounds,
    queryFn: async (): Promise<SchemeRounds[]> => {
      const mine = (await api.schemes()).filter(({ id }) => me.coordinates.includes(id));
      return Promise.all(mine.map(async (scheme) => ({ scheme, rounds: await api.rounds(scheme.id) })));
    },
  });
  const count = query.data === undefined ? null : countOf(query.data);

  useEffect(() => {
    if (count !== null) announce(said.shown({ count }));
  }, [count, announce, said]);

  return (
    <Loaded words={words} query={query}>
      {(schemes) => <Schemes schemes={schemes} />}
    </Loaded>
  );
}

function countOf(schemes: readonly SchemeRounds[]): number {
  return schemes.reduce((sum, { rounds }) => sum + rounds.length, 0);
}

function Schemes({ schemes }: { readonly schemes: readonly SchemeRounds[] }) {
  const { locale, me } = useApp();
  const said = useDeskWords().frame.rounds;
  const first = schemes[0];
  if (first !== undefined && countOf(schemes) === 0) {
    const { title, text } = said.empty;
    const pairingAt = dayAndTime(first.scheme.next.pairingAt, me.zone, locale);
    return (
      <Notice title={title} text={text({ pairingAt })}>
        {schemes.map(({ scheme }) => (
          <SettingsLink key={scheme.id} scheme={scheme} />
        ))}
      </Notice>
    );
  }
  return (
    <Screen title={said.title}>
      {schemes.map(({ scheme, rounds }) => (
        <SchemeSection key={scheme.id} scheme={scheme} rounds={rounds} />
      ))}
    </Screen>
  );
}

function SchemeSection({ scheme, rounds }: SchemeRounds) {
  const styles = useStyles();
  const { locale } = useApp();
  const words = useDeskWords();
  return (
    <section aria-label={scheme.name}>
      <div className={styles.top}>
        <h2 className={styles.scheme}>{scheme.name}</h2>
        <SettingsLink scheme={scheme} />
      </div>
      <ul className={styles.list}>
        {rounds.map(({ round, number, stage, figures }) => (
          <li key={round}>
            <Card className={styles.row}>
              <div className={styles.words}>
                <Link href={hrefOf({ view: 'round', scheme: scheme.id, round, query: '' })}>
                  <Text size={400} weight="semibold">
                    {words.round.title({ n: number })}
                  </Text>
                </Link>
                <Text className={styles.quiet}>{words.round.weekOf({ monday: date(round, locale) })}</Text>
                {figures !== null && <Text>{words.frame.rounds.became(figures)}</Text>}
              </div>
              <Badge appearance="tint" size="large" color={stageColor[stage]}>
                {words.frame.rounds.stage[stage]}
              </Badge>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SettingsLink({ scheme }: Pick<SchemeRounds, 'scheme'>) {
  const said = useDeskWords().scheme;
  return (
    <Link href={hrefOf({ view: 'settings', scheme: scheme.id })}>{said.of({ scheme: scheme.name })}</Link>
  );
}
