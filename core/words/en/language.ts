import type { Facts } from '../icu/facts.ts';

export const language: Facts = { tag: 'en', autonym: 'English', region: 'en-GB', direction: 'ltr' };
