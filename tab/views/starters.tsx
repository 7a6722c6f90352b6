import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular, LightbulbRegular, WrenchRegular } from '@fluentui/react-icons';
import { useApp } from '../context/app-context.ts';

const icons = [LightbulbRegular, WrenchRegular, ChatMultipleRegular];

const useStyles = makeStyles({
  section: { marginTop: '32px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: '12px',
    marginTop: '12px',
  },
  card: { padding: '16px', gap: '8px' },
  title: { margin: 0 },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1 },
});

/** Think, Do, Share: somewhere to start from, for those who want it. */
export function Starters() {
  const styles = useStyles();
  const said = useApp().words.pairing;
  return (
    <section className={styles.section} aria-labelledby="starters-title">
      <h2 id="starters-title" className={styles.heading}>
        {said.startersTitle}
      </h2>
      <Text className={styles.quiet}>{said.startersText}</Text>
      <div className={styles.grid}>
        {said.starters.map(({ title, text }, i) => {
          const Icon = icons[i];
          return (
            <Card key={title} className={styles.card} appearance="filled">
              {Icon && <Icon className={styles.icon} aria-hidden />}
              <Text as="h3" size={400} weight="semibold" className={styles.title}>
                {title}
              </Text>
              <Text className={styles.quiet}>{text}</Text>
            </Card>
          );
        })}
      </div>
    </section>
  );
}
