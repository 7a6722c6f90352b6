import { meeting as en } from '../en/meeting.ts';
import { pseudo } from '../icu/pseudo.ts';

export const meeting = pseudo(en);
