import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular, LightbulbRegular, WrenchRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { loadQuestions } from '../words/load.ts';

const icons = { think: LightbulbRegular, do: WrenchRegular, share: ChatMultipleRegular };

const useStyles = makeStyles({
  section: { marginTop: '32px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  card: { padding: '16px', gap: '8px', marginTop: '12px' },
  title: { margin: 0 },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1 },
});

/** The pairing's question, for those who want somewhere to start from. Without its words the pairing is shown alone. */
export function Starter({ question: { theme, index } }: Pick<PairingView, 'question'>) {
  const styles = useStyles();
  const { words } = useApp();
  const { data } = useQuery({
    queryKey: ['questions', words.language],
    queryFn: () => loadQuestions(words),
    staleTime: Infinity,
  });
  if (data === undefined) return null;
  const Icon = icons[theme];
  return (
    <section className={styles.section} aria-labelledby="starter-title">
      <h2 id="starter-title" className={styles.heading}>
        {words.pairing.starterTitle}
      </h2>
      <Text className={styles.quiet}>{words.pairing.starterText}</Text>
      <Card className={styles.card}>
        <Icon className={styles.icon} aria-hidden />
        <Text as="h3" size={400} weight="semibold" className={styles.title}>
          {data.themes[theme]}
        </Text>
        <Text>{data[theme][index]}</Text>
      </Card>
    </section>
  );
}
