/** The command `rules`: lists all rules, or shows the page of one. */
import { rules as allRules } from '../../core/index';
import { command, failed, wrongUsage } from '../command';
import { printable } from '../printable';
import { unknownRule } from '../ruleNames';
import { pageOf } from '../rulePages';

const name = 'rules';

export const rules = command({
  name,
  usage: {
    summary: 'List all rules, or explain one',
    operands: { usage: '[id]', min: 0, max: 1, takes: 'one rule id', choices: allRules.map(({ id }) => id) },
    details: 'Lists the id, severity and title of every rule. With an id, prints the page of that rule as Markdown.',
    examples: { rules: 'List all rules', 'rules tool-removed': 'Explain one rule' },
    exitCodes: { 0: 'on success', 2: 'on usage or I/O errors' },
  },
  options: {},
  run({ operands: [id] }, environment) {
    if (id === undefined) {
      environment.out(list());
      return 0;
    }
    if (allRules.every((known) => known.id !== id)) return wrongUsage(unknownRule(id), name, environment);
    const page = pageOf(id, environment);
    if (page.kind === 'error') return failed(`cannot read the page of ${id}: ${page.message}`, environment);
    environment.out(page.text.split('\n').map(shown).join('\n'));
    return 0;
  },
});

/** One line per rule, in columns. */
function list(): string {
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length)) + 2;
  const ids = width(allRules.map((rule) => rule.id));
  const severities = width(allRules.map(({ severity }) => severity));
  return allRules.map((rule) => `${rule.id.padEnd(ids)}${rule.severity.padEnd(severities)}${rule.title}\n`).join('');
}

/** Tabs stay; examples may contain other control characters. */
const shown = (line: string): string => line.split('\t').map(printable).join('\t');
