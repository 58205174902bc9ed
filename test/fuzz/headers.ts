/** Random frontmatter from lines that hosts read in different ways, above all lines that may end it. */
import { names } from './dictionary';
import type { Random } from './random';

const values: readonly string[] = [
  'a',
  'Does a thing.',
  'd---',
  'x --- y',
  '"a\n---\nb"',
  '---',
  '-----',
  'Use this: when',
  '"x',
  "'it''s'",
  '|\n  a\n  ---\n  b',
  '>-\n  a\n---\n  b',
  'a #b',
  'a # b',
  '12',
  '~',
  '',
  'opus',
  'true',
  'plan',
  'user',
  '[Read, Bash]',
  '[Read, Bash',
  '{a: b}',
  '*a',
  '&a x',
  '!!str x',
  '\n  - Read\n  - Edit',
  '\n- Read',
  '\n  - x: y',
  '{PreToolUse: [{matcher: Bash, hooks: [{type: command, command: x}]}]}',
  '\n  PreToolUse: nonsense',
  '[db, web]',
];

const tools: readonly string[] = [
  'Read',
  'Bash',
  'Edit',
  'LS',
  'MultiEdit',
  'Task',
  'Task(worker)',
  'Agent(a, b)',
  'Bash(git:*)',
  'Bash(a',
  'bash',
  'read_file',
  'run_shell_command',
  'mcp__x',
  'mcp__x__y',
  'mcp__*',
  '*',
  'Raed',
  '-Bash',
  '!Edit',
  'a b',
];

const keys: readonly string[] = [
  'name',
  'name',
  'description',
  'description',
  'tools',
  'tools',
  'disallowedTools',
  'model',
  'color',
  'permissionMode',
  'memory',
  'hooks',
  'mcpServers',
  'background',
  'skills',
  'kind',
  'temperature',
  'max_turns',
  'allowed-tools',
  'Tools',
  'x',
];

const strays: readonly string[] = [
  'x:y: z',
  '-----',
  '----',
  '---',
  '--- ',
  '...',
  '***',
  '# note',
  '',
  '',
  '  tools: Read',
  '\ttools: Bash',
  '- item',
  '<example>',
  'Context: A change.',
  'user: "Review" this',
  'More text.',
  '"tools": Read',
  'tools : Read',
  '"k" ![x](y) `": 1',
  '? a',
  ': b',
  '%YAML 1.2',
];

const listOf = (random: Random): string => {
  const items = Array.from({ length: random.int(5) }, () => random.pick(random.chance(0.9) ? tools : names));
  switch (random.int(6)) {
    case 0:
      return `[${items.join(', ')}]`;
    case 1:
      return items.map((item) => `\n  - ${item}`).join('');
    case 2:
      return `"${items.join(', ')}"`;
    case 3:
      return items.join(' ');
    case 4:
      return `>\n${items.map((item) => `  ${item},`).join('\n')}`;
    default:
      return items.join(', ');
  }
};

function lineOf(random: Random): string {
  if (random.chance(0.25)) return random.pick(strays);
  const key = random.pick(random.chance(0.95) ? keys : names);
  const isList = /tools/i.test(key) ? random.chance(0.85) : random.chance(0.05);
  const colon = random.chance(0.92) ? ': ' : random.pick([':', ' : ', ' ', '：']);
  return `${key}${colon}${isList ? listOf(random) : random.pick(values)}`;
}

/** A short agent, most of whose cases load; some have headers whose end is ambiguous. */
export function ambiguousAgent(random: Random): string {
  const lines = Array.from({ length: random.int(6) }, () => lineOf(random));
  if (random.chance(0.8)) lines.splice(random.int(lines.length + 1), 0, 'name: a');
  if (random.chance(0.8))
    lines.splice(random.int(lines.length + 1), 0, `description: ${random.pick(['d', 'd---', 'Does a thing.'])}`);
  const open = random.chance(0.9)
    ? '---'
    : random.pick(['--- ', '----', '---js', '\ufeff---', '', '\n---', '```\n---']);
  const close = random.chance(0.8) ? '---' : random.pick(['-----', '...', '', '--- x', ' ---', '---\n---']);
  const body = random.pick(['Hi', 'Hi\n', '', '\n\nHi', '# A\nUse Bash.\n---\nb: c\n---\n']);
  const end = random.chance(0.9) ? '\n' : random.pick(['\r\n', '\r']);
  return [open, ...lines, close, body].join('\n').replaceAll('\n', end);
}
