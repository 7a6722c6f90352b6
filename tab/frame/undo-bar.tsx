import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useUndo } from '../context/undo.tsx';
import type { Words } from '../words/words.ts';

const useStyles = makeStyles({
  bar: {
    position: 'fixed',
    insetInline: '8px',
    bottom: '8px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    pointerEvents: 'none',
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '4px 16px',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    padding: '8px 8px 8px 16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    pointerEvents: 'auto',
  },
  problem: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  said: { flex: '1 1 160px', overflowWrap: 'anywhere' },
});

/** What was just done, each with *Undo*; the last one also by Ctrl+Z. It stays out of the way of what is read. */
export function UndoBar({ words }: { readonly words: Words }) {
  const styles = useStyles();
  const { entries, close } = useUndo();
  const bar = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);

  // Where somebody was before they went into the bar. When the bar goes away under them, they go on from there.
  const back = (): void => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    else document.querySelector('main')?.focus();
  };
  useEffect(() => {
    const undoLast = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (isWrittenIn(event.target)) return;
      const last = entries.findLast(({ undo }) => undo !== null);
      if (last === undefined) return;
      event.preventDefault();
      last.undo?.();
    };
    document.addEventListener('keydown', undoLast);
    return () => {
      document.removeEventListener('keydown', undoLast);
    };
  }, [entries]);

  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && !(bar.current?.contains(document.activeElement) ?? false)) {
      hadFocus.current = false;
      back();
    }
  }, [entries]);

  return (
    <section
      ref={bar}
      aria-label={words.undo.label}
      className={styles.bar}
      onFocus={({ relatedTarget }) => {
        if (!hadFocus.current) before.current = relatedTarget;
        hadFocus.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) hadFocus.current = bar.current?.contains(relatedTarget) ?? false;
      }}
    >
      {entries.map(({ id, said, undo, isProblem }) => (
        <div
          key={id}
          className={mergeClasses(styles.entry, isProblem && styles.problem)}
          role={isProblem ? 'alert' : undefined}
        >
          <Text className={styles.said}>{said}</Text>
          <Button
            appearance={isProblem ? 'secondary' : 'primary'}
            aria-keyshortcuts={isProblem ? undefined : 'Control+Z'}
            onClick={() => {
              if (undo === null) close(id);
              else undo();
            }}
          >
            {isProblem ? words.undo.close : words.undo.undo}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** Whether something is written in it: Ctrl+Z takes that back. */
function isWrittenIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.value !== '';
  return target instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(target.type) && target.value !== '';
}
