export { bot } from './bot.ts';
export { invitation } from './invitation.ts';
export { language } from './language.ts';
export { meeting } from './meeting.ts';
export { month } from './month.ts';
export { questions } from './questions.ts';
export { rights } from './rights.ts';
export { signUp } from './sign-up.ts';
export { typed } from './typed.ts';

/** Pages are long, and read seldom. */
export const loadPages = () => import('./pages.ts');
/** What coordinators alone read. */
export const loadDesk = () => import('./tab/desk.ts');
