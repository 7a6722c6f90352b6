import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useApp } from '../context/app-context.ts';
import { date } from '../format/times.ts';
import { Card } from '../parts/card.tsx';
import { Face } from '../parts/face.tsx';
import { Note } from './note.tsx';
import { Wish } from './wish.tsx';

type Entry = MyHistory[number];

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  when: {
    margin: 0,
    flex: '1 1 140px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  who: { display: 'flex', flexDirection: 'column', flex: '1 1 140px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  kept: { margin: 0, display: 'grid', gap: '2px' },
  words: { margin: 0, whiteSpace: 'pre-line' },
});

/** The id of a meeting's heading. */
export function idOf({ scheme, number, partners }: Entry): string {
  return ['meeting', scheme, number, ...partners.map(({ id }) => id)].join('-');
}

interface Props {
  readonly meeting: Entry;
  /** Whether the reader was paired in more than one scheme. */
  readonly isSchemeNamed: boolean;
}

/** When it was, who was there, and what is kept of it. */
export function Meeting({ meeting, isSchemeNamed }: Props) {
  const styles = useStyles();
  const { words, locale } = useApp();
  const said = words.history;
  const when = meeting.week === null ? said.earlier : said.weekOf({ monday: date(meeting.week, locale) });
  const about = [when, said.round({ n: meeting.number }), ...(isSchemeNamed ? [meeting.schemeName] : [])];
  return (
    <Card role="article" aria-labelledby={idOf(meeting)}>
      <div className={styles.row}>
        <h2 id={idOf(meeting)} tabIndex={-1} className={styles.when}>
          {about.join(' · ')}
        </h2>
        <Met met={meeting.met} />
      </div>
      {meeting.partners.map((partner) => (
        <div key={partner.id} className={styles.row}>
          <Face person={partner} size={40} />
          <div className={styles.who}>
            <Text size={400} weight="semibold">
              {partner.name || words.colleague}
            </Text>
            {partner.department !== undefined && <Text className={styles.quiet}>{partner.department}</Text>}
          </div>
          {partner.name !== '' && <Wish partner={partner} />}
        </div>
      ))}
      <Kept title={said.takeaway.mine} text={meeting.takeaway} />
      {meeting.shared.map(({ id, name, takeaway }) => (
        <Kept key={id} title={said.takeaway.theirs({ name: name || words.colleague })} text={takeaway} />
      ))}
      <Note meeting={meeting} />
    </Card>
  );
}

function Kept({ title, text }: { readonly title: string; readonly text: string | null }) {
  const styles = useStyles();
  if (text === null) return null;
  return (
    <div className={styles.kept}>
      <Text size={200} className={styles.quiet}>
        {title}
      </Text>
      <p className={styles.words}>{text}</p>
    </div>
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
