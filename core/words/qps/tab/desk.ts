import { desk as en } from '../../en/tab/desk.ts';
import { pseudo } from '../../icu/pseudo.ts';

export const desk = pseudo(en);
