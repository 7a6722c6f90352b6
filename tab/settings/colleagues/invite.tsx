import { Text } from '@fluentui/react-components';
import { useAct } from '../../api/use-act.ts';
import { useApp } from '../../context/app-context.ts';
import { useLooks } from '../looks.ts';
import { Section } from '../section.tsx';
import { ColleagueSearch } from './colleague-search.tsx';

/** Suggests to a colleague to take part. The card goes out ten seconds later. */
export function Invite() {
  const looks = useLooks();
  const { inviting, invite } = useApp().words.mySettings;
  const take = useAct();
  return (
    <Section title={inviting.title}>
      <Text>{invite.ask}</Text>
      <Text className={looks.quiet}>{invite.what}</Text>
      <ColleagueSearch
        name={inviting.title}
        act={inviting.send}
        onAct={({ id, name }) => {
          take({ kind: 'invite', person: id }, invite.sent({ name }));
        }}
      />
    </Section>
  );
}
