import type { settings as en } from '../../en/tab/settings.ts';
import type { Translation } from '../../icu/text.ts';

export const settings = {
  mySettings: {
    title: 'Einstellungen',
    text: 'Um Ihre Einstellungen zu ändern, schreiben Sie dem Bot „Einstellungen“.',
  },
} as const satisfies Translation<typeof en>;
