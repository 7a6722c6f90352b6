import { useEffect, useRef, useState } from 'react';

/**
 * What somebody types into a field. It is stored on leaving the field, when the field goes and when the page is left; what
 * cannot be stored stays in the field.
 * @param stored the text as it is stored, or is being stored
 * @param store gives whether it was stored
 */
export function useDraft(stored: string, store: (text: string) => Promise<boolean>) {
  /** Null: nothing was typed since it was stored. */
  const [draft, setDraft] = useState<string | null>(null);
  /** What is being stored. It may look stored already, but may fail. */
  const sent = useRef<string | null>(null);
  const save = (): void => {
    if (draft === null || draft === sent.current) return;
    if (draft === stored) {
      setDraft(null);
      return;
    }
    sent.current = draft;
    void store(draft).then((isStored) => {
      if (sent.current === draft) sent.current = null;
      if (isStored) setDraft((now) => (now === draft ? null : now));
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
      latest.current();
    };
  }, []);
  return { text: draft ?? stored, setText: setDraft, save };
}
