/** The verdict and the errors on agent files, compared with recorded runs of Claude Code 2.1.332. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { LoadVerdict } from '../../server/core/hosts/verdict';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { agent } from '../agent';

interface Started {
  readonly what: string;
  readonly header: string;
  readonly listed?: boolean;
  readonly started: boolean;
  readonly tools?: readonly string[] | null;
}

interface Server extends Started {
  readonly trusted: boolean;
  readonly mcpTools: readonly string[] | null;
  readonly otherTools: readonly string[] | number | null;
}

interface Loaded {
  readonly what: string;
  readonly text: string;
  readonly loads: boolean;
}

interface Runtime {
  readonly allToolsHere: readonly string[];
  readonly fields: readonly Started[];
  readonly mcp: { readonly cases: readonly Server[] };
  readonly loading: readonly Loaded[];
}

const facts = join('..', 'shared', 'facts');
const read = <T>(name: string): T | undefined =>
  existsSync(join(facts, name)) ? (JSON.parse(readFileSync(join(facts, name), 'utf8')) as T) : undefined;
const runtime = read<Runtime>('claude-runtime.json');
const loader = read<{ readonly cases: readonly Loaded[] }>('claude-loader.json');

/** Fields with which the record depends on something else, or that are not read yet, each with the reason. */
const apart: Readonly<Record<string, string>> = {
  'tools: Grep\ndisallowedTools: "Grep(x)"\n': 'only recorded for Grep, which the recorded program has only by name',
  'tools: Brief\n': 'the recorded session had no such tool',
  'tools: LSP\n': 'the recorded session had no such tool',
  'tools: Read\nisolation: worktree\n': 'the recorded folder had no commit, so there was no worktree',
  'tools: Read\nisolation: remote\n': 'the recorded folder had no commit, so there was no worktree',
};

/** The same for whole files, by the name of the case. */
const apartLoading: Readonly<Record<string, string>> = {
  'merge-alias': 'merged aliases are not followed, so nothing is said',
  'merge-alias-name': 'merged aliases are not followed, so nothing is said',
  'guard-by-merge-alias': 'merged aliases are not followed, so nothing is said',
  'alias-value': 'aliases in lists of tools are not followed, so nothing is said',
  'alias-list': 'aliases in lists of tools are not followed, so nothing is said',
  'alias-in-list': 'aliases in lists of tools are not followed, so nothing is said',
  'anchor-redefined': 'aliases in lists of tools are not followed, so nothing is said',
  'merge-list': 'merged aliases are not followed, so nothing is said',
  'tag-binary': 'the tag is not read yet',
  'alias-before-anchor': 'the agent is listed, but cannot be started',
};

/** Fields with which the agent starts with more than was written, each with the rule that reports it. */
const grantsMore: Readonly<Record<string, string>> = {
  'disallowedTools: "*"\n': 'tool-wildcard',
  'disallowedTools: "*, Bash"\n': 'tool-wildcard',
  'disallowedTools: "Bash *"\n': 'tool-wildcard',
};

const withFields = (fields: string): string => document`
  ---
  name: a
  description: d
  ${fields}---
  Hi
  `;

function verdictOf(text: string): LoadVerdict {
  const verdict = agent(text).verdict();
  assert.ok(verdict !== undefined);
  return verdict;
}

const errorsIn = (text: string): readonly string[] => [
  ...new Set(
    lint(agent(text))
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule),
  ),
];

describe('the recorded runs of 2.1.332', {
  skip: runtime === undefined || loader === undefined ? 'the recorded cases are not beside the project' : false,
}, () => {
  if (runtime === undefined || loader === undefined) return;
  const here = new Set([...runtime.allToolsHere, 'Grep', 'Glob', 'ExitPlanMode']);
  const all = [...runtime.loading, ...loader.cases];

  it('contain every case that is set apart', () => {
    const fields = new Set(runtime.fields.map(({ header }) => header));
    assert.deepEqual(
      [...Object.keys(apart), ...Object.keys(grantsMore)].filter((one) => !fields.has(one)),
      [],
    );
    const names = new Set(all.map(({ what }) => what));
    assert.deepEqual(
      Object.keys(apartLoading).filter((one) => !names.has(one)),
      [],
    );
  });

  for (const { what, header, listed, started, tools } of runtime.fields) {
    if (apart[header] !== undefined) continue;
    it(`fields: ${what}: ${JSON.stringify(header)}`, () => {
      const text = withFields(header);
      const { verdict, reason, tools: ours } = verdictOf(text);
      const isStarted = started && listed !== false;
      assert.equal(verdict !== 'does-not-load', isStarted, reason ?? '');
      const more = grantsMore[header];
      if (more !== undefined) assert.deepEqual(errorsIn(text), [more]);
      else assert.equal(errorsIn(text).length === 0, isStarted, errorsIn(text).join());
      if (!isStarted || tools === null || tools === undefined) return;
      const names = ours.effective.filter((name) => here.has(name));
      const theirs = tools.filter((name) => !name.startsWith('mcp__'));
      assert.deepEqual([...names].sort(), [...theirs].sort());
    });
  }

  for (const { what, header, trusted, started, mcpTools, otherTools } of runtime.mcp.cases) {
    // Servers of an untrusted folder are not started, and which others exist is not known from a file.
    if (!trusted || !started) continue;
    it(`MCP: ${what}: ${JSON.stringify(header)}`, () => {
      const { verdict, tools } = verdictOf(withFields(header));
      assert.notEqual(verdict, 'does-not-load');
      if (tools.inherited || !Array.isArray(otherTools)) return;
      const granted = tools.effective.map((one) => one.replace(/\(.*$/, '').replace(/__\*$/, ''));
      const isOurs = (name: string): boolean => granted.some((one) => name === one || name.startsWith(`${one}__`));
      assert.deepEqual(
        (mcpTools ?? []).filter((name) => !isOurs(name)),
        [],
      );
      assert.deepEqual(tools.effective.filter((name) => here.has(name)).sort(), [...otherTools].sort());
    });
  }

  for (const { what, text, loads } of all) {
    if (apartLoading[what] !== undefined) continue;
    it(`loading: ${what}`, () => {
      const { verdict, cause, reason } = verdictOf(text);
      // An agent that cannot be started is listed nevertheless.
      assert.equal(verdict !== 'does-not-load' || cause === 'tools', loads, reason ?? '');
      if (cause !== 'tools') assert.equal(errorsIn(text).length === 0, loads, errorsIn(text).join());
    });
  }
});
