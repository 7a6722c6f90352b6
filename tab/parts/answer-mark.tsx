import { Badge, makeStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  QuestionCircleFilled,
} from '@fluentui/react-icons';
import type { Answer } from '../../core/records/pairing.ts';
import { useApp } from '../context/app-context.ts';

const looks = {
  none: { color: 'informative', icon: <CircleRegular /> },
  accepted: { color: 'success', icon: <CheckmarkCircleFilled /> },
  tentative: { color: 'warning', icon: <QuestionCircleFilled /> },
  declined: { color: 'danger', icon: <DismissCircleFilled /> },
} as const;

const useStyles = makeStyles({ mark: { whiteSpace: 'nowrap', flexShrink: 0 } });

/** An answer to an invitation: word and sign, never colour alone. */
export function AnswerMark({ answer }: { readonly answer: Answer }) {
  const { color, icon } = looks[answer];
  return (
    <Badge
      appearance={answer === 'none' ? 'outline' : 'tint'}
      color={color}
      icon={icon}
      size="large"
      className={useStyles().mark}
    >
      {useApp().words.answer[answer]}
    </Badge>
  );
}
