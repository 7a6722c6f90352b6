import { Button, Text } from '@fluentui/react-components';
import { useRef } from 'react';
import { useApp } from '../../context/app-context.ts';
import { ColleagueSearch } from '../../settings/colleagues/colleague-search.tsx';
import { useLooks } from '../../settings/looks.ts';
import { PartHeading, Section } from '../../settings/section.tsx';
import { useDeskWords } from '../desk-words.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly people: readonly Named[];
  /** Whether the reader looks after it, named or not. */
  readonly isAuthor: boolean;
  readonly isFaulty: boolean;
  readonly onChange: (people: readonly Named[]) => void;
}

/** The people who look after a scheme. */
export function Coordinators({ people, isAuthor, isFaulty, onChange }: Props) {
  const looks = useLooks();
  const { me, words, announce } = useApp();
  const { coordinators: said, parts } = useDeskWords().scheme;
  const box = useRef<HTMLDivElement>(null);
  const ids = people.map(({ id }) => id);
  const nameOf = (one: Named): string => one.name || words.colleague;

  function add({ id, name }: Named): void {
    onChange([...people, { id, name }]);
    announce(said.added({ name }));
  }

  function remove(one: Named): void {
    onChange(people.filter(({ id }) => id !== one.id));
    announce(said.removed({ name: nameOf(one) }));
    // The button goes with the row.
    box.current?.querySelector('input')?.focus();
  }

  return (
    <Section title={parts.after}>
      <div ref={box} className={looks.form}>
        <Text>{said.text}</Text>
        {isAuthor && <Text className={looks.quiet}>{said.you}</Text>}
        <ColleagueSearch
          name={parts.after}
          act={said.add}
          without={isAuthor ? [...ids, me.id] : ids}
          fault={isFaulty ? said.nobody : null}
          onAct={add}
        />
        {people.length === 0 && !isAuthor && !isFaulty && <Text className={looks.quiet}>{said.none}</Text>}
        {people.length > 0 && (
          <>
            <PartHeading>{said.list}</PartHeading>
            <ul className={looks.list}>
              {people.map((one) => (
                <li key={one.id} className={looks.listed}>
                  <Text className={looks.name}>{nameOf(one)}</Text>
                  <Button
                    size="small"
                    aria-label={said.removeName({ name: nameOf(one) })}
                    onClick={() => {
                      remove(one);
                    }}
                  >
                    {said.remove}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
