import { Checkbox, Field, Text } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { PartHeading } from '../section.tsx';

/** The ground rules, of which each is a decision of its own. */
export const groundRules = ['between', 'selling', 'turnUp'] as const;
type Rule = (typeof groundRules)[number];

interface Props {
  readonly ticked: readonly Rule[];
  /** Whether those that are not ticked are asked for. */
  readonly asked: boolean;
  readonly onChange: (ticked: readonly Rule[]) => void;
}

/** The ground rules, for somebody who takes part and has not accepted them yet. */
export function RulesFields({ ticked, asked, onChange }: Props) {
  const { rulesTitle, rules, ruleMissing } = useApp().words.chat.signUp;
  return (
    <>
      <PartHeading>{rulesTitle}</PartHeading>
      {groundRules.map((rule) => {
        const isTicked = ticked.includes(rule);
        return (
          <Field key={rule} required validationMessage={asked && !isTicked ? ruleMissing : null}>
            <Text weight="semibold">{rules[rule].name}</Text>
            <Checkbox
              checked={isTicked}
              label={rules[rule].tick}
              onChange={(_, { checked }) => {
                onChange(checked === true ? [...ticked, rule] : ticked.filter((one) => one !== rule));
              }}
            />
          </Field>
        );
      })}
    </>
  );
}
