import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MyMeeting } from '../../core/api/meetings.ts';
import { longestNote } from '../../core/records/limits/most-written.ts';
import { showNotes, useMeeting } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { useApp } from '../context/app-context.ts';
import { Loaded } from '../parts/states.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly scheme: string;
  /** ISO date of the round's meeting week. */
  readonly round: string;
  readonly close: () => void;
}

/** Reads the note as it is kept, and lets the reader change it. */
export function NoteEditor({ scheme, round, close }: Props) {
  return (
    <Loaded words={useApp().words} query={useMeeting(scheme, round)}>
      {(meeting) => <NoteForm meeting={meeting} close={close} />}
    </Loaded>
  );
}

function NoteForm({ meeting, close }: { readonly meeting: MyMeeting; readonly close: () => void }) {
  const styles = useStyles();
  const { api, words } = useApp();
  const said = words.history.note;
  const change = useChange();
  const client = useQueryClient();
  const [first] = useState(meeting.note);
  const [note, setNote] = useState(meeting.note);
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);

  const isStale = meeting.note.before !== first.before || meeting.note.after !== first.after;
  const save = async (): Promise<void> => {
    const wanted = { before: note.before.trim(), after: note.after.trim() };
    const write = async (known: MyMeeting, one: MyMeeting['note']): Promise<MyMeeting> => {
      const stored = await api.changeMeeting(known, { note: one });
      await showNotes(client, stored);
      return stored;
    };
    setIsSaving(true);
    const isDone = await change({
      apply: () => write(meeting, wanted),
      revert: (changed) => write(changed, meeting.note),
      said: wanted.before === '' && wanted.after === '' ? said.removed : said.saved,
    });
    setIsSaving(false);
    if (isDone) close();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {first.before !== '' && (
        <Field label={said.before}>
          <Textarea
            resize="vertical"
            maxLength={longestNote}
            value={note.before}
            onChange={(_, { value }) => {
              setNote({ ...note, before: value });
            }}
          />
        </Field>
      )}
      <Field
        label={first.before === '' ? said.title : said.after}
        hint={said.private}
        {...(isStale && { validationMessage: said.stale })}
      >
        <Textarea
          resize="vertical"
          maxLength={longestNote}
          value={note.after}
          onChange={(_, { value }) => {
            setNote({ ...note, after: value });
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
          {isSaving ? said.saving : said.save}
        </Button>
        <Button onClick={close}>{said.cancel}</Button>
      </div>
    </form>
  );
}
