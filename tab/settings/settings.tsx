import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Now } from '../../core/api/me.ts';
import { useMySettings, useNow, useSchemes } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/states.tsx';
import { Invite } from './colleagues/invite.tsx';
import { NeverWith } from './colleagues/never-with.tsx';
import { Held } from './data/held.tsx';
import { type ShownScheme, standingIn } from './standing.ts';
import { TakingPart } from './taking-part.tsx';
import { Wishes } from './wishes/wishes.tsx';

/** What a person chooses for themselves. */
export default function MySettings() {
  const { words } = useApp();
  const { title } = words.mySettings;
  return (
    <Screen title={title}>
      <Loaded words={words} query={useNow()}>
        {(now) => (
          <>
            <OfSchemes now={now} />
            {now.me.enrolments.length > 0 && <NeverWith now={now} />}
            <Invite />
            <Held />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** What somebody chooses in a scheme: in that which *Now* is about, or another one if there are several. */
function OfSchemes({ now }: { readonly now: Now }) {
  const { words } = useApp();
  const schemes = useSchemes();
  const [chosen, setChosen] = useState(now.scheme?.id);
  return (
    <Loaded words={words} query={schemes}>
      {(all) => {
        const scheme = all.find(({ id }) => id === chosen) ?? all[0];
        if (scheme === undefined) return null;
        return (
          <>
            {all.length > 1 && (
              <Field label={words.mySettings.scheme}>
                <Select
                  value={scheme.id}
                  onChange={(_, { value }) => {
                    setChosen(value);
                  }}
                >
                  {all.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <OfScheme key={scheme.id} now={now} scheme={scheme} />
          </>
        );
      }}
    </Loaded>
  );
}

interface Props {
  readonly now: Now;
  readonly scheme: ShownScheme;
}

function OfScheme({ now, scheme }: Props) {
  // Before they are in, the product has no card of theirs.
  const isIn = [standingIn(now, scheme), standingIn({ ...now, acts: [] }, scheme)].every(
    ({ status }) => status === 'active' || status === 'paused',
  );
  return (
    <>
      <TakingPart now={now} scheme={scheme} />
      {isIn && <StoredWishes scheme={scheme} rules={now.scheme?.rules ?? null} />}
    </>
  );
}

function StoredWishes({ scheme, rules }: Omit<Parameters<typeof Wishes>[0], 'stored'>) {
  const { words } = useApp();
  return (
    <Loaded words={words} query={useMySettings(scheme.id)}>
      {(stored) => <Wishes stored={stored} scheme={scheme} rules={rules} />}
    </Loaded>
  );
}
