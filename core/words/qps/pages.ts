import { pages as en } from '../en/pages.ts';
import { pseudo } from '../icu/pseudo.ts';

export const pages = pseudo(en);
