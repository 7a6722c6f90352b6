import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { listNames } from '../../parts/names.ts';
import { useDeskWords } from '../desk-words.ts';
import type { Elsewhere, Setting } from './form.ts';

/** Says which settings somebody else changed since they were read. */
export function ElsewhereNotice({ elsewhere: { alone, both } }: { readonly elsewhere: Elsewhere }) {
  const { locale } = useApp();
  const said = useDeskWords().scheme;
  const labels: Readonly<Record<Setting, string>> = {
    name: said.name,
    purpose: said.purpose,
    zone: said.zone,
    cadence: said.cadence,
    pairing: said.pairingDay,
    minutes: said.length,
    booking: said.booking,
    asking: said.asking,
    preview: said.preview,
    ownRule: said.ownRule,
    booksForSilent: said.booksForSilent,
    coordinators: said.parts.after,
    coverage: said.coverage,
    lunch: said.lunch,
    workingHours: said.work,
  };
  const named = (settings: readonly Setting[]) => ({
    settings: listNames(
      settings.map((setting) => said.elsewhere.setting({ setting: labels[setting] })),
      locale,
    ),
  });
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{said.elsewhere.title}</MessageBarTitle>
        {alone.length > 0 && <Text block>{said.elsewhere.text(named(alone))}</Text>}
        {both.length > 0 && <Text block>{said.elsewhere.both(named(both))}</Text>}
        <Text block>{said.elsewhere.again}</Text>
      </MessageBarBody>
    </MessageBar>
  );
}
