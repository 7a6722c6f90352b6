import { makeStyles, Text } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SchemeDates, SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import { keys } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { date, dayAndTime } from '../../format/times.ts';
import { useLooks } from '../../settings/looks.ts';
import { PartHeading } from '../../settings/section.tsx';
import { useDeskWords } from '../desk-words.ts';

const useStyles = makeStyles({
  dates: { display: 'grid', gap: '8px', margin: 0, paddingInlineStart: '20px' },
});

interface Props {
  readonly settings: SchemeSettings;
  /** Whether they are complete enough. */
  readonly isComplete: boolean;
}

/** The next three rounds of a scheme with some settings, in words. */
export function Dates({ settings, isComplete }: Props) {
  const styles = useStyles();
  const looks = useLooks();
  const { api, announce } = useApp();
  const said = useDeskWords().scheme.dates;
  const sentences = useSentences(settings);
  const { zone, cadence, pairing, workingHours, preview } = settings;
  const calendar = { zone, cadence, pairing, workingHours, preview };
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: keys.schemeDates(calendar),
    queryFn: () => api.schemeDates(calendar),
    enabled: isComplete,
    placeholderData: keepPreviousData,
  });
  const first = isComplete && !isPlaceholderData ? data?.[0] : undefined;
  const firstSaid = first === undefined ? null : sentences(first).join(' ');
  useAnnounceLater(firstSaid, announce);
  return (
    <>
      <PartHeading>{said.title}</PartHeading>
      {!isComplete && <Text className={looks.quiet}>{said.incomplete}</Text>}
      {isComplete && isError && <Text className={looks.quiet}>{said.failed}</Text>}
      {isComplete && !isError && data !== undefined && (
        <ol className={styles.dates}>
          {data.map((dates) => {
            const [week, ...rest] = sentences(dates);
            return (
              <li key={dates.round}>
                <Text block weight="semibold">
                  {week}
                </Text>
                <Text block>{rest.join(' ')}</Text>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}

/** A round as sentences, with times on the scheme's clock. */
function useSentences({ zone, asking, preview }: SchemeSettings): (dates: SchemeDates[number]) => string[] {
  const { locale } = useApp();
  const said = useDeskWords().scheme.dates;
  const time = (instant: string): string => dayAndTime(instant, zone, locale);
  return ({ round, calledAt, draftAt, pairingAt }) => {
    const times = { draft: time(draftAt ?? pairingAt), paired: time(pairingAt) };
    return [
      said.week({ monday: date(round, locale) }),
      said.called[asking]({ called: time(calledAt) }),
      said.paired[draftAt === null ? 'none' : preview](times),
    ];
  };
}

/** Says a sentence when it changes, but not the first one. */
function useAnnounceLater(sentence: string | null, announce: (sentence: string) => void): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (sentence === null || sentence === last.current) return;
    if (last.current !== null) announce(sentence);
    last.current = sentence;
  }, [sentence, announce]);
}
