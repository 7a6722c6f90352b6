import { useApp } from '../app-context.ts';

/** Plain words for a reason's key; a key that is newer than this page says so. */
export function useReason(): (key: string) => string {
  const { reasons, otherReason } = useApp().words.round;
  return (key) => new Map(Object.entries(reasons)).get(key) ?? otherReason;
}
