/** Errors are exactly where the program does not load the agent or grants more than was written. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { agent, withFrontMatter } from '../agent';

interface Recorded {
  readonly fields: readonly { readonly what: string; readonly header: string; readonly started: boolean }[];
  readonly mcp: { readonly cases: Recorded['fields'] };
  readonly loading: readonly { readonly what: string; readonly text: string; readonly loads: boolean }[];
}

const path = join('..', 'shared', 'facts', 'runtime-cases.json');
const recorded = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recorded) : undefined;

const findingsIn = (text: string): readonly LintFinding[] => lint(agent(text)).findings;

const rulesOf = (text: string, ...severities: readonly string[]): readonly string[] => [
  ...new Set(
    findingsIn(text)
      .filter(({ severity }) => severities.includes(severity))
      .map(({ rule }) => rule),
  ),
];

/** Recorded frontmatter with which the agent starts, but with more tools than its writer asked for. */
const grantsMore: Readonly<Record<string, string>> = {
  'allowed-tools': 'field-misnamed',
  allowedTools: 'field-misnamed',
  Tools: 'field-misnamed',
  'deny-star': 'tool-wildcard',
};

/** Recorded frontmatter in which something has no effect, each with the rules that report it. */
const warned: Readonly<Record<string, readonly string[]>> = {
  empty: ['tools-empty'],
  'empty-list': ['tools-empty'],
  'empty-string': ['tools-empty'],
  null: ['field-value'],
  number: ['field-value'],
  true: ['field-value'],
  map: ['field-value'],
  semicolon: ['tool-unknown'],
  'pipe-sep': ['tool-unknown'],
  'bash-pattern': ['tool-pattern'],
  'unclosed-paren': ['tool-unclosed'],
  'paren-flow': ['tool-pattern'],
  'one-known': ['tool-unknown'],
  'deny-bash-pattern': ['tool-pattern'],
  'allow-deny': ['tool-denied'],
  'deny-all-allowed': ['tool-denied'],
  'deny-lower': ['tool-case'],
  exitplan: ['tool-never'],
  'bg-true': ['tool-background'],
  'bg-yes': ['field-value'],
  'memory-bad': ['field-value'],
  'model-gpt': ['model-foreign'],
  'model-num': ['field-value'],
  'model-old': ['model-retired'],
  'model-list': ['field-value'],
  'effort-bad': ['field-value'],
  'hooks-badevent': ['hook-unreadable'],
  'hooks-pre': ['hook-unreadable'],
  'hooks-post-broken': ['hook-unreadable'],
  'mcp-map': ['mcp-servers-shape'],
  'mcp-str': ['mcp-servers-shape'],
  'iso-bad': ['field-value'],
  'turns-bad': ['field-value'],
  'perm-bad': ['field-value'],
  'm-all': ['tool-mcp-shape'],
  'm-upper': ['tool-case'],
  'm-slash': ['tool-server'],
  'm-bare': ['tool-unknown'],
  'm-prefix': ['tool-mcp-shape'],
};

/** Where the YAML is not valid, the rules about YAML report it and the program repairs the value. */
const isRepaired = (what: string): boolean => what === 'star-plain' || what === 'star-comma';

describe('the severities of the recorded runs', {
  skip: recorded === undefined ? 'the recorded cases are not beside the project' : false,
}, () => {
  if (recorded === undefined) return;
  for (const { what, header, started } of [...recorded.fields, ...recorded.mcp.cases]) {
    // Which servers there are cannot be known from a file.
    if (what === 'm-only-unknown' || isRepaired(what)) continue;
    it(`fields: ${what}`, () => {
      const text = withFrontMatter(header.trimEnd());
      const errors = rulesOf(text, 'error');
      const more = grantsMore[what];
      if (more !== undefined) assert.deepEqual(errors, [more]);
      else assert.equal(errors.length > 0, !started, errors.join());
      if (started) assert.deepEqual(rulesOf(text, 'warning'), warned[what] ?? []);
    });
  }

  for (const { what, text, loads } of recorded.loading) {
    // One record abbreviates its long description.
    if (what === 'long-desc') continue;
    it(`loading: ${what}`, () =>
      assert.equal(rulesOf(text, 'error').length > 0, !loads, rulesOf(text, 'error').join()));
  }
});
