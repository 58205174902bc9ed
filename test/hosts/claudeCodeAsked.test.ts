/** Lines of frontmatter that Claude Code 2.1.332 was run with in addition to the recorded cases, and what it did with them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/lint/lint';
import { agent, withFrontMatter } from '../agent';

const hook = (keys: string): string => `hooks:\n  PreToolUse: [{hooks: [{${keys}}]}]`;

describe('an agent', () => {
  /** Whether it starts, and if not, why. */
  const rows: readonly (readonly [lines: string, cause: 'hooks' | 'tools' | null])[] = [
    ['tools: [true]', null],
    ['tools: [5]', null],
    ['tools: [null]', null],
    ['tools: [5, 6]\ndisallowedTools: Read', null],
    ['tools: [Foo, true]', 'tools'],
    ['tools: Bash\ndisallowedTools: Bash', null],
    ['tools: Bash\ndisallowedTools: Foo, Bash', null],
    ['tools: Bash\ndisallowedTools: Agent(x), Bash', null],
    ['tools: Bash\ndisallowedTools: Bash(rm *)', 'tools'],
    ['tools: Bash\ndisallowedTools: Bash(git:*)', 'tools'],
    ['tools: Read\ndisallowedTools: "Read(x)"', 'tools'],
    ['tools: Bash, Foo\ndisallowedTools: Bash', 'tools'],
    ['tools: Agent\ndisallowedTools: Agent(x)', null],
    ['tools: Agent\ndisallowedTools: Task', null],
    ['tools: Task\ndisallowedTools: Agent', 'tools'],
    ['tools: Agent(x)\ndisallowedTools: Agent', 'tools'],
    ['tools: Bash(x)\ndisallowedTools: Bash', null],
    ['tools: Bash(x)\ndisallowedTools: Bash(x)', 'tools'],
    ['tools: TaskStop\ndisallowedTools: KillShell', null],
    ['tools: mcp__a__b\ndisallowedTools: mcp__a', null],
    ['tools: Foo\ndisallowedTools: Foo', null],
    ['x:\u00a0has @x', null],
    ['tools: ,Read', null],
    ['tools: , Read', null],
    ['x: ,', null],
    ['x:\n  - ,a', null],
    ['x:\n  y: ,a', null],
    ['hooks: {}', null],
    ['hooks: 0', null],
    ['hooks: null', null],
    ['hooks: .nan', null],
    ['hooks: []', 'hooks'],
    ['hooks: [null]', 'hooks'],
    ['hooks: true', 'hooks'],
    ['hooks: -1', 'hooks'],
    ['PreToolUse:', null],
    ['PreToolUse: []', null],
    ['PreToolUse: *', 'hooks'],
    ['PreToolUse: {}', 'hooks'],
    ['PreToolUse: false', 'hooks'],
    ['x: {PreToolUse: *}', null],
    [hook('type: command, command: x, asyncRewake: true'), null],
    [hook('type: command, command: x, asyncRewake: "true"'), 'hooks'],
    [hook('type: command, command: x, rewakeMessage: x'), null],
    [hook('type: command, command: x, rewakeMessage: ""'), 'hooks'],
    [hook('type: command, command: x, rewakeSummary: 5'), 'hooks'],
    [hook('type: command, command: x, continueOnBlock: x'), null],
    [hook('type: prompt, prompt: x, continueOnBlock: x'), 'hooks'],
    [hook('type: agent, prompt: x, continueOnBlock: x'), null],
    [hook('type: http, url: "http://x", allowedEnvVars: [A]'), null],
    [hook('type: http, url: "http://x", allowedEnvVars: A'), 'hooks'],
    ['mcpServers: [{a: {command: ""}}]\ntools: Foo', 'tools'],
  ];
  for (const [lines, cause] of rows) {
    it(`${cause === null ? 'starts' : 'does not start'} with ${JSON.stringify(lines)}`, () => {
      const file = agent(withFrontMatter(lines));
      assert.equal(file.verdict()?.cause, cause);
      const errors = lint(file).findings.filter(({ severity }) => severity === 'error');
      assert.equal(errors.length > 0, cause !== null, errors.map(({ rule }) => rule).join());
    });
  }
});

describe('a value that the host repairs', () => {
  it('is checked as the host then reads it', () => {
    const file = agent('---\nname: joined description: Keys on one line.\n---\nHi\n');
    assert.equal(file.verdict()?.cause, 'name');
    const errors = lint(file).findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ rule }) => rule),
      ['field-value'],
    );
  });
});

describe('items of a list that are not names', () => {
  for (const list of ['[Read, [Grep]]', '[{Bash: x}]', '\n  - - Bash']) {
    it(`are reported, because they have no effect: ${JSON.stringify(list)}`, () => {
      for (const field of ['tools', 'disallowedTools', 'skills'])
        assert.ok(
          lint(agent(withFrontMatter(`${field}: ${list}`))).findings.some(({ rule }) => rule === 'field-value'),
          field,
        );
    });
  }
});

describe('the size of a file', () => {
  const sized = (bytes: number, letter: string): string => {
    const head = withFrontMatter('').replace('Hi', '');
    return head + letter.repeat(Math.floor((bytes - Buffer.byteLength(head)) / Buffer.byteLength(letter)));
  };
  const rows: readonly (readonly [bytes: number, letter: string, loads: boolean])[] = [
    [1_048_576, 'x', true],
    [1_048_577, 'x', false],
    [1_048_576, 'é', true],
    [1_048_640, 'é', false],
    [1_048_640, '😀', false],
    [600_000, '😀', true],
  ];
  for (const [bytes, letter, loads] of rows) {
    it(`of ${bytes} bytes of ${letter} ${loads ? 'is read' : 'is too large'}`, () => {
      const file = agent(sized(bytes, letter));
      assert.equal(file.verdict()?.cause, loads ? null : 'size');
      assert.equal(
        lint(file).findings.some(({ rule }) => rule === 'file-large'),
        !loads,
      );
    });
  }
});

describe('a server of the agent', () => {
  const stdio = 'command: x';
  const http = 'type: http, url: "http://x"';
  const rows: readonly (readonly [definition: string, isUsed: boolean])[] = [
    [stdio, true],
    [`${stdio}, timeout: 5`, true],
    [`${stdio}, timeout: 1.5`, false],
    [`${stdio}, timeout: "5"`, false],
    [`${stdio}, alwaysLoad: x`, false],
    [`${stdio}, headersHelper: 5`, true],
    [`${stdio}, tools: x`, true],
    [`${stdio}, args: null`, false],
    [`${stdio}, env: null`, false],
    [`${stdio}, cwd: 5`, true],
    [`${stdio}, type: [a]`, false],
    [`${stdio}, type: null`, false],
    [`${stdio}, unknown: [a]`, true],
    ['command: ""', false],
    ['command: " "', true],
    [http, true],
    [`${http}, headersHelper: 5`, false],
    [`${http}, oauth: {a: b}`, true],
    [`${http}, oauth: true`, false],
    [`${http}, tools: []`, true],
    [`${http}, tools: [a]`, false],
    ['type: ws, url: "ws://x", tools: x', true],
    ['type: ws, url: "ws://x", headersHelper: x', true],
    // These never connect.
    ['type: http, url: ""', false],
    ['type: http, url: x', false],
    ['type: http, url: "ftp://x"', false],
    [`type: http, url: "${'$'}{SERVER}/mcp"`, true],
  ];
  for (const [definition, isUsed] of rows) {
    it(`is ${isUsed ? 'used' : 'not used'} with ${definition}`, () => {
      const { findings } = lint(agent(withFrontMatter(`mcpServers: [{a: {${definition}}}]`)));
      assert.equal(
        findings.some(({ rule }) => rule === 'mcp-servers-shape'),
        !isUsed,
      );
    });
  }
});
