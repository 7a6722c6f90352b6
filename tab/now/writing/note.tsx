import { Field, Textarea } from '@fluentui/react-components';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import { longestNote } from '../../../core/records/limits/most-written.ts';
import { useApp } from '../../context/app-context.ts';
import { useDraft } from './use-draft.ts';
import { useMeetingChange } from './use-meeting-change.ts';

interface Props {
  readonly meeting: MyMeeting;
  readonly which: keyof MyMeeting['note'];
}

/** A private note, stored as it is written. */
export default function Note({ meeting, which }: Props) {
  const { words } = useApp();
  const said = words.now.note;
  const change = useMeetingChange(meeting);
  const { note } = meeting;
  const { text, setText, save } = useDraft(note[which], (wanted) =>
    change({ note: { ...note, [which]: wanted } }, { note }, said.saved),
  );
  return (
    <Field label={said[which]}>
      <Textarea
        value={text}
        placeholder={said[`${which}Hint`]}
        maxLength={longestNote}
        resize="vertical"
        onChange={(_, { value }) => {
          setText(value);
        }}
        onBlur={save}
      />
    </Field>
  );
}
