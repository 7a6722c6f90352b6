import { month as en } from '../en/month.ts';
import { pseudo } from '../icu/pseudo.ts';

export const month = pseudo(en);
