import { bot as en } from '../en/bot.ts';
import { pseudo } from '../icu/pseudo.ts';

export const bot = pseudo(en);
