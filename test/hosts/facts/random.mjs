/** Makes frontmatter at random: values of all kinds where hooks, servers and lists are expected, and damaged real frontmatter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A repeatable source of numbers from 0 up to 1. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const values = [
  ...['10', '0', '-1', '10s', '"10"', '1.5', '1e3', '0x10', '.inf', 'true', 'false', 'yes', '"true"', 'null', '', '~'],
  ...[
    '[]',
    '[a]',
    '[1]',
    '{}',
    '{a: b}',
    'x',
    '"x"',
    '"*"',
    '*',
    '!foo x',
    '&a x',
    'x y',
    '"a\\nb"',
    'http://x',
    'zsh',
  ],
];
const needs = {
  command: 'command: x',
  prompt: 'prompt: x',
  agent: 'prompt: x',
  http: 'url: "http://x"',
  mcp_tool: 'server: s, tool: t',
};
const hookKeys = [
  'timeout',
  'once',
  'async',
  'asyncRewake',
  'shell',
  'statusMessage',
  'model',
  'headers',
  'input',
  'if',
  'args',
  'unknown',
];
const events = ['PreToolUse', 'PermissionRequest', 'PreSkillShellCommand', 'Stop', 'PostToolUse', 'Foo'];
const tools = [
  ...[
    'Read',
    'Write',
    'Edit',
    'Bash',
    'Grep',
    'Glob',
    'WebFetch',
    'Task',
    'Agent',
    'Agent(x)',
    'Bash(git:*)',
    'bash',
    'Foo',
    '*',
  ],
  ...[
    'LS',
    'MultiEdit',
    'AskUserQuestion',
    '-Bash',
    '!Bash',
    'Skill',
    'Read(',
    'KillShell',
    'ExitPlanMode',
    'CronList',
    '`Read`',
  ],
  ...["'Edit'", '5', 'true', 'Read(x)', 'Bash (x)', '(Read)', '[Read]', 'read_file'],
];
const separators = [', ', ',', ' ', '\t', '; ', '|', ' , ', '\u00a0', '\u3000', ' & ', '/'];
const fields = [
  'model',
  'permissionMode',
  'background',
  'memory',
  'skills',
  'color',
  'effort',
  'maxTurns',
  'PreToolUse',
  'initialPrompt',
];
const damage = [
  ...[
    '\n',
    ' ',
    ':',
    '-',
    '---\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    ' #',
    '\t',
    '\r',
    '\ufeff',
    '!x ',
    '&a ',
    '*a',
    '|',
    '>',
  ],
  ...[
    '\n\n',
    'tools: ',
    'null',
    '`',
    ',',
    ': ',
    '\\',
    '\\n',
    '%',
    '@',
    '?',
    '\n  ',
    '\n- ',
    '...\n',
    '<<: *a\n',
    '\u00a0',
    '\u2028',
    '\0',
  ],
];

/** @returns A function that makes the lines below `name` and `description` for one agent. */
export function randomFields(seed) {
  const next = numbers(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const some = (most, make) => Array.from({ length: 1 + Math.floor(next() * most) }, make);
  const hook = () => {
    const type = pick([...Object.keys(needs), 'file', '5', 'null']);
    const own = next() < 0.85 ? needs[type] : undefined;
    const more = next() < 0.7 ? [`${pick(hookKeys)}: ${pick(values) || 'null'}`] : [];
    return `{${[`type: ${type}`, ...(own === undefined ? [] : [own]), ...more].join(', ')}}`;
  };
  const group = () =>
    next() < 0.1
      ? pick(['x', '5', 'null', '[]', '{}', '{hooks: x}', '{hooks: null}'])
      : `{${next() < 0.5 ? `matcher: ${pick(['Bash', '"*"', '5', '[a]', 'null'])}, ` : ''}hooks: [${some(2, hook).join(', ')}]}`;
  const hooks = () =>
    next() < 0.08
      ? `hooks: ${pick(values)}\n`
      : `hooks:\n${[...new Set(some(2, () => pick(events)))].map((event) => `  ${event}: ${next() < 0.12 ? pick(values) : `[${some(2, group).join(', ')}]`}\n`).join('')}`;
  const list = () => {
    const names = some(4, () => pick(tools));
    const shape = next();
    if (shape < 0.4) return names.join(next() < 0.6 ? ', ' : pick(separators));
    if (shape < 0.55) return `"${names.join(pick(separators)).replaceAll('"', '\\"')}"`;
    if (shape < 0.8) return `[${names.join(', ')}]`;
    return shape < 0.9 ? `|\n  ${names.join('\n  ')}` : `\n  - ${names.join('\n  - ')}`;
  };
  return () => {
    const kind = next();
    const main =
      kind < 0.4
        ? hooks()
        : kind < 0.8
          ? `tools: ${list()}\n${next() < 0.4 ? `disallowedTools: ${list()}\n` : ''}`
          : '';
    return main + (kind >= 0.8 || next() < 0.3 ? `${pick(fields)}: ${pick(values)}\n` : '');
  };
}

/**
 * Real frontmatter with one or two places damaged.
 * @returns A function that makes the frontmatter of an agent with this name; undefined when the real files are not there.
 */
export function damagedFrontMatter(seed, folder) {
  if (!existsSync(folder)) return undefined;
  const next = numbers(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.md'));
  const headers = files.sort().flatMap((file) => {
    const found = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
    return found !== undefined && found.length < 3000 && /^name: *["']?[\w-]+["']?\s*$/m.test(found) ? [found] : [];
  });
  return (name) => {
    let text = pick(headers).replace(/^name: *.*$/m, `name: ${name}`);
    for (let times = 1 + Math.floor(next() * 2); times > 0; times--) {
      const at = Math.floor(next() * text.length);
      const kind = next();
      const gone = kind < 0.6 ? 0 : kind < 0.8 ? 1 + Math.floor(next() * 3) : 1;
      text = text.slice(0, at) + (kind < 0.6 || kind >= 0.8 ? pick(damage) : '') + text.slice(at + gone);
    }
    return text;
  };
}
