/** Adds a skill to the field of an agent that lists skills. */
import { type Agent, withText } from '../../agent/agent';
import { entryByRole } from '../../agent/fields';
import { fieldByRole } from '../../hosts/lookup';
import { addItem } from '../../syntax/lists/addItem';
import { listItems } from '../../syntax/lists/items';
import type { Entry } from '../../syntax/tree';
import { applyEdits, type Edit, insertAt } from '../../text/edits';
import { lineEndOf } from '../../text/source';

/**
 * The edits after which the host loads the skill with the agent, and everything else as before: none when the skill is listed.
 * @param name A word that YAML reads as plain text.
 * @returns undefined where that is not possible, or not certain.
 */
export function addSkill(agent: Agent, name: string): readonly Edit[] | undefined {
  const key = fieldByRole(agent.format, 'skills')?.key;
  const closer = agent.file.frontMatter?.closer;
  if (key === undefined || closer === undefined) return undefined;
  const entry = entryByRole(agent, 'skills');
  const before = skillsOf(agent);
  if (before.includes(name)) return [];
  const edit =
    entry === undefined
      ? insertAt(closer.start, `${key}: ${name}${lineEndOf(agent.file.source)}`)
      : added(agent, entry, name);
  if (edit === undefined) return undefined;
  const after = withText(applyEdits(agent.file.source.text, [edit]), agent);
  const isSame =
    after.file.problems.length === agent.file.problems.length &&
    after.verdict()?.verdict === agent.verdict()?.verdict &&
    after.verdict()?.name === agent.verdict()?.name &&
    JSON.stringify(skillsOf(after)) === JSON.stringify([...before, name]);
  return isSame ? [edit] : undefined;
}

function skillsOf(agent: Agent): readonly string[] {
  const entry = entryByRole(agent, 'skills');
  return entry === undefined
    ? []
    : listItems(agent.file.source.text, entry.value, agent.format.splitsNamesAt).map(({ text }) => text);
}

function added({ file, format }: Agent, entry: Entry, name: string): Edit | undefined {
  const { value } = entry;
  if (value.kind === 'missing') return insertAt(value.span.start, ` ${name}`);
  if (value.kind === 'sequence' && value.style === 'flow' && value.items.length === 0)
    return { span: value.span, newText: `[${name}]` };
  return addItem(file.source.text, entry, name, format.splitsNamesAt);
}
