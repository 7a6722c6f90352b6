import type { Facts } from '../icu/facts.ts';

export const language: Facts = { tag: 'de', autonym: 'Deutsch', region: 'de-DE', direction: 'ltr' };
