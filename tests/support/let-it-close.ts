import type { TestProduct } from './test-product.ts';

/**
 * The ticks from now on that close December's round when nobody says whether they met. That question is open for three working
 * days after the last meeting; messages wait for nine in the morning.
 */
export async function letItClose(product: TestProduct): Promise<void> {
  const ticks = [
    '2026-12-21T00:00:00Z',
    '2026-12-21T00:15:00Z',
    '2026-12-21T09:00:00Z',
    '2026-12-24T00:00:00Z',
  ];
  for (const at of ticks) if (Date.parse(at) >= product.ports.now()) await product.tickAt(at);
}
