import type { Words } from '../en/words.ts';
import { deBot } from './bot.ts';
import { deInvitation } from './invitation.ts';
import { deMeeting } from './meeting.ts';

export const de: Words = { ...deBot, ...deMeeting, ...deInvitation };
