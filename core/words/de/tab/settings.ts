import type { settings as en } from '../../en/tab/settings.ts';
import type { Translation } from '../../icu/text.ts';

export const settings = {
  mySettings: {},
} as const satisfies Translation<typeof en>;
