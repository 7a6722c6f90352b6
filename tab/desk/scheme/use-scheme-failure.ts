import { problemOf } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { useDeskWords } from '../desk-words.ts';

/** Why the settings of a scheme were not stored, as a sentence. */
export function useSchemeFailure(): (error: unknown) => string {
  const { problems } = useApp().words;
  const { notSaved, refused } = useDeskWords().scheme;
  return (error) => {
    const { kind, reason } = problemOf(error);
    const known = new Map<string | null, string>(Object.entries(refused));
    return known.get(reason) ?? notSaved({ why: problems[kind].title });
  };
}
