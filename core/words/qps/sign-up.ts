import { signUp as en } from '../en/sign-up.ts';
import { pseudo } from '../icu/pseudo.ts';

export const signUp = pseudo(en);
