import { Button, Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Now } from '../../../core/api/me.ts';
import type { Colleagues, People } from '../../../core/api/people.ts';
import { keys, useNeverWith } from '../../api/queries.ts';
import { useChange } from '../../api/use-change.ts';
import { useApp } from '../../context/app-context.ts';
import { Loaded } from '../../parts/states.tsx';
import { useLooks } from '../looks.ts';
import { PartHeading, Section } from '../section.tsx';
import { ColleagueSearch } from './colleague-search.tsx';

interface Props {
  readonly now: Now;
}

/** Whom somebody would rather not meet. Nobody else can see it, and the product says so. */
export function NeverWith({ now }: Props) {
  const { words } = useApp();
  const { never, neverWith } = words.mySettings;
  return (
    <Section title={never.title}>
      <Text>{neverWith.ask}</Text>
      <Loaded words={words} query={useNeverWith()}>
        {(list) => <List list={list} now={now} />}
      </Loaded>
    </Section>
  );
}

function List({ list, now }: Props & { readonly list: People }) {
  const looks = useLooks();
  const { api, words } = useApp();
  const { never, neverWith } = words.mySettings;
  const client = useQueryClient();
  const change = useChange();
  const box = useRef<HTMLDivElement>(null);
  const ids = list.people.map(({ id }) => id);
  const partners = isAhead(now) ? (now.pairing?.partners ?? []) : [];
  const meets = list.people.some(({ id }) => partners.some((partner) => partner.id === id));

  function set(wanted: readonly string[], said: string): Promise<boolean> {
    const write = async (version: string, people: readonly string[]) => {
      const kept = await api.setNeverWith(version, people);
      client.setQueryData<People>(keys.neverWith, kept);
      return kept;
    };
    return change({
      apply: () => write(list.version, wanted),
      revert: ({ version }) => write(version, ids),
      said,
    });
  }

  function add({ id, name }: Colleagues[number]): void {
    void set([...ids, id], neverWith.kept({ name }));
  }

  async function takeBack(id: string): Promise<void> {
    // The button goes with the row.
    if (
      await set(
        ids.filter((one) => one !== id),
        neverWith.takenBack,
      )
    )
      box.current?.querySelector('input')?.focus();
  }

  return (
    <div ref={box} className={looks.form}>
      <ColleagueSearch name={never.title} act={never.add} without={ids} onAct={add} />
      {list.people.length === 0 ? (
        <Text className={looks.quiet}>{never.nobody}</Text>
      ) : (
        <>
          <PartHeading>{never.list}</PartHeading>
          <ul className={looks.list}>
            {list.people.map(({ id, name }) => (
              <li key={id} className={looks.listed}>
                <Text className={looks.name}>{name || words.colleague}</Text>
                <Button
                  size="small"
                  aria-label={words.chat.buttons['take-back']({ name: name || words.colleague })}
                  onClick={() => void takeBack(id)}
                >
                  {never.takeBack}
                </Button>
              </li>
            ))}
          </ul>
          <Text className={looks.quiet}>{never.only}</Text>
          {meets && <Text>{never.meets}</Text>}
        </>
      )}
    </div>
  );
}

function isAhead({ state }: Now): boolean {
  return state === 'meeting' || state === 'choose';
}
