/** Describes a rule in SARIF. */
import type { rules } from '../../../core/index';
import type { Environment, FileRead } from '../../environment';
import { pageOf } from '../../rulePages';
import { levelOf } from './sarifParts';

/** The descriptor of a rule, with its page as help where that can be read. */
export const descriptorOf = (rule: (typeof rules)[number], environment: Environment): object => ({
  id: rule.id,
  name: rule.id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(''),
  shortDescription: { text: `${rule.title}.` },
  fullDescription: { text: rule.why },
  help: { text: rule.why, ...markdownOf(pageOf(rule.id, environment)) },
  defaultConfiguration: { level: levelOf(rule.severity) },
});

const markdownOf = (page: FileRead): object => (page.kind === 'text' ? { markdown: page.text } : {});
