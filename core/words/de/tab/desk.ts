import type { desk as en } from '../../en/tab/desk.ts';
import type { Translation } from '../../icu/text.ts';
import { file } from './desk/file.ts';
import { frame } from './desk/frame.ts';
import { preview } from './desk/preview.ts';
import { round } from './desk/round.ts';
import { scheme } from './desk/scheme.ts';
import { today } from './desk/today.ts';

export const desk = { file, frame, preview, round, scheme, today } as const satisfies Translation<typeof en>;
