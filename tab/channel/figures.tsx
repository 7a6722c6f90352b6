import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Api } from '../client/client.ts';
import { figuresQuery, schemesQuery } from '../api/queries.ts';
import type { Words } from '../words/words.ts';

const useStyles = makeStyles({
  figures: { maxWidth: '520px', margin: '0 auto', padding: '0 16px 40px', textAlign: 'center' },
  title: { ...typographyStyles.subtitle1, margin: '0 0 8px', overflowWrap: 'anywhere' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: '12px 24px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  figure: { display: 'flex', flexDirection: 'column', flex: '1 1 160px' },
  first: { flexBasis: '100%' },
  label: { color: tokens.colorNeutralForeground2 },
  number: typographyStyles.title3,
  large: typographyStyles.largeTitle,
});

interface Props {
  readonly api: Api;
  readonly words: Words;
  readonly locale: string;
}

/** How each scheme fares. Without a sign-in, or without an answer, there are no figures: the page says enough without them. */
export function Figures(props: Props) {
  const { data: schemes = [] } = useQuery(schemesQuery(props.api));
  return schemes.map(({ id, name }) => <FiguresOf key={id} id={id} name={name} {...props} />);
}

function FiguresOf({ id, name, api, words, locale }: Props & { readonly id: string; readonly name: string }) {
  const styles = useStyles();
  const { data } = useQuery(figuresQuery(api, id));
  if (data === undefined) return null;
  return (
    <section className={styles.figures}>
      <h2 className={styles.title}>{words.channel.figures.title({ scheme: name })}</h2>
      <ul className={styles.list}>
        {rowsOf(data, words, locale).map(([number, label], i) => (
          <li key={label} className={mergeClasses(styles.figure, i === 0 && styles.first)}>
            <span className={mergeClasses(styles.number, i === 0 && styles.large)}>{number}</span>{' '}
            <span className={styles.label}>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each number with the words that end its sentence, the most important first. A share that is not known is left out. */
function rowsOf(
  { people, rounds, met }: Awaited<ReturnType<Api['figures']>>,
  { channel: { figures: said } }: Words,
  locale: string,
): readonly (readonly [number: string, label: string])[] {
  const count = (n: number | null) => (n === null ? said.few : new Intl.NumberFormat(locale).format(n));
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return [
    [count(people), said.people],
    [count(rounds), said.rounds],
    ...(met === null ? [] : [[share.format(met), said.met] as const]),
  ];
}
