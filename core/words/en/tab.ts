import { buttons } from './buttons.ts';
import { meeting } from './meeting.ts';
import { month } from './month.ts';
import { signUp } from './sign-up.ts';
import { history } from './tab/history.ts';
import { now } from './tab/now.ts';
import { settings } from './tab/settings.ts';
import { shell } from './tab/shell.ts';

/** What the tab says to everybody: its own words, and under `chat` those that the bot says too. */
export const tab = {
  ...shell,
  ...now,
  ...history,
  ...settings,
  chat: { ...meeting, buttons, month, signUp },
} as const;
