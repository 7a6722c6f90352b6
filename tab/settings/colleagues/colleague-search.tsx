import { Button, Combobox, Field, Option, Text } from '@fluentui/react-components';
import { type SyntheticEvent, useEffect, useState } from 'react';
import type { Colleagues } from '../../../core/api/people.ts';
import { useColleagues } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { useLooks } from '../looks.ts';

/** Milliseconds without a key, after which a name is looked up. */
const pauseInTyping = 250;
/** The fewest letters of a name that are looked up. */
const fewest = 2;

type Colleague = Colleagues[number];

interface Props {
  /** What the search is for. */
  readonly name: string;
  /** The label of the button. */
  readonly act: string;
  /** Who is not offered. */
  readonly without?: readonly string[];
  /** Why somebody has to be found; null: nobody has to. */
  readonly fault?: string | null;
  readonly onAct: (colleague: Colleague) => void;
}

/** Finds a colleague by name: type, choose from the list, then press the button. */
export function ColleagueSearch({ name, act, without = [], fault = null, onAct }: Props) {
  const looks = useLooks();
  const said = useApp().words.mySettings;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const wanted = useSettled(typed.trim());
  const isLong = typed.trim().length >= fewest;
  const { data, error } = useColleagues(chosen === null ? wanted : '');
  const named = chosen === null ? (isLong && wanted === typed.trim() ? data : []) : [chosen];
  const found = (named ?? []).filter(({ id }) => !without.includes(id));
  const isLooking = isLong && (data === undefined || wanted !== typed.trim());

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    setIsAsked(chosen === null);
    event.currentTarget.querySelector('input')?.focus();
    if (chosen === null) return;
    onAct(chosen);
    setChosen(null);
    setTyped('');
  }

  return (
    <form onSubmit={submit} noValidate aria-label={name}>
      <div className={looks.withButton}>
        <Field
          label={said.find.name}
          className={looks.field}
          validationMessage={isAsked && chosen === null ? said.finding.choose : fault}
        >
          <Combobox
            freeform
            // People type here: a button that opens the list would be one more stop for the keyboard.
            expandIcon={null}
            inlinePopup
            value={typed}
            selectedOptions={chosen === null ? [] : [chosen.id]}
            onChange={({ target }) => {
              setTyped(target.value);
              setChosen(null);
              setIsAsked(false);
            }}
            onOptionSelect={(_, { optionValue }) => {
              const one = found.find(({ id }) => id === optionValue);
              if (one === undefined) return;
              setChosen(one);
              setTyped(one.name);
              setIsAsked(false);
            }}
          >
            {found.map((one) => (
              <Option key={one.id} value={one.id} text={one.name}>
                {nameAndPlace(one)}
              </Option>
            ))}
            {found.length === 0 && (
              <Option disabled value="" text="">
                {nothing()}
              </Option>
            )}
          </Combobox>
        </Field>
        <Button type="submit" className={looks.besideField}>
          {act}
        </Button>
      </div>
    </form>
  );

  function nothing(): string {
    if (!isLong) return said.finding.less;
    if (error !== null) return said.finding.failed;
    return isLooking ? said.finding.looking : said.find.nobody;
  }

  function nameAndPlace({ name: one, department }: Colleague) {
    return (
      <span>
        <Text block>{one}</Text>
        {department !== null && (
          <Text block size={200} className={looks.quiet}>
            {department}
          </Text>
        )}
      </span>
    );
  }
}

/** A text, once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, pauseInTyping);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
