import { file } from './desk/file.ts';
import { frame } from './desk/frame.ts';
import { preview } from './desk/preview.ts';
import { round } from './desk/round.ts';
import { scheme } from './desk/scheme.ts';
import { today } from './desk/today.ts';

/** What coordinators read, in the tab and in files. Nobody else loads it. */
export const desk = { file, frame, preview, round, scheme, today } as const;
