import { rights as en } from '../en/rights.ts';
import { pseudo } from '../icu/pseudo.ts';

export const rights = pseudo(en);
