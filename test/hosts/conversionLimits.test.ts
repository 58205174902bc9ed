/** Limits of an agent that another host does not know: the conversion names each, so that nothing is granted by accident. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { type Converted, convert } from '../../server/core/convert/convert';
import { conversionTargets } from '../../server/core/convert/targets';
import { formatById } from '../../server/core/hosts/index';
import { lookup } from '../../server/core/hosts/lookup';
import { detect } from '../../server/core/workspace/detect';
import { describeRuns, type Run } from './recordedRuns';

const PATHS: Readonly<Record<string, string>> = {
  'claude-code': '/w/.claude/agents/helper.md',
  vscode: '/w/.github/agents/helper.agent.md',
  'copilot-cli': '/w/.github/agents/helper.agent.md',
  opencode: '/w/.opencode/agents/helper.md',
  'gemini-cli': '/w/.gemini/agents/helper.md',
  'qwen-code': '/w/.qwen/agents/helper.md',
  droid: '/w/.factory/droids/helper.md',
  codex: '/w/.codex/agents/helper.toml',
};

function converted(from: string, fields: string, to: string): Converted {
  const [source, target] = [formatById(from), formatById(to)];
  assert.ok(source !== undefined && target !== undefined);
  const text =
    from === 'codex'
      ? `name = "helper"\ndescription = "Helps."\ndeveloper_instructions = "You are a helper."\n${fields}\n`
      : `---\nname: helper\ndescription: Helps.\n${fields}\n---\nYou are a helper.\n`;
  const result = convert(readAgent(text, source, PATHS[from]), target);
  assert.ok(!('refused' in result), 'refused' in result ? result.refused : '');
  return result;
}

describe('a limit that the other host has no words for', () => {
  const table: readonly (readonly [
    from: string,
    fields: string,
    to: string,
    widens: readonly RegExp[],
    text?: RegExp,
  ])[] = [
    ['opencode', 'permission:\n  bash:\n    "rm *": deny', 'claude-code', [/`bash` for everything/]],
    ['opencode', 'permission:\n  "*": deny\n  bash:\n    "git *": allow', 'gemini-cli', [/`bash` for everything/]],
    ['opencode', 'permission:\n  bash:\n    "*": deny\n    "git *": allow', 'kilo', [/`bash` for everything/]],
    ['opencode', 'permission:\n  bash:\n    "*": ask\n    "git *": allow', 'claude-code', []],
    ['opencode', 'permission:\n  task:\n    "x-*": deny\n  "*": deny\n  read: allow', 'claude-code', []],
    ['opencode', 'permission:\n  "srv_*": deny', 'claude-code', [/`srv_\*`, which is denied/]],
    ['opencode', 'mode: primary', 'claude-code', [/^Other agents may start/]],
    ['opencode', 'mode: primary', 'vscode', [], /^disable-model-invocation: true$/m],
    ['copilot-cli', 'disable-model-invocation: true', 'gemini-cli', [/^Other agents may start/]],
    ['vscode', 'tools: [agent, read]\nagents: [other]', 'claude-code', [/start every agent/]],
    ['vscode', 'tools: [agent, read]\nagents: []', 'claude-code', [/start every agent/]],
    ['vscode', 'tools: [agent, read]\nagents: ["*"]', 'claude-code', []],
    ['vscode', 'tools: [read]\nagents: [other]', 'claude-code', []],
    ['claude-code', 'isolation: worktree\ntools: Read, Write', 'vscode', [/files of the working copy/]],
    ['claude-code', 'isolation: worktree\ntools: Read', 'vscode', []],
    ['qwen-code', 'executionBackend: container', 'gemini-cli', [/outside of the container/]],
    [
      'claude-code',
      'permissionMode: plan\ntools: Read, Bash',
      'codex',
      [/every MCP server/],
      /^sandbox_mode = "read-only"$/m,
    ],
    [
      'claude-code',
      'permissionMode: plan\ntools: Read, Bash',
      'gemini-cli',
      [],
      /^tools: \[read_file, grep_search, glob, list_directory\]$/m,
    ],
    ['claude-code', 'tools: Read, Bash', 'codex', [/every MCP server/], /^sandbox_mode = "workspace-write"$/m],
    ['codex', 'web_search = "disabled"', 'gemini-cli', [], /^tools: (?!.*web)/m],
    ['codex', 'web_search = "live"', 'gemini-cli', [], /^description: Helps\.\n---$/m],
    [
      'claude-code',
      'tools: Read, mcp__docs\ndisallowedTools: mcp__docs__drop',
      'vscode',
      [/`mcp__docs__drop`, which is/],
    ],
    ['claude-code', 'tools: Read, mcp__docs\ndisallowedTools: mcp__docs__drop', 'cline', []],
    ['claude-code', 'tools: Read, mcp__docs__find\ndisallowedTools: mcp__docs__drop', 'vscode', []],
    ['opencode', 'permission:\n  bash:\n    "rm *": deny', 'kilo', [/everything: patterns for arguments are not/]],
    // A set of tools with more in it is never chosen.
    ['claude-code', 'tools: Read', 'vscode', [], /^tools: \[read\/readFile\]$/m],
    ['gemini-cli', 'tools: [ask_user]', 'vscode', [], /^tools: \[vscode\/askQuestions\]$/m],
    ['claude-code', 'disallowedTools: Write', 'copilot-cli', [], /^tools: (?!.*(?:edit|create))/m],
    ['droid', 'tools: read-only', 'claude-code', [], /^tools: \[Read, Grep, Glob, WebFetch, WebSearch\]$/m],
  ];
  for (const [from, fields, to, widens, text] of table)
    it(`${from} to ${to}: ${fields.replaceAll('\n', ' ')}`, () => {
      const result = converted(from, fields, to);
      assert.equal(result.widens.length, widens.length, result.widens.join('\n'));
      for (const [i, expected] of widens.entries()) assert.match(result.widens[i] ?? '', expected);
      if (text !== undefined) assert.match(result.text, text);
    });
});

/** What an agent can do with its tools, as the tables of tools describe each, whatever a conversion thinks of it. */
function effectsOf(agent: Agent): ReadonlySet<string> {
  const { effective = [], withheld = [] } = agent.verdict()?.tools ?? {};
  const names = [...effective, ...withheld.map(({ name }) => name)];
  const effects = new Set<string>(names.flatMap((name) => lookup(agent.format.tools, name)?.effect ?? []));
  // Commands can do all of that.
  return effects.has('runs') ? new Set([...effects, 'writes', 'network']) : effects;
}

const DANGEROUS = ['writes', 'runs', 'network'];

interface Case extends Run {
  readonly text: string;
}

for (const host of ['opencode', 'kilo', 'gemini', 'qwen', 'copilot', 'vscode', 'cline', 'droid'])
  describeRuns<Case>(`recorded files of ${host}`, host, {}, (cases) => {
    it('grant no more for any other host without saying so', () => {
      let count = 0;
      for (const { id, file, text } of cases)
        for (const format of detect(`/w/${file}`)) {
          if (format.kind !== undefined) continue;
          const agent = readAgent(text, format, `/w/${file}`);
          const tools = agent.verdict()?.tools;
          if (tools === undefined) continue;
          for (const target of Object.values(conversionTargets)) {
            const result = convert(agent, target);
            if ('refused' in result || result.widens.length > 0) continue;
            count++;
            const now = readAgent(result.text, target, result.path);
            const [before, after] = [effectsOf(agent), effectsOf(now)];
            const what = `${id} for ${target.id}`;
            assert.ok(now.verdict()?.cause === null, what);
            if (tools.inherited) continue;
            assert.equal(now.verdict()?.tools.inherited, false, what);
            for (const effect of DANGEROUS) assert.ok(before.has(effect) || !after.has(effect), `${what}: ${effect}`);
          }
        }
      assert.ok(count > 100, String(count));
    });
  });
