import { Checkbox, Field } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';

/** The ground rules, of which each is a decision of its own. `own`: the scheme's. */
export type Rule = 'between' | 'selling' | 'turnUp' | 'own';

/** The rules that are to be ticked. @param ownRule of the scheme; null: it has none */
export function rulesToTick(ownRule: string | null): readonly Rule[] {
  return ownRule === null ? ['between', 'selling', 'turnUp'] : ['between', 'selling', 'turnUp', 'own'];
}

interface Props {
  /** The scheme's name, and its own rule. */
  readonly scheme: string;
  readonly ownRule: string | null;
  readonly ticked: readonly Rule[];
  /** Whether those that are not ticked are asked for. */
  readonly asked: boolean;
  readonly onChange: (ticked: readonly Rule[]) => void;
}

/** The ground rules, for somebody who has not accepted them yet, each to be ticked. */
export function RulesFields({ scheme, ownRule, ticked, asked, onChange }: Props) {
  const said = useApp().words.chat.signUp;
  const rules = { ...said.rules, own: { name: said.ownRule({ scheme }), tick: ownRule ?? '' } };
  return rulesToTick(ownRule).map((rule) => {
    const isTicked = ticked.includes(rule);
    return (
      <Field
        key={rule}
        label={rules[rule].name}
        validationMessage={asked && !isTicked ? said.ruleMissing : null}
      >
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
