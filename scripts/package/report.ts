import type { AppPackage } from './make-package.ts';
import type { Rule } from './rules/rule.ts';
import { storeRules } from './rules/rules.ts';

/** What became of a rule, and why. */
export interface Outcome {
  readonly kind: 'met' | 'not met' | 'to look at' | 'not for us';
  readonly why: string | null;
}

/** What becomes of a rule for a package. */
export function outcomeOf(rule: Rule, app: AppPackage): Outcome {
  if ('notForUs' in rule) return { kind: 'not for us', why: rule.notForUs };
  if ('look' in rule) return { kind: 'to look at', why: rule.look };
  if ('tested' in rule) return { kind: 'met', why: `checked by ${rule.tested}` };
  const why = rule.broken(app);
  return { kind: why === null ? 'met' : 'not met', why };
}

/** Every rule of the Teams store with what became of it, and how many of each, to be read by a person. */
export function report(app: AppPackage): string {
  const counts = new Map<Outcome['kind'], number>();
  const parts = storeRules.map(([about, rules]) => {
    const lines = rules.map((rule) => {
      const { kind, why } = outcomeOf(rule, app);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return `  ${kind.padEnd(12)}${rule.says}${why === null ? '' : `\n              ${why}`}`;
    });
    return `${about}\n${lines.join('\n')}\n`;
  });
  const sum = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `${parts.join('\n')}\nRules of the Teams store: ${sum}.`;
}
