import { Field, Switch } from '@fluentui/react-components';
import { useDeskWords } from '../../desk-words.ts';
import type { FieldsProps } from './fields-props.ts';
import { Radios } from './radios.tsx';

/** Who is in a round, whether somebody sees the pairs first, and what pairs are preferred. */
export function WhoFields({ typed, onChange }: FieldsProps) {
  const said = useDeskWords().scheme;
  return (
    <>
      <Radios
        label={said.asking}
        value={typed.asking}
        choices={[
          ['standing', said.askings.standing],
          ['each-time', said.askings['each-time']],
        ]}
        onChange={(asking) => {
          onChange({ asking });
        }}
      />
      <Radios
        label={said.preview}
        value={typed.preview}
        choices={[
          ['none', said.previews.none],
          ['timed', said.previews.timed],
          ['waits', said.previews.waits],
        ]}
        onChange={(preview) => {
          onChange({ preview });
        }}
      />
      <Field hint={said.coverageText}>
        <Switch
          checked={typed.coverage}
          label={said.coverage}
          onChange={(_, { checked }) => {
            onChange({ coverage: checked });
          }}
        />
      </Field>
    </>
  );
}
