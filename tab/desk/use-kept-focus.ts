import { type RefObject, useEffect, useRef } from 'react';

/**
 * When what has the focus inside an element goes away, the focus goes on from there and not from the top of the page.
 * @param goOn moves the focus
 */
export function useKeptFocus(inside: RefObject<HTMLElement | null>, goOn: () => void): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const element = inside.current;
    const note = ({ target }: FocusEvent): void => {
      focused.current = target instanceof Element ? target : null;
    };
    element?.addEventListener('focusin', note);
    return () => {
      element?.removeEventListener('focusin', note);
    };
  }, [inside]);
  // After each drawing: something may be gone.
  useEffect(() => {
    if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
    focused.current = null;
    goOn();
  });
}
