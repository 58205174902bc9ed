/** Writes the file of a skill for Claude Code. */
import { yamlText } from '../../syntax/frontMatter/yamlText';
import type { NewFile } from '../../text/edits';
import type { SkillText } from '../together';

/** The file of a skill; undefined for a name that needs quotes, or a description with more than one line. */
export function claudeCodeSkillFile(
  { name, description, body, lineEnd }: SkillText,
  isInPlugin: boolean,
): NewFile | undefined {
  const shown = yamlText(description, false);
  // A list of skills is split at spaces and commas. The program keeps one folder for itself.
  // No file system takes a much longer name.
  if (!/^[\w-]{1,200}$/.test(name) || yamlText(name, false) !== name || /^synced$/i.test(name) || shown === undefined)
    return undefined;
  const lines = ['---', `name: ${name}`, `description: ${shown}`, '---', '', body];
  return { path: `${isInPlugin ? '' : '.claude/'}skills/${name}/SKILL.md`, text: lines.join(lineEnd) };
}
