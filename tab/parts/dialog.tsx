import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(480px, calc(100vw - 24px))',
    maxHeight: 'calc(100vh - 24px)',
    padding: '20px',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  inside: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
});

interface Props {
  readonly title: string;
  /** It was closed, by Escape too. The focus is back where it was. */
  readonly onClose: () => void;
  /** @param close closes it */
  readonly children: (close: () => void) => ReactNode;
}

/** A dialog over the page. While it is open nothing else can be used; the browser itself keeps the focus in it, and puts it back. */
export function Dialog({ title, onClose, children }: Props) {
  const styles = useStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.inside}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {children(() => {
          dialog.current?.close();
        })}
      </div>
    </dialog>
  );
}
