import type { tab as en } from '../en/tab.ts';
import type { Translation } from '../icu/text.ts';
import { buttons } from './buttons.ts';
import { meeting } from './meeting.ts';
import { month } from './month.ts';
import { signUp } from './sign-up.ts';
import { history } from './tab/history.ts';
import { now } from './tab/now.ts';
import { settings } from './tab/settings.ts';
import { shell } from './tab/shell.ts';

export const tab = {
  ...shell,
  ...now,
  ...history,
  ...settings,
  chat: { ...meeting, buttons, month, signUp },
} as const satisfies Translation<typeof en>;
