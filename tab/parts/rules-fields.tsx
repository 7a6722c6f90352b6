import { Checkbox, Field } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';

/** The ground rules, of which each is a decision of its own. */
export const groundRules = ['between', 'selling', 'turnUp'] as const;
export type Rule = (typeof groundRules)[number];

interface Props {
  readonly ticked: readonly Rule[];
  /** Whether those that are not ticked are asked for. */
  readonly asked: boolean;
  readonly onChange: (ticked: readonly Rule[]) => void;
}

/** The ground rules, for somebody who has not accepted them yet, each to be ticked. */
export function RulesFields({ ticked, asked, onChange }: Props) {
  const { rules, ruleMissing } = useApp().words.chat.signUp;
  return groundRules.map((rule) => {
    const isTicked = ticked.includes(rule);
    return (
      <Field key={rule} label={rules[rule].name} validationMessage={asked && !isTicked ? ruleMissing : null}>
        <Checkbox
          required
          checked={isTicked}
          label={rules[rule].tick}
          onChange={(_, { checked }) => {
            onChange(checked === true ? [...ticked, rule] : ticked.filter((one) => one !== rule));
          }}
        />
      </Field>
    );
  });
}
