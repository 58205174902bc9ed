/** Describes a rule in SARIF. */

import type { Rule } from '../../rulePages/example';
import { ruleText } from '../../rulePages/rulePage';
import { levelOf } from './sarifParts';

/** The descriptor of a rule, with its page as help. */
export const descriptorOf = (rule: Rule): object => ({
  id: rule.id,
  name: rule.id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(''),
  shortDescription: { text: `${rule.title}.` },
  fullDescription: { text: rule.why },
  help: { text: rule.why, markdown: ruleText(rule) },
  defaultConfiguration: { level: levelOf(rule.severity) },
});
