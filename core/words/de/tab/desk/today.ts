import type { today as en } from '../../../en/tab/desk/today.ts';
import type { Translation } from '../../../icu/text.ts';

export const today = {
  title: 'Heute',
} as const satisfies Translation<typeof en>;
