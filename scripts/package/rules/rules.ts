import { behaviourRules, rulesForOthers } from './behaviour-rules.ts';
import { iconRules } from './icon-rules.ts';
import { manifestRules } from './manifest-rules.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text-rules.ts';

/**
 * The rules of the public Teams store, by what they are about. An app that is built for an organisation need not follow them;
 * here they measure its quality.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
 */
export const storeRules: readonly (readonly [about: string, rules: readonly Rule[]])[] = [
  ['Names and descriptions', textRules],
  ['Manifest', manifestRules],
  ['Icons', iconRules],
  ['Bot, tab and pages', behaviourRules],
  ['Rules for others', rulesForOthers],
];
