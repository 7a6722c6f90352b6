import type { Chance } from '../ground/chance.ts';
import { isAllowedPair } from '../ground/rules.ts';
import { isFresh } from '../ground/weight.ts';
import { type Matching, pairUp } from './matching.ts';

/** How many departments one person looks at, and how many people of each they ask. */
const LOOKED_AT = 64;
const ASKED = 4;

/**
 * Before anybody else is paired, makes fresh pairs that link departments of which nobody has met, nearly as many as there can be. People
 * come in the order of their numbers, which is one drawn at random, and take somebody who waits, of the department with which they
 * can make a new link where most people wait; else they wait. So the people of small departments meet those of
 * departments that have few others to link with, rather than one another. Those left waiting are paired by the first pass.
 */
export function linkDepartments(matching: Matching, chance: Chance): void {
  const { roster } = matching;
  const { count, department, departments, open } = roster;
  // When nobody has met yet, the first pass makes new links as it is.
  if (open === null || roster.linked?.size === 0) return;
  const isOpen = new Uint8Array(departments ** 2);
  open.forEach((others, one) => {
    for (const other of others) isOpen[one * departments + other] = 1;
  });
  /** The departments of those who wait. */
  const busy: number[] = [];
  /** Who waits, by department: how many, the last who came, and by person the one who came before. */
  const waiting = new Int32Array(departments);
  const last = new Int32Array(departments).fill(-1);
  const before = new Int32Array(count).fill(-1);

  const takeFrom = (other: number, person: number): boolean => {
    let after = -1;
    for (let partner = last[other]!, asked = 0; partner >= 0 && asked < ASKED; asked++) {
      if (isFresh(roster, person, partner) && isAllowedPair(roster, person, partner)) {
        if (after < 0) last[other] = before[partner]!;
        else before[after] = before[partner]!;
        waiting[other]!--;
        if (waiting[other] === 0) busy.splice(busy.indexOf(other), 1);
        pairUp(matching, person, partner);
        return true;
      }
      after = partner;
      partner = before[partner]!;
    }
    return false;
  };
  const takeSomebody = (person: number, own: number): boolean => {
    const others = busy.length < open[own]!.length ? busy : open[own]!;
    if (others.length === 0) return false;
    const row = own * departments;
    let at = chance.below(others.length);
    let [best, most] = [-1, 0];
    for (let i = Math.min(LOOKED_AT, others.length); i > 0; i--) {
      const other = others[at]!;
      if (waiting[other]! > most && isOpen[row + other] === 1) [best, most] = [other, waiting[other]!];
      at = at + 1 === others.length ? 0 : at + 1;
    }
    if (best < 0) return false;
    if (takeFrom(best, person)) return true;
    return others.some(
      (other) =>
        other !== best && waiting[other]! > 0 && isOpen[row + other] === 1 && takeFrom(other, person),
    );
  };

  for (let person = 0; person < count; person++) {
    const own = department[person]!;
    if (own < 0 || open[own]!.length === 0 || takeSomebody(person, own)) continue;
    before[person] = last[own]!;
    last[own] = person;
    waiting[own]!++;
    if (waiting[own] === 1) busy.push(own);
  }
}
