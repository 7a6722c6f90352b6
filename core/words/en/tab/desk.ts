import { frame } from './desk/frame.ts';
import { preview } from './desk/preview.ts';
import { round } from './desk/round.ts';
import { scheme } from './desk/scheme.ts';
import { today } from './desk/today.ts';

/** What the tab says to coordinators. Nobody else loads it. */
export const desk = { frame, preview, round, scheme, today } as const;
