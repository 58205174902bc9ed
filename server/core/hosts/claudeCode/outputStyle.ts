/** What is known about the output styles of Claude Code. */
import type { Field } from '../field';
import type { Format } from '../host';
import type { Fields } from '../reading';
import { observed } from './evidence';
import { MANIFEST, partMembership } from './manifest';
import { type PromptKind, promptVerdict, stemOf } from './promptFiles';
import { claudeCodeSkill } from './skill';

const documented = { source: 'Documentation of Claude Code', checked: '2026-11-23', says: 'should' } as const;

const fields = {
  name: {
    summary: 'The name by which the style is chosen, in exactly this case.',
    details: 'A style with a number, a list or a mapping as its name cannot be chosen.',
    role: 'identity',
    shape: { kind: 'string' },
    default: 'the name of the file',
    onInvalid: 'never finds the style',
    invalidSeverity: 'error',
    example: 'Concise',
    evidence: observed,
  },
  description: {
    summary: 'Shown where the user chooses a style.',
    role: 'purpose',
    shape: { kind: 'string', scalars: true },
    onInvalid: 'shows no description',
    invalidSeverity: 'information',
    example: 'Short answers without explanations.',
    evidence: documented,
  },
  'keep-coding-instructions': {
    summary: 'Whether the part of the system prompt about coding stays.',
    details: 'In recorded runs in print mode (`-p`) it made no difference.',
    shape: { kind: 'flag', words: true },
    default: 'false',
    since: '2.0.37',
    onInvalid: 'ignores it',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: documented,
  },
  'force-for-plugin': {
    summary: 'Whether the style is used as soon as its plugin is switched on.',
    details: 'Claude Code ignores it in a style that does not come with a plugin.',
    shape: { kind: 'flag', words: true },
    default: 'false',
    onInvalid: 'ignores it',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: observed,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The name in the frontmatter. A value that is nothing to JavaScript counts as none, and what is no text can never be chosen. */
function writtenName(read: Fields): string | undefined | null {
  const value = read.value('name');
  if (value === undefined || value.kind === 'missing') return undefined;
  if (value.kind !== 'scalar') return value.kind === 'alias' ? undefined : null;
  if (value.type === 'string') return value.text === '' ? undefined : value.text;
  const isNothing =
    value.type === 'null' ||
    value.text.toLowerCase() === 'false' ||
    (value.type === 'number' && Number(value.text) === 0);
  return isNothing ? undefined : null;
}

const style: PromptKind = {
  nameAt: (path) => stemOf(path) || undefined,
  writtenName,
  shownName: (name) => name,
  partsOf: () => ['output style'],
  limits: [],
};

const { hooks: _hooks, skillTool: _tool, ...shared } = claudeCodeSkill;

/** `.claude/output-styles/**`. */
export const claudeCodeOutputStyle: Format = {
  ...shared,
  id: 'claude-code-output-style',
  title: 'Claude Code output style',
  kind: 'output-style',
  mayBePlain: true,
  files: ['**/.claude/output-styles/**/*.md'],
  maxBytes: 1_048_576,
  on: {
    noFrontMatter: { says: 'loads the style under its file name, without any fields', severity: 'warning' },
    emptyBody: { says: 'uses the style without any text', severity: 'warning' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
  },
  fields: { ...fields, 'force-for-plugin': { ...fields['force-for-plugin'], ignoredIn: 'styles outside a plugin' } },
  strayFields: { model: { kind: 'stray', effect: 'has no effect in an output style', severity: 'warning' } },
  judge: (file, reading, path, membership) =>
    promptVerdict(style, file, reading, claudeCodeOutputStyle, path, membership),
};

/** `output-styles/**` beside `.claude-plugin/plugin.json`. */
export const claudeCodePluginOutputStyle: Format = {
  ...claudeCodeOutputStyle,
  id: 'claude-code-plugin-output-style',
  title: 'Claude Code plugin output style',
  files: ['**/output-styles/**/*.md'],
  beside: {
    folder: 'output-styles',
    file: MANIFEST,
    membershipOf: partMembership('outputStyles', /^output-styles\/.*\.md$/, /\.md$/),
  },
  fields,
  judge: (file, reading, path, membership) =>
    promptVerdict(style, file, reading, claudeCodePluginOutputStyle, path, membership),
};
