import { questions as en } from '../en/questions.ts';
import { pseudo } from '../icu/pseudo.ts';

export const questions = pseudo(en);
