/** What Claude Code reads in the files of skills and commands, which agents load by their names. */

import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { hiddenRuns } from '../../text/hidden';
import { lastNameOf } from '../../text/paths';
import { span } from '../../text/span';
import { closerOf } from '../reading';
import type { SkillPlace, SkillRead } from '../together';
import { readAsClaudeCode } from './read';
import { MAX_LISTED } from './skillListing';

/** UTF-16 units. A longer name is not offered. */
const MAX_NAME = 256;

/** Bytes. A longer file of a skill is not read; commands have the limit of agents. */
export const MAX_SKILL_BYTES = 1_000_000;

/** Words that switch a flag on, in any case. */
export const ON = /^(?:true|yes|on|1)$/i;

/** Folders of skills that Claude Code keeps for itself. */
const RESERVED = /^synced$/i;

/** The name of the skill in the file at a decoded path, which is that of its folder; undefined where no skill can have it. */
export function skillNameAt(path: string): string | undefined {
  const folder = path.split('/').at(-2) ?? '';
  return isOffered(folder) && !RESERVED.test(folder) ? folder : undefined;
}

/** The name of the command in the file at a decoded path; undefined where no command can have it. */
export function commandNameAt(path: string): CommandName | undefined {
  const at = `/${path}`.lastIndexOf('/commands/');
  // A manifest may name a command in another folder, which is then no part of its name.
  const inner = at < 0 ? lastNameOf(path) : `/${path}`.slice(at + '/commands/'.length);
  const parts = inner.replace(/\.md$/, '').split('/');
  // A folder that is a skill is known by its own name.
  const isFolder = parts.length > 1 && SKILL_FILE.test(parts.at(-1) ?? '');
  if (isFolder) parts.pop();
  const last = parts.at(-1) ?? '';
  const name = parts.join(':');
  return last === '' || !isOffered(name) ? undefined : { name, last, isFolder };
}

interface CommandName {
  /** With its folders: `team:review`. */
  readonly name: string;
  /** Without them. */
  readonly last: string;
  /** Whether it stands for its folder. */
  readonly isFolder: boolean;
}

const skill = (file: AgentFile, path: string, prefix: string): SkillRead | undefined => {
  const folder = skillNameAt(path);
  if (folder === undefined) return undefined;
  const entries = entriesOf(file);
  const name = entryOf(entries, 'name');
  const isGated = gates(entryOf(entries, 'paths')?.value);
  const second = asText(name?.value);
  const isName = second !== undefined && !/\s/.test(second) && isOffered(second);
  return {
    names: [prefix + folder, ...(isName && second !== folder ? [prefix + second] : [])],
    nameSpan: isName && name !== undefined ? valueSpan(name) : span(0, 0),
    ...common(file, entries, 'Skill', isGated),
    isGated,
  };
};

const command = (file: AgentFile, path: string, prefix: string): SkillRead | undefined => {
  const named = commandNameAt(path);
  if (named === undefined) return undefined;
  const { name, last, isFolder } = named;
  return {
    names: [prefix + name, ...(last === name ? [] : [prefix + last])],
    nameSpan: span(0, 0),
    ...common(file, entriesOf(file), 'Custom command', false),
    isGated: false,
    ...(isFolder && { isFolder }),
  };
};

/** The name of the file that makes its folder a skill, without its ending. */
const SKILL_FILE = /^skill$/i;

/** The kinds of files that can be loaded as skills. Of one name, a skill comes before a command. */
export const claudeCodeSkills: readonly SkillPlace[] = [
  { files: ['**/.claude/skills/*/SKILL.md'], maxBytes: MAX_SKILL_BYTES, read: skill },
  { files: ['**/skills/*/SKILL.md'], pluginFolder: 'skills', maxBytes: MAX_SKILL_BYTES, read: skill },
  { files: ['**/.claude/commands/**/*.md'], read: command },
  { files: ['**/commands/**/*.md'], pluginFolder: 'commands', read: command },
];

/** Hidden characters, angle brackets and white space other than spaces keep a name from being offered. */
const isOffered = (name: string): boolean =>
  name !== '' && name.length <= MAX_NAME && !/[<>\p{Cc}]|[^\S ]/u.test(name) && hiddenRuns(name).length === 0;

/** The fields; none where Claude Code cannot read them, which loses only the fields. */
function entriesOf(file: AgentFile): readonly Entry[] {
  const reading = readAsClaudeCode(file);
  return reading.kind === 'read' ? reading.entries : [];
}

const entryOf = (entries: readonly Entry[], key: string): Entry | undefined =>
  entries.findLast((entry) => entry.key === key);

/**
 * @param none What is shown when there is nothing to show.
 * @param isGated Whether the model is not told of it yet.
 */
function common(
  file: AgentFile,
  entries: readonly Entry[],
  none: string,
  isGated: boolean,
): Pick<SkillRead, 'description' | 'descriptionSpan' | 'told' | 'isOpen'> {
  const [written, hint] = [entryOf(entries, 'description'), entryOf(entries, 'when_to_use')];
  const text = plainText(written)?.trim() ?? '';
  const when = asText(hint?.value)?.trim() ?? '';
  const shown = (text || firstLineOf(file) || none).replace(/\s*\n\s*/g, ' ');
  const description = when === '' ? shown : `${shown} - ${when}`;
  const isOpen = !ON.test(plainText(entryOf(entries, CLOSED)) ?? '');
  const source = text === '' ? when !== '' && hint : written;
  return {
    description,
    descriptionSpan: source ? valueSpan(source) : span(0, 0),
    told: isOpen && !isGated ? Math.min(description.length, MAX_LISTED) : 0,
    isOpen,
  };
}

/** The switch that closes a skill to the model. */
export const CLOSED = 'disable-model-invocation';

/** The fields that keep the model from a skill. */
export const claudeCodeSkillGates = { closed: CLOSED, gated: 'paths' } as const;

const plainText = (entry: Entry | undefined): string | undefined =>
  entry?.value.kind === 'scalar' && entry.value.type !== 'null' ? entry.value.text : undefined;

/** A value where the program takes any as text: the items of a list, with commas between them. */
function asText(value: Value | undefined): string | undefined {
  if (value?.kind === 'scalar') return value.type === 'null' || value.text === '' ? undefined : value.text;
  if (value?.kind !== 'sequence') return undefined;
  const items = value.items.map((item) => (item.value.kind === 'scalar' ? item.value.text : undefined));
  return items.length === 0 || items.includes(undefined) ? undefined : items.join(',');
}

const valueSpan = ({ value }: Entry): SkillRead['nameSpan'] => (value.kind === 'scalar' ? value.inner : value.span);

/** Whether `paths` keeps a skill closed until a file matches. The pattern for all files does not. */
export function gates(value: Value | undefined): boolean {
  if (value?.kind === 'scalar')
    return value.type === 'string' && value.text.trim() !== '' && value.text.trim() !== '**';
  return value?.kind === 'sequence' && value.items.length > 0;
}

/** UTF-16 units that are shown of a body in place of a description. */
const SHOWN = 100;

/** The first line with text after the frontmatter that Claude Code sees. */
function firstLineOf(file: AgentFile): string {
  const { text } = file.source;
  const start = closerOf(readAsClaudeCode(file))?.end ?? 0;
  const lines = text
    .slice(start, start + 8 * SHOWN)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  const line = (lines.find((one) => one.trim() !== '') ?? '').replace(/^#+\s+/, '').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 3)}...` : line;
}
