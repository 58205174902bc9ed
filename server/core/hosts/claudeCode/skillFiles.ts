/** What Claude Code reads in the files of skills and commands, which agents load by their names. */
import type { AgentFile, Entry } from '../../syntax/tree';
import { span } from '../../text/span';
import type { SkillPlace, SkillRead } from '../together';
import { readAsClaudeCode } from './read';

/** UTF-16 units. A longer name, or one with an angle bracket, is not offered. */
const MAX_NAME = 256;

/** Words that switch a flag on, in any case. */
const ON = /^(?:true|yes|on|1)$/i;

/** Folders of skills that Claude Code keeps for itself. */
const RESERVED = /^synced$/i;

const skill = (file: AgentFile, path: string, prefix: string): SkillRead | undefined => {
  const folder = path.split('/').at(-2) ?? '';
  if (!isOffered(folder) || RESERVED.test(folder)) return undefined;
  const entries = entriesOf(file);
  const name = entryOf(entries, 'name');
  const second = plainText(name);
  const isName = second !== undefined && second !== '' && !/\s/.test(second) && isOffered(second);
  return {
    names: [prefix + folder, ...(isName && second !== folder ? [prefix + second] : [])],
    nameSpan: isName && name !== undefined ? valueSpan(name) : span(0, 0),
    ...common(file, entries),
    isGated: gates(entryOf(entries, 'paths')),
  };
};

const command = (file: AgentFile, path: string, prefix: string): SkillRead | undefined => {
  const inner = path.slice(path.lastIndexOf('/commands/') + '/commands/'.length);
  const parts = inner.replace(/\.md$/, '').split('/');
  // A folder that is a skill hides its other files, and is known by its own name.
  if (/^skill$/i.test(parts.at(-1) ?? '')) parts.pop();
  const last = parts.at(-1) ?? '';
  const name = parts.join(':');
  if (last === '' || !isOffered(name)) return undefined;
  const entries = entriesOf(file);
  return {
    names: [prefix + name, ...(parts.length > 1 ? [prefix + last] : [])],
    nameSpan: span(0, 0),
    ...common(file, entries),
    isGated: false,
  };
};

/** The kinds of files that can be loaded as skills. Of one name, a skill comes before a command. */
export const claudeCodeSkills: readonly SkillPlace[] = [
  { files: ['**/.claude/skills/*/SKILL.md'], read: skill },
  { files: ['**/skills/*/SKILL.md'], pluginFolder: 'skills', read: skill },
  { files: ['**/.claude/commands/**/*.md'], read: command },
  { files: ['**/commands/**/*.md'], pluginFolder: 'commands', read: command },
];

const isOffered = (name: string): boolean => name !== '' && name.length <= MAX_NAME && !/[<>]/.test(name);

/** The fields; none where Claude Code cannot read them, which loses only the fields. */
function entriesOf(file: AgentFile): readonly Entry[] {
  const reading = readAsClaudeCode(file);
  return reading.kind === 'read' ? reading.entries : [];
}

const entryOf = (entries: readonly Entry[], key: string): Entry | undefined =>
  entries.findLast((entry) => entry.key === key);

function common(file: AgentFile, entries: readonly Entry[]): Pick<SkillRead, 'description' | 'isOpen'> {
  const description = plainText(entryOf(entries, 'description'))?.trim() ?? '';
  return {
    description: description === '' ? firstLineOf(file) : description,
    isOpen: !ON.test(plainText(entryOf(entries, 'disable-model-invocation')) ?? ''),
  };
}

const plainText = (entry: Entry | undefined): string | undefined =>
  entry?.value.kind === 'scalar' && entry.value.type !== 'null' ? entry.value.text : undefined;

const valueSpan = ({ value }: Entry): SkillRead['nameSpan'] => (value.kind === 'scalar' ? value.inner : value.span);

/** Whether `paths` keeps a skill closed until a file matches. The pattern for all files does not. */
function gates(entry: Entry | undefined): boolean {
  const value = entry?.value;
  if (value?.kind === 'scalar')
    return value.type === 'string' && value.text.trim() !== '' && value.text.trim() !== '**';
  return value?.kind === 'sequence' && value.items.length > 0;
}

/** UTF-16 units that are shown of a body in place of a description. */
const SHOWN = 100;

function firstLineOf({ source, body }: AgentFile): string {
  const text = source.text.slice(body.span.start, body.span.start + 2 * SHOWN);
  const line = text.split(/\r\n|\r|\n/).find((one) => one.trim() !== '') ?? '';
  return line
    .replace(/^#+\s*/, '')
    .trim()
    .slice(0, SHOWN);
}
