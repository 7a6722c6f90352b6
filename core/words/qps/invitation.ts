import { invitation as en } from '../en/invitation.ts';
import { pseudo } from '../icu/pseudo.ts';

export const invitation = pseudo(en);
