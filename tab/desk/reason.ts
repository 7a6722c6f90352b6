import { useDeskWords } from './desk-words.ts';

/** Plain words for the key of a reason or a problem; a key that is newer than this page says so. */
export function useReason(): (key: string) => string {
  const { reasons, problems, otherReason } = useDeskWords().round;
  const known = new Map(Object.entries({ ...reasons, ...problems }));
  return (key) => known.get(key) ?? otherReason;
}
