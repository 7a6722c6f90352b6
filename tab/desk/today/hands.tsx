import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Hand, Today } from '../../../core/api/desk.ts';
import { useApp } from '../../context/app-context.ts';
import { date } from '../../format/times.ts';
import { Card } from '../../parts/card.tsx';
import { LinkButton } from '../../now/link-button.tsx';
import { namesOf } from '../../parts/names.ts';
import { chatLink } from '../../teams/links.ts';
import { useDeskWords } from '../desk-words.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { HandActs } from './hand-acts.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: {
    margin: 0,
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  list: { listStyle: 'none', display: 'grid', gap: '12px', margin: 0, padding: 0 },
  // Urgent things have an edge; their words say why.
  card: { gap: '8px', borderLeft: `4px solid ${tokens.colorStatusWarningBorderActive}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  names: {
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    margin: 0,
    padding: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What needs a hand, the most urgent first, each with what can be done about it; or that nothing does. */
export function Hands({ today }: { readonly today: Today }) {
  const styles = useStyles();
  const said = useDeskWords().today;
  const { hands, round } = today;
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(section, () => heading.current?.focus());
  return (
    <section ref={section} className={styles.part} aria-labelledby="hands-title">
      <h2 id="hands-title" ref={heading} tabIndex={-1} className={styles.heading}>
        {hands.length === 0 ? said.nothing.title : said.handsTitle}
      </h2>
      {hands.length === 0 && <Text>{round === null ? said.nothing.quiet : said.nothing.text}</Text>}
      <ul className={styles.list}>
        {hands.map((hand) => (
          <li key={[hand.kind, hand.round, hand.detail].join(' ')}>
            <Card className={styles.card}>
              <Said hand={hand} />
              <HandActs today={today} hand={hand} />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is wrong, and with whom. */
function Said({ hand: { kind, count, round, people, pairings, detail } }: { readonly hand: Hand }) {
  const styles = useStyles();
  const app = useApp();
  const said = useDeskWords().today;
  const steps: Readonly<Record<string, string>> = said.steps;
  const { title, text } = said.hands[kind];
  const about = { n: count, monday: round === null ? '' : date(round, app.locale) };
  const details = {
    'calendar-unreadable': detail !== null && said.detail({ code: detail }),
    'mailbox-gone': detail !== null && said.mailbox({ mail: detail }),
    overdue: detail !== null && steps[detail],
  };
  const isDetailed = kind === 'calendar-unreadable' || kind === 'mailbox-gone' || kind === 'overdue';
  return (
    <>
      <h3 className={styles.title}>{say(title, about)}</h3>
      <Text>{say(text, about)}</Text>
      <Whose count={count} people={people} pairings={pairings} />
      {isDetailed && details[kind] && <Text className={styles.quiet}>{details[kind]}</Text>}
    </>
  );
}

/** The people or pairings that it is about. Each is written to where the address is known. */
function Whose({ count, people, pairings }: Pick<Hand, 'count' | 'people' | 'pairings'>) {
  const styles = useStyles();
  const app = useApp();
  const said = useDeskWords();
  const more = count - Math.max(people.length, pairings.length);
  if (people.length + pairings.length === 0) return null;
  return (
    <ul className={styles.names}>
      {pairings.map(({ pairing, members }) => (
        <li key={pairing}>{namesOf(members, app)}</li>
      ))}
      {people.map(({ id, name, mail }) => {
        const shown = name || app.words.colleague;
        return (
          <li key={id}>
            {mail === null ? (
              shown
            ) : (
              <LinkButton href={chatLink([mail])} size="small">
                {said.round.writeName({ names: shown })}
              </LinkButton>
            )}
          </li>
        );
      })}
      {more > 0 && <li>{said.today.andMore({ n: more })}</li>}
    </ul>
  );
}

interface About {
  /** How many. */
  readonly n: number;
  /** Of the round, as it is said. */
  readonly monday: string;
}

function say(text: string | ((about: About) => string), about: About): string {
  return typeof text === 'string' ? text : text(about);
}
