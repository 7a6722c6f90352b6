import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { MyData } from '../../../core/api/data.ts';
import { problemOf } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { Failure } from '../../parts/failure.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Loading } from '../../parts/states.tsx';
import { useLooks } from '../looks.ts';
import { PartHeading, Section } from '../section.tsx';
import { Erase } from './erase.tsx';
import { HeldData } from './held-data.tsx';

/** The name of each file. */
const files = { json: 'unmentoring-my-data.json', page: 'unmentoring-my-data.html' } as const;

/** What is kept about somebody: to see, to download, to erase. */
export function Held() {
  const looks = useLooks();
  const { api, words, announce } = useApp();
  const { held, erasing } = words.mySettings;
  const [data, setData] = useState<MyData | 'loading' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function attempt(read: () => Promise<void>): Promise<void> {
    setFailure(null);
    try {
      await read();
    } catch (error) {
      const { title, text } = words.problems[problemOf(error).kind];
      setData(null);
      setFailure(`${title}. ${text}`);
    }
  }

  function show(): Promise<void> {
    setData('loading');
    return attempt(async () => {
      const text = await (await api.myData('json')).text();
      setData(JSON.parse(text) as MyData);
      announce(held.title);
    });
  }

  function download(as: keyof typeof files): Promise<void> {
    return attempt(async () => {
      saveFile(await api.myData(as), files[as]);
      announce(held.downloaded({ file: files[as] }));
    });
  }

  return (
    <Section title={held.title}>
      <Text>{held.text}</Text>
      <div className={looks.row}>
        <Button
          aria-expanded={data !== null}
          onClick={() => {
            if (data === null) void show();
            else setData(null);
          }}
        >
          {data === null ? held.show : held.hide}
        </Button>
        <Button onClick={() => void download('json')}>{held.json}</Button>
        <Button onClick={() => void download('page')}>{held.page}</Button>
      </div>
      {failure !== null && <Failure>{failure}</Failure>}
      {data === 'loading' && <Loading words={words} />}
      {data !== null && data !== 'loading' && <HeldData data={data} />}
      <PartHeading>{erasing.title}</PartHeading>
      <Erase />
    </Section>
  );
}
