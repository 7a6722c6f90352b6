import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, EditRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useApp } from '../context/app-context.ts';
import { namesOf } from '../parts/names.ts';
import { NoteEditor } from './note-editor.tsx';

const useStyles = makeStyles({
  note: { display: 'grid', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0, whiteSpace: 'pre-line' },
  button: { justifySelf: 'start', marginTop: '4px' },
  // Grows with the text, and the button with it.
  icon: { width: '1em', height: '1em' },
});

/** The reader's private note to a meeting, and a way to change it. Meetings from before this product have none. */
export function Note({ meeting }: { readonly meeting: MyHistory[number] }) {
  const styles = useStyles();
  const app = useApp();
  const said = app.words.history.note;
  const { scheme, week, partners, note = { before: '', after: '' } } = meeting;
  const [isEdited, setIsEdited] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (!isEdited && wasEdited.current) place.current?.querySelector('button')?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);

  if (week === null) return null;
  if (isEdited)
    return (
      <NoteEditor
        scheme={scheme}
        round={week}
        close={() => {
          setIsEdited(false);
        }}
      />
    );
  const texts = [note.before, note.after].filter((text) => text !== '');
  const people = namesOf(partners, app);
  return (
    <div ref={place} className={styles.note}>
      {texts.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {said.title}
        </Text>
      )}
      {texts.map((text) => (
        <p key={text} className={styles.words}>
          {text}
        </p>
      ))}
      <Button
        className={styles.button}
        size="small"
        icon={{ className: styles.icon, children: texts.length > 0 ? <EditRegular /> : <AddRegular /> }}
        aria-label={(texts.length > 0 ? said.editOf : said.addOf)({ people })}
        onClick={() => {
          setIsEdited(true);
        }}
      >
        {texts.length > 0 ? said.edit : said.add}
      </Button>
    </div>
  );
}
