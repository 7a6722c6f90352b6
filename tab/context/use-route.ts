import { useEffect, useState } from 'react';
import { parseRoute, type Route } from './route.ts';

/** The route in the page's address, as it changes; `hasMoved` once it has changed. */
export function useRoute(): { readonly route: Route; readonly hasMoved: boolean } {
  const [{ hash, hasMoved }, setState] = useState({ hash: window.location.hash, hasMoved: false });
  useEffect(() => {
    const changed = (): void => {
      setState({ hash: window.location.hash, hasMoved: true });
    };
    window.addEventListener('hashchange', changed);
    return () => {
      window.removeEventListener('hashchange', changed);
    };
  }, []);
  return { route: parseRoute(hash), hasMoved };
}
