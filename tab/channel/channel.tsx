import { Button, Text } from '@fluentui/react-components';
import type { Host } from '../teams/host.ts';
import { Notice } from '../parts/states.tsx';
import type { Words } from '../words/words.ts';

/**
 * The tab in a channel or a group chat: what UnMentoring is, and how to take part. Everybody there sees the same; it knows nobody and
 * asks the API nothing.
 */
export function Channel({ host, words }: { readonly host: Host; readonly words: Words }) {
  const { title, text, steps, alone, open } = words.channel;
  const { appId, openLink } = host;
  return (
    <main>
      <Notice title={title} text={text}>
        <ol style={{ margin: 0, textAlign: 'start' }}>
          {steps.map((step) => (
            <li key={step}>
              <Text size={400}>{step}</Text>
            </li>
          ))}
        </ol>
        <Text align="center">{alone}</Text>
        {appId !== null && (
          <Button
            appearance="primary"
            onClick={() => void openLink(`https://teams.microsoft.com/l/app/${appId}`)}
          >
            {open}
          </Button>
        )}
      </Notice>
    </main>
  );
}
