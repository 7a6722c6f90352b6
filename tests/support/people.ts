import { employee } from './emulated-graph.ts';

// Staff for several tests. All but Dora are free in the meeting week.
export const ann = employee('Ann', { department: 'Housing', office: 'Leeds', language: 'en-GB' });
export const ben = employee('Ben');
export const cem = employee('Cem', { timeZone: 'Europe/Berlin', language: 'de' });
export const dora = employee('Dora');
export const eve = employee('Eve');
export const fay = employee('Fay');

/** Dora is away for a week from Monday 14 December 2026, 00:00 in London. */
export const doraIsAway = { [dora.mail]: [['20261214T000000Z', '20261221T000000Z']] } as const;
