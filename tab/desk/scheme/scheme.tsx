import { Link, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { StoredSettings } from '../../../core/schemes/settings-schemas.ts';
import { keys } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { SettingsForm } from './settings-form.tsx';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: '4px', marginBottom: '12px' },
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px', marginBottom: '8px' },
  title: { ...typographyStyles.title3, margin: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How a scheme's meetings come about, for its coordinators to change. */
export default function Scheme({ scheme }: { readonly scheme: string }) {
  const styles = useStyles();
  const { api, words } = useApp();
  // Read once: what somebody is choosing is not exchanged under their hands.
  const query = useQuery({
    queryKey: keys.schemeSettings(scheme),
    queryFn: () => api.settings(scheme),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <>
      <Link href={hrefOf({ view: 'rounds' })} className={styles.back}>
        <ChevronLeftRegular aria-hidden /> {useDeskWords().frame.rounds.back}
      </Link>
      <Loaded words={words} query={query}>
        {(read) => <Shown read={read} />}
      </Loaded>
    </>
  );
}

function Shown({ read }: { readonly read: StoredSettings }) {
  const styles = useStyles();
  const { announce } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const said = useDeskWords().scheme;

  // The link that led here is gone: whoever uses a keyboard goes on from the heading.
  useEffect(() => {
    title.current?.focus();
    announce(said.of({ scheme: read.schemeName }));
  }, [read, announce, said]);

  return (
    <>
      <div className={styles.top}>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {said.title}
        </h1>
        <Text className={styles.quiet}>{read.schemeName}</Text>
      </div>
      <Text as="p">{said.from}</Text>
      <SettingsForm read={read} />
    </>
  );
}
