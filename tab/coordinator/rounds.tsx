import {
  Badge,
  Card,
  Link,
  makeStyles,
  Text,
  Title3,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useCallback, useEffect } from 'react';
import type { Schemes } from '../../core/api/me.ts';
import type { Rounds as RoundList } from '../../core/api/rounds.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../context/app-context.ts';
import { date, dayAndTime } from '../format/times.ts';
import { Loading, Notice, ProblemNotice } from '../parts/states.tsx';
import { hrefOf } from '../context/route.ts';
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
  title: { margin: 0 },
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 16px' },
  scheme: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface SchemeRounds {
  readonly scheme: Schemes[number];
  readonly rounds: RoundList;
}

/** Every round of every scheme, newest first. */
export function Rounds() {
  const styles = useStyles();
  const { api, words, locale, me, announce } = useApp();
  const load = useLoad(
    useCallback(
      async (): Promise<SchemeRounds[]> =>
        Promise.all(
          (await api.schemes()).map(async (scheme) => ({ scheme, rounds: await api.rounds(scheme.id) })),
        ),
      [api],
    ),
  );
  const count =
    load.state === 'ready' ? load.value.reduce((sum, { rounds }) => sum + rounds.length, 0) : null;

  useEffect(() => {
    if (count !== null) announce(words.rounds.shown({ count }));
  }, [count, announce, words]);

  if (load.state === 'loading') return <Loading words={words} />;
  if (load.state === 'failed') return <ProblemNotice words={words} load={load} />;
  const first = load.value[0];
  if (first === undefined)
    return <Notice title={words.noPairing.noScheme.title} text={words.noPairing.noScheme.text} />;
  if (count === 0) {
    const { title, text } = words.rounds.empty;
    const pairingAt = dayAndTime(first.scheme.next.pairingAt, me.zone, locale);
    return (
      <Notice title={title} text={text({ pairingAt })}>
        {load.value.map(({ scheme }) => (
          <SettingsLink key={scheme.id} scheme={scheme} />
        ))}
      </Notice>
    );
  }
  return (
    <>
      <Title3 as="h1" className={styles.title}>
        {words.rounds.title}
      </Title3>
      {load.value.map(({ scheme, rounds }) => (
        <SchemeSection key={scheme.id} scheme={scheme} rounds={rounds} />
      ))}
    </>
  );
}

function SchemeSection({ scheme, rounds }: SchemeRounds) {
  const styles = useStyles();
  const { words, locale } = useApp();
  return (
    <section aria-label={scheme.name}>
      <div className={styles.top}>
        <h2 className={styles.scheme}>{scheme.name}</h2>
        <SettingsLink scheme={scheme} />
      </div>
      <ul className={styles.list}>
        {rounds.map(({ round, number, stage, figures }) => (
          <li key={round}>
            <Card className={styles.row} appearance="filled">
              <div className={styles.words}>
                <Link href={hrefOf({ view: 'round', scheme: scheme.id, round })}>
                  <Text size={400} weight="semibold">
                    {words.round.title({ n: number })}
                  </Text>
                </Link>
                <Text className={styles.quiet}>{words.round.weekOf({ monday: date(round, locale) })}</Text>
                {figures !== null && <Text>{words.rounds.became(figures)}</Text>}
              </div>
              <Badge appearance="tint" size="large" color={stageColor[stage]}>
                {words.rounds.stage[stage]}
              </Badge>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SettingsLink({ scheme }: Pick<SchemeRounds, 'scheme'>) {
  const said = useApp().words.settings;
  return (
    <Link href={hrefOf({ view: 'settings', scheme: scheme.id })}>{said.of({ scheme: scheme.name })}</Link>
  );
}
