import { useMemo } from 'react';
import { useApp } from '../../../context/app-context.ts';
import { useDeskWords } from '../../desk-words.ts';
import type { Saying } from './saying.ts';

export function useSaying(): Saying {
  const { words, locale } = useApp();
  const said = useDeskWords().preview;
  return useMemo(() => ({ said, words, locale }), [said, words, locale]);
}
