import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchemeSettings, StoredSettings } from '../../../core/schemes/settings-schemas.ts';
import { keys, useNow } from '../../api/queries.ts';
import { useChange } from '../../api/use-change.ts';
import { Problem } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { Screen } from '../../parts/screen.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { ElsewhereNotice } from './elsewhere-notice.tsx';
import { changedSettings, type Elsewhere, follow, type Setting, some, storable } from './form.ts';
import { SchemeForm } from './scheme-form.tsx';
import { useSchemeFailure } from './use-scheme-failure.ts';

/** Everything that coordinators decide of a scheme, for them to change. */
export default function Scheme({ scheme }: { readonly scheme: string }) {
  const { api, words } = useApp();
  const said = useDeskWords().scheme;
  // Read once: what somebody is choosing is not exchanged under their hands.
  const query = useQuery({
    queryKey: keys.schemeSettings(scheme),
    queryFn: () => api.settings(scheme),
    staleTime: Infinity,
    gcTime: 0,
  });
  const now = useNow();
  return (
    <Loaded words={words} query={query}>
      {(read) => (
        <Loaded words={words} query={now}>
          {({ at }) => (
            <Screen title={said.title} shown={said.of({ scheme: read.schemeName })}>
              <Changing read={read} at={at} />
            </Screen>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  readonly read: StoredSettings;
  readonly at: string;
}

function Changing({ read, at }: Props) {
  const { api, announce } = useApp();
  const said = useDeskWords().scheme;
  const change = useChange();
  const failureOf = useSchemeFailure();
  const [stored, setStored] = useState(read);
  const [typed, setTyped] = useState(read.settings);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  /** Shows what is stored now; what she changed herself stays. */
  function show(now: StoredSettings, base: SchemeSettings): void {
    setStored(now);
    setTyped((mine) => follow({ base, typed: mine }, now.settings).typed);
  }

  async function save(): Promise<void> {
    const changed = changedSettings(stored.settings, typed);
    if (changed.length === 0) {
      announce(said.nothing);
      return;
    }
    setIsSaving(true);
    setFailure(null);
    announce(said.saving);
    try {
      const result = await api.changeSettings(stored.scheme, stored.version, {
        settings: some(storable(typed), changed),
      });
      show(result.stored, stored.settings);
      setElsewhere(
        result.changed ? null : follow({ base: stored.settings, typed }, result.stored.settings).elsewhere,
      );
      if (result.changed) await offerUndo(result.stored, stored.settings, changed);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setIsSaving(false);
    }
  }

  /** What was stored can be taken back; what she has typed since stays. */
  async function offerUndo(saved: StoredSettings, before: SchemeSettings, changed: Setting[]): Promise<void> {
    await change({
      apply: () => Promise.resolve(saved),
      revert: async ({ scheme, version }) => {
        const result = await api.changeSettings(scheme, version, { settings: some(before, changed) });
        if (!result.changed) throw new Problem('stale');
        show(result.stored, saved.settings);
      },
      said: said.saved,
    });
  }

  return (
    <SchemeForm
      name={said.title}
      about={said.from}
      typed={typed}
      stored={stored.settings}
      people={stored.people}
      at={at}
      isSending={isSaving}
      send={isSaving ? said.saving : said.save}
      failure={failure}
      onChange={(part) => {
        setTyped({ ...typed, ...part });
        setFailure(null);
      }}
      onSend={() => void save()}
    >
      {elsewhere !== null && <ElsewhereNotice elsewhere={elsewhere} />}
    </SchemeForm>
  );
}
