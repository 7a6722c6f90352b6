import { useState } from 'react';

const page = 100;

/** The first rows of a long list, and the rest in handfuls: a round may have 100,000 participants. */
export function useMore<T>(rows: readonly T[]): {
  shown: readonly T[];
  hidden: number;
  showMore: () => void;
} {
  const [limit, setLimit] = useState(page);
  const hidden = Math.max(0, rows.length - limit);
  return {
    shown: rows.slice(0, limit),
    hidden: Math.min(page, hidden),
    showMore: () => {
      setLimit(limit + page);
    },
  };
}
