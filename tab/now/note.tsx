import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MyMeeting } from '../../core/api/meetings.ts';
import { useApp } from '../context/app-context.ts';
import { useMeetingChange } from './use-meeting-change.ts';

/** The most characters of a note: `longestNote` of the API. */
const longest = 2000;

interface Props {
  readonly meeting: MyMeeting;
  readonly which: keyof MyMeeting['note'];
}

/** A note is stored on leaving the field, and when the page is left. What cannot be stored stays in the field. */
export default function Note({ meeting, which }: Props) {
  const { words } = useApp();
  const said = words.now.note;
  const change = useMeetingChange(meeting);
  const { note } = meeting;
  /** Null: nothing was written since it was stored. */
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft === null) return;
    if (draft === note[which]) {
      setDraft(null);
      return;
    }
    void change({ note: { ...note, [which]: draft } }, { note }, said.saved).then((isSaved) => {
      if (isSaved) setDraft((now) => (now === draft ? null : now));
    });
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') latest.current();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);
  return (
    <Field label={said[which]}>
      <Textarea
        value={draft ?? note[which]}
        placeholder={said[`${which}Hint`]}
        maxLength={longest}
        resize="vertical"
        onChange={(_, { value }) => {
          setDraft(value);
        }}
        onBlur={save}
      />
    </Field>
  );
}
