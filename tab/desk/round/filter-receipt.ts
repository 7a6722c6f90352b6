import type { RoundDetail } from '../../../core/api/rounds.ts';

type Entry = RoundDetail['receipt'][number];

export const filters = ['all', 'paired', 'unplaced', 'not-told'] as const;
export type Filter = (typeof filters)[number];

/** The entries that the filter lets through and whose name contains the text, whatever its case and accents. */
export function filterReceipt(receipt: readonly Entry[], filter: Filter, text: string): Entry[] {
  const wanted = plain(text.trim());
  return receipt.filter((entry) => passes(entry, filter) && plain(entry.name).includes(wanted));
}

function passes(entry: Entry, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'not-told' ? entry.told !== 'sent' : entry.outcome === filter;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
