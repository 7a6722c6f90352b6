import type { Words } from './words.ts';
import { enBot } from './bot.ts';
import { enInvitation } from './invitation.ts';
import { enMeeting } from './meeting.ts';

export const en: Words = { ...enBot, ...enMeeting, ...enInvitation };
