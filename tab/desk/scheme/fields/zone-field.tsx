import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useApp } from '../../../context/app-context.ts';
import { useLooks } from '../../../settings/looks.ts';
import { useDeskWords } from '../../desk-words.ts';
import { clockOf, zoneNamed, zonesLike } from './zones.ts';

/** The most zones in the list. */
const most = 20;

interface Props {
  /** What somebody typed: the name of a zone, or a part of one. */
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

/** A time zone: type a part of its name, or of what its clock is called, and choose from the list. */
export function ZoneField({ value, fault, onChange }: Props) {
  const { locale } = useApp();
  const looks = useLooks();
  const said = useDeskWords().scheme;
  // A list of the chosen zone alone would help nobody who opens it.
  const [typed, setTyped] = useState('');
  const found = zonesLike(typed, locale);
  const zone = zoneNamed(value);
  const clock = zone === null ? null : clockOf(zone, locale);
  return (
    <Field
      label={said.zone}
      hint={clock === null ? said.zoneText : `${clock}. ${said.zoneText}`}
      validationMessage={fault}
      className={looks.whole}
    >
      <Combobox
        freeform
        // People type here, or press the field: a button that opens the list would be one more stop for the keyboard.
        expandIcon={null}
        inlinePopup
        className={looks.narrow}
        input={{ className: looks.narrow }}
        value={value.replaceAll('_', ' ')}
        selectedOptions={zone === null ? [] : [zone]}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value);
        }}
        onOptionSelect={(_, { optionValue }) => {
          // Who types on takes the choice back.
          if (optionValue === undefined) return;
          setTyped('');
          onChange(optionValue);
        }}
      >
        {found.slice(0, most).map((name) => (
          <Option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled value="" text="">
            {said.zoneNone}
          </Option>
        )}
        {found.length > most && (
          <Option disabled value="" text="">
            {said.zoneMore({ n: found.length - most })}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
