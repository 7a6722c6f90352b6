import { tab as en } from '../en/tab.ts';
import { pseudo } from '../icu/pseudo.ts';

export const tab = pseudo(en);
