import { useEffect, useState } from 'react';
import { parseRoute, type Route } from './route.ts';

/** The route in the page's address, as it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = (): void => {
      setHash(window.location.hash);
    };
    window.addEventListener('hashchange', changed);
    return () => {
      window.removeEventListener('hashchange', changed);
    };
  }, []);
  return parseRoute(hash);
}
