import { seededChance } from '../ground/chance.ts';
import type { Roster } from '../ground/roster.ts';
import { isProvedCheapest } from './certificate.ts';
import type { MatchingState } from './state.ts';
import { type PairTable, pairTable } from './pair-table.ts';
import { cheapestPerfectMatching, type Structure, structureOf } from './perfect.ts';
import { type ComponentPlan, solveComponent } from './trio.ts';

/** Groups of two or three people; everybody else is unplaced. */
export type Groups = readonly (readonly number[])[];

/**
 * The best plan for a small group of people, in the order of `compareCosts`, proved. How: README, "Trios".
 * Chance: the people are numbered anew in an order drawn from the seed.
 */
export function planExactly(roster: Roster, members: Int32Array, seed: number): Groups {
  const people = members.slice();
  seededChance(seed).shuffle(people);
  const size = people.length;
  const plain = pairTable(roster, people, 0);
  const perfect = size % 2 === 0 ? cheapestPerfectMatching(size, plain.weight) : null;
  const groups = perfect === null ? planShort(roster, people, plain) : pairsIn(proved(perfect), size);
  return groups.map((group) => group.map((v) => people[v]!));
}

/** When pairs alone leave somebody over. */
function planShort(roster: Roster, people: Int32Array, plain: PairTable): number[][] {
  const unweighted = new Float64Array(plain.weight.length);
  for (let i = 0; i < unweighted.length; i++) if (plain.weight[i] === Infinity) unweighted[i] = Infinity;
  const structure = structureOf(plain.size, unweighted);
  const short = structure.components.length - structure.separators.length;
  return planWithTrios(pairTable(roster, people, short), structure);
}

function proved(state: MatchingState | null): Int32Array {
  if (state === null || !isProvedCheapest(state)) {
    throw new Error('A matching failed its own check: the exact solver has a fault.');
  }
  return state.mate;
}

function pairsIn(mate: Int32Array, size: number): number[][] {
  const pairs: number[][] = [];
  for (let v = 0; v < size; v++) {
    const partner = mate[v]!;
    if (partner < v) pairs.push([partner, v]);
  }
  return pairs;
}

/**
 * With fewest unplaced and then fewest trios, each component is either served by a separator, or places itself with
 * one trio, or leaves one person unplaced; and as many as possible of those that cannot place themselves
 * are served. Which: a perfect matching, in which a component's vertex meets a separator, or a stand-in for
 * "this component uses its trio", or one for "this vertex is unplaced".
 */
function planWithTrios(table: PairTable, structure: Structure): number[][] {
  const plans = structure.components.map((vertices) => solveComponent(table, vertices));
  const [only] = plans;
  if (only?.withTrio && plans.length === 1 && only.vertices.length === table.size) {
    return groupsOf(only);
  }
  const stranded = plans.filter((plan) => plan.withTrio === null);
  const unplaced = stranded.length - mostServed(table, stranded, structure.separators);
  const trios = plans.length - structure.separators.length - unplaced;
  const size = table.size + unplaced + trios;
  const weight = new Float64Array(size * size).fill(Infinity);
  for (let v = 0; v < table.size; v++) {
    weight.set(table.weight.subarray(v * table.size, (v + 1) * table.size), v * size);
  }
  const componentOf = new Map<number, ComponentPlan>();
  for (const plan of plans) {
    plan.vertices.forEach((v, i) => {
      componentOf.set(v, plan);
      const [first, last] = plan.withTrio === null ? [0, unplaced] : [unplaced, unplaced + trios];
      // Whatever v is: together with the matching of the others it makes the cost of the trio plan.
      const cost = plan.withTrio === null ? 0 : plan.withTrio.cost - plan.all + plan.y[i]!;
      for (let standIn = table.size + first; standIn < table.size + last; standIn++) {
        weight[v * size + standIn] = cost;
        weight[standIn * size + v] = cost;
      }
    });
  }
  const mate = proved(cheapestPerfectMatching(size, weight));
  const byTrio = new Set<ComponentPlan>();
  for (let standIn = table.size + unplaced; standIn < size; standIn++) {
    byTrio.add(componentOf.get(mate[standIn]!)!);
  }
  const pairs = pairsIn(mate, table.size).filter(([a]) => {
    const plan = componentOf.get(a!);
    return plan === undefined || !byTrio.has(plan);
  });
  return [...pairs, ...[...byTrio].flatMap(groupsOf)];
}

function groupsOf(plan: ComponentPlan): number[][] {
  const { trio, pairs } = plan.withTrio!;
  return [[...trio], ...pairs.map((pair) => [...pair])];
}

/** How many of the components can have a separator of their own (augmenting paths, Kuhn). */
function mostServed(
  table: PairTable,
  components: readonly ComponentPlan[],
  separators: readonly number[],
): number {
  const servedBy = new Map<number, number>();
  const reachable = components.map(({ vertices }) =>
    separators.filter((s) => vertices.some((v) => table.weight[v * table.size + s]! < Infinity)),
  );
  const serve = (component: number, tried: Set<number>): boolean => {
    for (const separator of reachable[component]!) {
      if (tried.has(separator)) continue;
      tried.add(separator);
      const holder = servedBy.get(separator);
      if (holder === undefined || serve(holder, tried)) {
        servedBy.set(separator, component);
        return true;
      }
    }
    return false;
  };
  return components.filter((_, component) => serve(component, new Set())).length;
}

/** Whether a factor-critical component of the graph of allowed pairs can be placed whole with one trio. */
export function canPlaceItself(roster: Roster, component: readonly number[]): boolean {
  const table = pairTable(roster, Int32Array.from(component), 1);
  return (
    solveComponent(
      table,
      component.map((_, v) => v),
    ).withTrio !== null
  );
}
