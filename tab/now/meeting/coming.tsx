import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';
import { useMeetingChange } from '../writing/use-meeting-change.ts';

interface Props {
  readonly meeting: MyMeeting;
  /** ISO 8601: the start of the meeting that it is about. */
  readonly start: string;
  readonly isPrimary: boolean;
}

/** "I'll be there": pressed, it stays so until it is pressed again. */
export function Coming({ meeting, start, isPrimary }: Props) {
  const look = useLook();
  const { words } = useApp();
  const change = useMeetingChange(meeting);
  const { coming } = meeting;
  return (
    <Button
      aria-pressed={coming}
      appearance={isPrimary && !coming ? 'primary' : 'secondary'}
      {...(isPrimary && { className: look.wide })}
      {...(coming && { icon: <CheckmarkRegular /> })}
      onClick={() => {
        const said = coming ? words.now.comingTakenBack : words.chat.month.coming.noted;
        void change({ start, coming: !coming }, { start, coming }, said);
      }}
    >
      {words.chat.month.buttons.coming}
    </Button>
  );
}
