/** What is said about a file for the other hosts that read it, and when. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hover } from 'vscode-languageserver-types';
import { readAgent } from '../../server/core/agent/agent';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { hoverAt } from '../../server/core/features/hover/hover';
import { defaultFormat, formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { defaults, type Settings } from '../../server/core/lint/settings';
import { rules } from '../../server/core/rules/index';
import { isPortability } from '../../server/core/rules/rule';
import { document } from '../../server/core/text/document';
import { detect } from '../../server/core/workspace/detect';
import { indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { unknownWorkspace, type Workspace } from '../../server/core/workspace/workspace';

const second = formatById('gemini-cli');
assert.ok(second !== undefined);
const other = second;

const path = '/w/.claude/agents/reviewer.md';

const withFields = (fields: string): string =>
  document`
    ---
    name: reviewer
    description: Reviews changes.
    ${fields}
    ---
    Review them.
    `;

function findingsIn(
  text: string,
  { hosts = [], used = [] }: { readonly hosts?: readonly string[]; readonly used?: readonly string[] },
): readonly LintFinding[] {
  const settings: Settings = { ...defaults, hosts };
  const workspace = { ...unknownWorkspace, usedHosts: () => new Set(used) };
  const others = [readAgent(text, other, path)];
  return lint(readAgent(text, defaultFormat, path), { settings, workspace, others }).findings;
}

const ofSecond = (findings: readonly LintFinding[]): readonly string[] =>
  findings.filter(({ reader }) => reader !== undefined).map(({ severity, rule }) => `${severity} ${rule}`);

describe('a file that another host reads too', () => {
  const text = withFields('color: blue');

  it('is not checked for a host that the project is not used with', () => {
    assert.deepEqual(ofSecond(findingsIn(text, {})), []);
    assert.deepEqual(ofSecond(findingsIn(text, { used: ['claude-code'] })), []);
  });

  it('is checked for a host that the project has signs of, or that the settings name', () => {
    for (const options of [{ used: ['gemini-cli'] }, { hosts: ['gemini-cli'] }]) {
      const findings = findingsIn(text, options);
      assert.deepEqual(ofSecond(findings), ['error field-foreign']);
      const [found] = findings.filter(({ reader }) => reader === 'gemini-cli');
      assert.match(found?.message ?? '', /Gemini CLI/);
    }
  });

  it('is checked only for the hosts that the settings name, where they name any', () => {
    assert.deepEqual(ofSecond(findingsIn(text, { hosts: ['claude-code'], used: ['gemini-cli'] })), []);
  });

  it('has information about what is lost without harm there, and nothing twice', () => {
    const both = withFields('model: gpt-4');
    const findings = findingsIn(both, { hosts: ['gemini-cli'] });
    assert.equal(findings.filter(({ rule }) => rule.startsWith('model-')).length, 1, 'the main reader says it already');
    assert.deepEqual(ofSecond(findingsIn(withFields('tools: []'), { hosts: ['gemini-cli'] })), []);
  });

  it('has nothing about a tool or model that only the main reader has, and nothing where the main reader warns', () => {
    for (const [id, fields] of [
      ['copilot-cli', 'tools: Read, WebSearch, mcp__db__query\nmodel: sonnet'],
      ['vscode-claude', 'tools: Read, Skill, mcp__db__query'],
      ['vscode-claude', 'model: claude-sonnet-4-20250514'],
    ] as const) {
      const reader = formatById(id);
      assert.ok(reader !== undefined);
      const written = withFields(fields);
      assert.notDeepEqual(lint(readAgent(written, reader, path)).findings, []);
      const settings: Settings = { ...defaults, hosts: [reader.host.id] };
      const others = [readAgent(written, reader, path)];
      assert.deepEqual(ofSecond(lint(readAgent(written, defaultFormat, path), { settings, others }).findings), []);
    }
  });

  it('keeps quiet about what a comment disables', () => {
    const silent = withFields('# agent-authoring-ignore field-foreign\ncolor: blue');
    assert.deepEqual(
      findingsIn(silent, { hosts: ['gemini-cli'] }).map(({ rule }) => rule),
      [],
    );
  });

  it('has fixes that keep what the main reader makes of it, and that nothing applies unasked', () => {
    const unquoted = withFields('tools: [Read, Grep]').replace('Reviews changes.', 'Reviews: changes.');
    const fixes = findingsIn(unquoted, { hosts: ['gemini-cli'] }).flatMap(({ reader, fixes = [] }) =>
      reader === undefined ? [] : fixes,
    );
    assert.ok(fixes.every(({ safe, title }) => !safe && title.endsWith('(for Gemini CLI)')));
    assert.ok(!fixes.some(({ title }) => title.includes('read_file')), 'a name that the main reader does not know');
    const servers = findingsIn(withFields('tools: Read, mcp__db__query'), { hosts: ['gemini-cli'] });
    assert.ok(servers.some(({ reader, severity }) => reader !== undefined && severity === 'error'));
    assert.ok(
      !servers.some(({ fixes = [] }) => fixes.some(({ title }) => title.includes('mcp_db_query'))),
      'a lost tool',
    );
    const settings: Settings = { ...defaults, hosts: ['gemini-cli'] };
    const misspelled = withFields('color: blue');
    assert.equal(
      fixAll(readAgent(misspelled, defaultFormat, path), { settings, others: [readAgent(misspelled, other, path)] }),
      misspelled,
    );
  });

  it('shares its fix with the main host where both need the same edit', () => {
    const colon = withFields('color: blue').replace('Reviews changes.', 'Reviews: changes.');
    const at = colon.indexOf(': changes');
    const third = formatById('copilot-cli') ?? assert.fail('no such format');
    const request = {
      uri: `file://${path}`,
      settings: { ...defaults, hosts: ['copilot-cli'] },
      others: [readAgent(colon, third, path)],
    };
    const actions = actionsIn(readAgent(colon, defaultFormat, path), { start: at, end: at }, request);
    assert.deepEqual(
      actions.map(({ title, isPreferred, diagnostics = [] }) => [title, isPreferred, diagnostics.length]),
      [['Quote the value', true, 2]],
    );
  });
});

function markdownOf(hover: Hover | undefined): string {
  const contents = hover?.contents;
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}

describe('the hover over the start of a file that several hosts read', () => {
  it('has one column for each', () => {
    const text = withFields('tools: [read_file, glob]').replace('reviewer', 'a|b');
    const hover = hoverAt(readAgent(text, defaultFormat, path), 0, undefined, [readAgent(text, other, path)]);
    const rows = markdownOf(hover)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.deepEqual(
      rows.map((row) => row.split(/(?<!\\)\|/).length),
      rows.map(() => 5),
    );
    assert.match(rows[0] ?? '', /Claude Code .* \| Gemini CLI /);
    assert.match(rows[2] ?? '', /\| loads \| no: .* \| no: The value of `name`/);
  });

  it('has no table where one host reads the file', () => {
    const hover = hoverAt(readAgent(withFields('model: opus'), defaultFormat, path), 0);
    assert.doesNotMatch(markdownOf(hover), /^\|/m);
  });
});

describe('a file for hosts that do not read it', () => {
  it('has one finding for all of them in a place', () => {
    const text = withFields('model: opus').replace('Reviews changes.', 'Reviews: changes.');
    const settings: Settings = { ...defaults, hosts: ['claude-code', 'gemini-cli'] };
    const found = lint(readAgent(text, defaultFormat, path), { settings }).findings;
    const portability = found.filter(({ rule }) => rule.startsWith('portability-'));
    assert.deepEqual(
      portability.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning portability-frontmatter'],
    );
    assert.match(portability[0]?.message ?? '', /^Not portable to Gemini CLI: Quote this value(?!.*Also not portable)/);
  });

  it('names the first host before the problem, and the others after it', () => {
    const text = withFields('model: opus').replace('Reviews changes.', 'Reviews: changes.');
    const settings: Settings = { ...defaults, hosts: ['copilot-cli', 'gemini-cli', 'kiro'] };
    const found = lint(readAgent(text, defaultFormat, path), { settings }).findings;
    const [message = ''] = found.flatMap(({ rule, message }) => (rule.startsWith('portability-') ? [message] : []));
    assert.match(message, /^Not portable to Gemini CLI: Quote this value.* Also not portable to Kiro\.$/);
  });

  it('gathers what rules say that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const gathered = rules.filter(isPortability).flatMap(({ gathers }) => Object.keys(gathers));
    assert.ok(gathered.length > 10);
    assert.deepEqual(
      gathered.filter((id) => !ids.has(id)),
      [],
    );
  });
});

describe('two files of one name', () => {
  const agent = (name: string, more = ''): string => `---\nname: ${name}\ndescription: Reviews.\n${more}---\nReview.\n`;
  const first = '/w/.github/agents/a.agent.md';
  const second = '/w/.github/agents/b.md';

  /** What is said about names at a path, where the project is used with Copilot CLI. */
  const said = (files: Readonly<Record<string, string>>, at: string, used = ['vscode', 'copilot-cli']) => {
    const known: Workspace = { ...unknownWorkspace, usedHosts: () => new Set(used) };
    const index = indexOf(Object.entries(files).flatMap(([file, text]) => indexedOf(file, text, known)));
    const [main, ...others] = detect(at).map((format) => readAgent(files[at] ?? '', format, at));
    assert.ok(main !== undefined);
    const workspace = { ...known, around: index.around };
    return lint(main, { workspace, others })
      .findings.filter(({ rule }) => rule === 'name-taken')
      .map(({ severity, reader, message }) => [severity, reader ?? 'main', message]);
  };

  it('are reported for the host that never loads one of them', () => {
    const files = { [first]: agent('twin'), [second]: agent('twin') };
    const [ofMain, ...more] = said(files, second);
    assert.deepEqual(ofMain?.slice(0, 2), ['information', 'main']);
    assert.deepEqual(more, [
      [
        'information',
        'copilot-cli',
        'Copilot CLI never loads this file, because `a.agent.md` has the same name `twin`. Rename one of them.',
      ],
    ]);
    assert.deepEqual(
      said(files, first).map(([, reader]) => reader),
      ['main'],
    );
  });

  it('are not reported for a host that the project is not used with', () => {
    const files = { [first]: agent('twin'), [second]: agent('twin') };
    assert.deepEqual(
      said(files, second, ['vscode']).map(([, reader]) => reader),
      ['main'],
    );
  });

  it('are not reported where each is for another host, or the other host sees another name', () => {
    const claude = '/w/.claude/agents/a.md';
    const each = { [claude]: agent('twin'), [first]: agent('twin') };
    assert.deepEqual(said(each, claude, ['claude-code', 'copilot-cli']), []);
    const other = { [first]: agent('twin'), [second]: agent('twin', 'name: other\n') };
    assert.ok(said(other, second).every(([, reader]) => reader === 'main'));
  });
});
