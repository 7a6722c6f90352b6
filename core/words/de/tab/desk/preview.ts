import type { preview as en } from '../../../en/tab/desk/preview.ts';
import type { Translation } from '../../../icu/text.ts';

export const preview = {
  title: 'Vorschau',
} as const satisfies Translation<typeof en>;
