import type { DraftView } from '../../../../core/api/draft.ts';
import { namesOf } from '../../../parts/names.ts';
import type { Saying } from './saying.ts';

type Cost = DraftView['cost'];

/** In the order of importance. */
const fields = ['unplaced', 'trios', 'repeats', 'closeness', 'coverage'] as const;

/** How many pairs that meet again are named. */
const mostNamed = 3;

/** How good a draft is: `sentence`, and what is different in the best plan, the most important first. */
export function qualityOf(
  draft: Pick<DraftView, 'cost' | 'best' | 'isProved' | 'pairings'>,
  saying: Saying,
): { readonly sentence: string; readonly price: readonly string[] } {
  const { quality } = saying.said;
  if (!isWorse(draft.cost, draft.best))
    return { sentence: draft.isProved ? quality.best : quality.found, price: [] };
  return { sentence: quality.worse, price: priceOf(draft, saying) };
}

/** What a draft costs beside the best plan, as sentences. What it saves in return is said too. */
function priceOf(
  { cost, best, pairings }: Omit<Parameters<typeof qualityOf>[0], 'isProved'>,
  saying: Saying,
) {
  const { price } = saying.said;
  return fields.flatMap((field) => {
    const n = cost[field] - best[field];
    if (n === 0) return [];
    const direction = n > 0 ? 'more' : 'fewer';
    if (field === 'closeness') return [price[field][direction]];
    if (field !== 'repeats') return [price[field][direction]({ n: Math.abs(n) })];
    const again = pairings.filter(({ lastMet }) => lastMet !== null);
    // Nobody would have to meet again, and those who do can be named.
    if (best.repeats > 0 || again.length > mostNamed) return [price.repeats[direction]];
    return again.map(({ members }) =>
      price[members.length === 3 ? 'againInThree' : 'again']({ names: namesOf(members, saying) }),
    );
  });
}

function isWorse(cost: Cost, best: Cost): boolean {
  const field = fields.find((name) => cost[name] !== best[name]);
  return field !== undefined && cost[field] > best[field];
}
