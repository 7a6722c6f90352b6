import { Text } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';
import { Screen } from '../parts/screen.tsx';

/** What a person chooses for themselves. */
export default function MySettings() {
  const { title, text } = useApp().words.mySettings;
  return (
    <Screen title={title}>
      <Text>{text}</Text>
    </Screen>
  );
}
