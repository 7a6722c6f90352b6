import { Button, Text } from '@fluentui/react-components';
import type { Api } from '../client/client.ts';
import type { Host } from '../teams/host.ts';
import { Notice } from '../parts/states.tsx';
import type { Words } from '../words/words.ts';
import { Figures } from './figures.tsx';

interface Props {
  readonly api: Api;
  readonly host: Host;
  readonly words: Words;
  readonly locale: string;
}

/**
 * The tab in a channel or a group chat: what UnMentoring is, how to take part, and the figures of its schemes. Everybody there sees
 * the same.
 */
export default function Channel({ api, host, words, locale }: Props) {
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
            onClick={() => {
              openLink(`https://teams.microsoft.com/l/app/${appId}`);
            }}
          >
            {open}
          </Button>
        )}
      </Notice>
      <Figures api={api} words={words} locale={locale} />
    </main>
  );
}
