import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, useNow } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { Screen } from '../../parts/screen.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { firstSettings, storable } from './form.ts';
import { useSchemeFailure } from './use-scheme-failure.ts';
import { SchemeForm } from './scheme-form.tsx';

/** Makes the first scheme: until then nothing is running. */
export default function FirstScheme() {
  const { words } = useApp();
  const { first } = useDeskWords().scheme;
  return (
    <Loaded words={words} query={useNow()}>
      {({ at }) => (
        <Screen title={first.title}>
          <Making at={at} />
        </Screen>
      )}
    </Loaded>
  );
}

function Making({ at }: { readonly at: string }) {
  const { api, words, zone, announce } = useApp();
  const client = useQueryClient();
  const { first } = useDeskWords().scheme;
  const failureOf = useSchemeFailure();
  const [typed, setTyped] = useState(() => firstSettings(words.tabs.label, likelyZone(zone)));
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function make(): Promise<void> {
    setIsMaking(true);
    setFailure(null);
    announce(first.making);
    try {
      const { schemeName } = await api.makeScheme(storable(typed));
      announce(first.made({ scheme: schemeName }));
      window.location.hash = hrefOf({ view: 'desk', scheme: null });
      // Then the desk knows that there is one.
      await client.invalidateQueries({ queryKey: keys.mine });
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setIsMaking(false);
    }
  }

  return (
    <SchemeForm
      name={first.title}
      about={first.text}
      typed={typed}
      stored={null}
      people={[]}
      at={at}
      isSending={isMaking}
      send={isMaking ? first.making : first.make}
      failure={failure}
      onChange={(change) => {
        setTyped({ ...typed, ...change });
        setFailure(null);
      }}
      onSend={() => void make()}
    />
  );
}

/** The reader's zone, as the product knows it. Where it knows none yet, that of the device is a better guess than UTC. */
function likelyZone(known: string): string {
  return known === 'UTC' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : known;
}
