import type { tab as en } from '../en/tab.ts';
import type { Translation } from '../icu/text.ts';
import { coordinator } from './tab/coordinator.ts';
import { history } from './tab/history.ts';
import { now } from './tab/now.ts';
import { settings } from './tab/settings.ts';
import { shell } from './tab/shell.ts';

export const tab = {
  ...shell,
  ...now,
  ...history,
  ...settings,
  ...coordinator,
} as const satisfies Translation<typeof en>;
