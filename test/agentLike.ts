/** Generates texts that look like agent files, for tests of what must hold for every text. */
import fc from 'fast-check';

const toolNames = [
  'Read',
  'Edit',
  'Bash(git:*)',
  'MultiEdit',
  'LS',
  'TodoRead',
  'read',
  'git',
  'search',
  'github',
  'Task',
  'Bash',
  'bash(x)',
  'Bash(a',
  'Agent(b, c)',
  'AskUserQuestion',
  'cronlist',
  'ExitPlanMode',
  'mcp__x__y',
  'mcp__*',
  'Raed',
  'mcp__x',
  '*',
  '🚀',
  'a b',
  '-Bash',
  '!Edit',
  '~read',
  'no-Bash',
  'Bash-',
  '-mcp__x',
];

const item = fc.constantFrom(...toolNames);

/** A tool list in one of the spellings that occur. */
const toolList = fc
  .tuple(
    fc.array(item, { maxLength: 6 }),
    fc.constantFrom('comma', 'tight', 'blank', 'flow', 'quoted', 'block', 'column0', 'folded'),
  )
  .map(([names, style]) => {
    switch (style) {
      case 'tight':
        return ` ${names.join(',')}`;
      case 'blank':
        return ` ${names.join(' ')}`;
      case 'flow':
        return ` [${names.map((name) => JSON.stringify(name)).join(', ')}]`;
      case 'quoted':
        return ` "${names.join(', ')}"`;
      case 'block':
        return names.map((name) => `\n  - ${JSON.stringify(name)}`).join('');
      case 'column0':
        return names.map((name) => `\n- ${JSON.stringify(name)}`).join('');
      case 'folded':
        return ` >\n${names.map((name) => `  ${name},`).join('\n')}`;
      default:
        return ` ${names.join(', ')}`;
    }
  });

const line = fc.oneof(
  toolList.map((list) => `tools:${list}`),
  toolList.map((list) => `disallowedTools:${list}`),
  fc.constantFrom(
    'name: a',
    'name: 12',
    'description: Does a thing.',
    'description: Use this: when',
    'description: "x',
    'description: |\n  a\n  user: b',
    'color: Blue',
    'color: "#10B981"',
    'background: yes',
    'maxTurns: -1',
    'model: opus',
    'allowed-tools: Read',
    'emoji: 🚀',
    'hooks: bad',
    'hooks:\n  preToolUse: x\n  post: y\n  on_error: z',
    'mcpServers: github',
    'mcpServers:\n  a:\n    command: b\n\n    args: [c]\n  d: { url: e }',
    'mcpServers: { a: { command: b }, c: {} }',
    'memory: Project',
    'memory: user',
    'background: true',
    'model: claude-sonnet-4-20250514',
    'model: gpt-5',
    'temperature: 0.2',
    'permissionMode: Plan',
    'mcpServers:\n  - x',
    '  indented: y',
    '\tx: y',
    '# note',
    '',
    '---',
    'a --- b',
    'description: d---',
    'x:y: z',
    '-----',
    'tools: Read',
    'disallowedTools: Bash',
    '<example>',
    '*alias',
    '- item',
  ),
);

const breaks = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** Texts that look like agent files, sound and broken, with each kind of line end. */
export const agentLike = fc
  .tuple(
    fc.constantFrom('---', '---', '---', '---  ', '----', '---js', '\uFEFF---', ''),
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom('---', '---', '---', '', '...'),
    fc.constantFrom('Hi', '# A\n\n## B\n- [ ] c\n```yaml\nx: y\n```', ''),
    breaks,
  )
  .map(([open, lines, close, body, end]) => [open, ...lines, close, body].join('\n').replaceAll('\n', end));
