import { manifest as en } from '../en/manifest.ts';
import { pseudo } from '../icu/pseudo.ts';

export const manifest = pseudo(en);
