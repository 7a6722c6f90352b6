import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Schemes } from '../../core/api/me.ts';
import { useSchemes } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { date, day, hours } from '../format/times.ts';
import { Loaded, Notice } from '../parts/states.tsx';
import type { Words } from '../words/words.ts';

type Scheme = Schemes[number];

const useStyles = makeStyles({
  card: { maxWidth: '520px', margin: '0 auto', padding: '20px 24px', boxSizing: 'border-box' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 24px', margin: 0 },
  fact: { margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
});

/** No pairing now: what happens next, when, and how to take part. */
export function NoPairing() {
  return (
    <Loaded words={useApp().words} query={useSchemes()}>
      {(schemes) => <Next schemes={schemes} />}
    </Loaded>
  );
}

function Next({ schemes }: { readonly schemes: Schemes }) {
  const { announce } = useApp();
  const said = useNotice(schemes);
  useEffect(() => {
    announce(said.title);
  }, [said.title, announce]);
  return (
    <>
      <Notice title={said.title} text={said.text} />
      {schemes.map((scheme) => (
        <NextRound key={scheme.id} scheme={scheme} named={schemes.length > 1} />
      ))}
    </>
  );
}

/** The scheme that says most about where somebody stands: one they are in, else one they pause, else one they could join. */
function useNotice(schemes: Schemes): { title: string; text: string } {
  const { words, me, locale } = useApp();
  const said = words.noPairing;
  const active = schemes.find(({ status }) => status === 'active');
  if (active) return noticeOf(said.waiting, active.name);
  const paused = schemes.find(({ status }) => status === 'paused');
  if (paused) {
    const until = me.enrolments.find(({ scheme }) => scheme === paused.id)?.pausedUntil ?? null;
    if (until === null) return noticeOf(said.paused, paused.name);
    const { title, untilText } = said.paused;
    return { title, text: untilText({ scheme: paused.name, until: date(until, locale) }) };
  }
  return schemes[0] ? noticeOf(said.notIn, schemes[0].name) : said.noScheme;
}

interface AboutScheme {
  readonly title: string;
  readonly text: (values: { readonly scheme: string }) => string;
}

function noticeOf({ title, text }: AboutScheme, scheme: string): { title: string; text: string } {
  return { title, text: text({ scheme }) };
}

type Wish = Words['noPairing']['wish'][keyof Words['noPairing']['wish']];

/** @param minutes null: no wish; `usual` is the scheme's own length */
function wishText(said: Wish, minutes: number | null, usual: number): string {
  return minutes !== null && minutes > usual ? said.longer({ minutes }) : said.usual;
}

function NextRound({ scheme, named }: { readonly scheme: Scheme; readonly named: boolean }) {
  const styles = useStyles();
  const { words, me, locale } = useApp();
  const said = words.noPairing;
  const { pairingAt, week } = scheme.next;
  const wishes = me.settings.preferences;
  const facts = [
    [
      said.nextPairing,
      `${day(pairingAt, me.zone, locale)}, ${hours({ start: pairingAt, end: pairingAt }, me.zone, locale)}`,
    ],
    [said.nextWeek, said.weekOf({ monday: date(week, locale) })],
    [said.length, said.minutes({ n: scheme.minutes })],
    ...(wishes === null || !['active', 'paused'].includes(scheme.status)
      ? []
      : [[said.wishes, wishText(said.wish[wishes.hours], wishes.minutes, scheme.minutes)]]),
  ];
  return (
    <Card className={styles.card}>
      <h2 className={styles.heading}>{named ? said.nextOf({ scheme: scheme.name }) : said.next}</h2>
      <dl className={styles.facts}>
        {facts.map(([term, text]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>
              <Text weight="semibold">{text}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
