/** The fields of OpenCode agents and commands. Kilo changes a few of them. */
import type { Choice } from '../choice';
import type { Field, Shape } from '../field';
import type { Format, Permissions } from '../host';
import type { NestedKey, NestedShape } from '../nestedShape';
import { classifyTool } from '../toolName';
import { enforced, observed } from './evidence';
import { modelForm } from './models';
import { otherType } from './yamlTypes';

const strict = {
  onInvalid: 'refuses to start in this project, for every agent',
  invalidSeverity: 'error',
  ofNull: 'refused',
  evidence: enforced,
} as const;

const text = (): Shape => ({ kind: 'string', otherType });

const actions: readonly Choice[] = [
  { value: 'allow', summary: 'Without asking.' },
  { value: 'ask', summary: 'The user is asked first.' },
  { value: 'deny', summary: 'Never. A tool that is denied as a whole is not even offered to the agent.' },
];

/**
 * What is below the field for permissions: for each key a word, or for most keys a map of words by patterns.
 * @param orNull Whether null is as good as nothing.
 */
export function permissionShape({ keys }: Permissions, orNull = false): NestedShape {
  const word = { kind: 'word', choices: actions, ...(orNull ? { orNull } : {}) } as const satisfies NestedShape;
  const rule = { kind: 'rule', word } as const satisfies NestedShape;
  return {
    kind: 'mapping',
    keys: Object.fromEntries(
      Object.entries(keys).map(([name, { summary, isFlat }]): readonly [string, NestedKey] => [
        name,
        { summary, value: isFlat === true ? word : rule },
      ]),
    ),
    rest: rule,
  };
}

const switchShape = (tools: Format['tools']): NestedShape => ({
  kind: 'mapping',
  keys: Object.fromEntries(
    Object.entries(tools).map(([name, { summary }]): readonly [string, NestedKey] => [name, { summary, value: flag }]),
  ),
  rest: flag,
});

const flag: NestedShape = { kind: 'scalar', type: 'boolean' };

/** A map of switches that turns everything off but these tools; undefined when one of them is not known. */
function onlyThese(names: readonly string[], format: Format): string | undefined {
  const on = new Set<string>();
  for (const name of names) {
    const meant = toolMeant(name, format);
    if (meant === undefined) return undefined;
    on.add(meant);
  }
  return `{ "*": false, ${[...on].map((name) => `${name}: true`).join(', ')} }`;
}

/** The present tool that a name means, in any spelling that is known. */
function toolMeant(name: string, format: Format): string | undefined {
  const found = classifyTool(name, format);
  switch (found.kind) {
    case 'tool':
      return found.name;
    case 'case':
      return found.meant;
    case 'foreign':
      return found.foreign.replacement;
    case 'retired':
      return found.retired.replacement;
    default:
      return undefined;
  }
}

const colors = ['primary', 'secondary', 'accent', 'success', 'warning', 'error', 'info'];

const hex: Readonly<Record<string, string>> = {
  red: '#ff0000',
  blue: '#0000ff',
  green: '#008000',
  yellow: '#ffff00',
  purple: '#800080',
  orange: '#ffa500',
  pink: '#ffc0cb',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  white: '#ffffff',
  black: '#000000',
};

/** @param tools Of the host, whose names are the switches. */
export const agentFields = (tools: Format['tools'], permissions: Permissions, format: () => Format) =>
  ({
    description: {
      ...strict,
      summary: 'Tells the main model, and the user, when to use this agent.',
      role: 'purpose',
      templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
      shape: text(),
      example: 'Reviews changes for errors. Use it after code was written.',
    },
    mode: {
      ...strict,
      summary: 'Whether the user talks to the agent, other agents start it, or both.',
      shape: {
        kind: 'choice',
        choices: [
          { value: 'subagent', summary: 'Other agents start it, and the user by its name after an `@`.' },
          { value: 'primary', summary: 'The user talks to it.' },
          { value: 'all', summary: 'Both.' },
        ],
      },
      decides: true,
      default: '`all`',
      example: 'subagent',
    },
    model: {
      ...strict,
      summary: 'The model that runs the agent, as `provider/model`.',
      details:
        'Nothing checks it before the first turn. The text up to the first slash is the provider, in the exact spelling, so `sonnet` and `inherit` are providers without a model. Leave the field out to use the model of the session.',
      role: 'model',
      shape: { kind: 'model', text: true, form: modelForm },
      default: 'the model of the session',
      example: 'anthropic/claude-sonnet-4-5',
    },
    permission: {
      ...strict,
      summary: 'What the agent may do: `allow`, `ask` or `deny`, for everything or for each tool.',
      details:
        'Of several keys that match a tool the last one counts, so `"*"` comes first. `edit` decides about all tools that change files. Keys are case-sensitive, and one that the program does not know has no effect.',
      role: 'tool-permissions',
      shape: { kind: 'mapping', checked: true, orWord: actions },
      nested: permissionShape(permissions),
      example: '{ edit: deny }',
    },
    tools: {
      ...strict,
      summary: 'Turns tools on and off; `permission` is the newer field.',
      details:
        'A map of names to `true` or `false`. It only takes away: a tool that is not named stays. Of several keys that match a tool the last one counts, so `"*": false` comes first. `write`, `edit` and `patch` all mean `edit`.',
      role: 'tool-switches',
      shape: { kind: 'mapping', checked: true, fromNames: (names) => onlyThese(names, format()) },
      nested: switchShape(tools),
      example: '{ bash: false }',
    },
    temperature: {
      ...strict,
      summary: 'The sampling temperature; sent only to models that accept one.',
      role: 'temperature',
      shape: { kind: 'number', finite: true },
      example: '0.2',
    },
    top_p: {
      ...strict,
      summary: 'The share of likely tokens to choose from.',
      shape: { kind: 'number', finite: true },
      example: '0.9',
    },
    steps: {
      ...strict,
      summary: 'How many turns the agent may take.',
      role: 'turns',
      shape: { kind: 'integer', min: 1, unquoted: true },
      default: 'no limit',
      example: '20',
    },
    color: {
      ...strict,
      summary: 'The color in the interface: `"#RRGGBB"` in quotes, or a color of the theme.',
      details: 'Without quotes a `#` begins a comment, and the field has no value.',
      role: 'color',
      shape: {
        kind: 'choice',
        choices: colors.map((value) => ({ value, summary: 'A color of the theme.' })),
        orPattern: { matches: (value) => /^#[0-9a-fA-F]{6}$/.test(value), wanted: '`"#RRGGBB"` in quotes' },
        near: Object.fromEntries(Object.entries(hex).map(([name, value]) => [name, `"${value}"`])),
      },
      example: 'accent',
    },
    hidden: {
      ...strict,
      summary: 'Whether the agent is missing from the list after an `@`.',
      shape: { kind: 'flag', unquoted: true },
      default: '`false`',
      example: 'true',
    },
    disable: {
      ...strict,
      summary: 'Whether the agent is switched off; a built-in agent of the same name is then removed.',
      shape: { kind: 'flag', unquoted: true },
      decides: true,
      default: '`false`',
      example: 'true',
    },
    variant: { ...strict, summary: 'The variant of the model.', shape: text(), example: 'high' },
    options: {
      ...strict,
      summary: 'Parameters that are sent to the model provider with each request.',
      shape: { kind: 'mapping' },
      example: '{ reasoningEffort: high }',
    },
    name: {
      ...strict,
      summary: 'What the agent is called, in place of the path of the file.',
      role: 'identity',
      shape: text(),
      ofNull: 'accepted',
      onInvalid: 'fails to list any agent at all',
      default: 'the path of the file below the folder, without `.md`',
      example: 'code-reviewer',
    },
    maxSteps: {
      ...strict,
      summary: 'The old name of `steps`, which counts when both are there.',
      shape: { kind: 'integer', min: 1, unquoted: true },
      undocumented: true,
      example: '20',
    },
    prompt: {
      ...strict,
      summary: 'The prompt, in configuration files only.',
      shape: text(),
      ofNull: 'absent',
      ignoredIn: 'a Markdown file: the text below the frontmatter is the prompt',
      undocumented: true,
      invalidSeverity: 'warning',
      example: 'You review changes.',
      evidence: observed,
    },
  }) as const satisfies Readonly<Record<string, Field>>;

export const commandFields = {
  description: {
    ...strict,
    summary: 'What the command does.',
    role: 'purpose',
    shape: text(),
    example: 'Runs the tests.',
  },
  agent: { ...strict, summary: 'The agent that runs the command.', shape: text(), example: 'build' },
  model: {
    ...strict,
    summary: 'The model that runs the command, as `provider/model`.',
    role: 'model',
    shape: { kind: 'model', text: true },
    example: 'anthropic/claude-sonnet-4-5',
  },
  variant: { ...strict, summary: 'The variant of the model.', shape: text(), example: 'high' },
  subtask: {
    ...strict,
    summary: 'Whether the command runs in a session of its own.',
    shape: { kind: 'flag', unquoted: true },
    example: 'true',
  },
} as const satisfies Readonly<Record<string, Field>>;
