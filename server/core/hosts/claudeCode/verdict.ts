/** What Claude Code does with an agent file, step by step as its loader does it. */

import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { quoted, quotedList } from '../../text/quoted';
import { hasMoreBytes } from '../../text/source';
import { type Span, textAt } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import { guardsOutside } from '../guards';
import { hookFaults } from '../hooks';
import type { Format, Membership } from '../host';
import { type LoadFault, loadedWith, lost } from '../loading';
import { fieldByRole } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import type { LoadVerdict, LossCause } from '../verdict';
import { stemOf } from './promptFiles';

/** The verdict of Claude Code on a file of `format`; undefined when the frontmatter exceeds what is read here. */
export function claudeCodeVerdict(file: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  if (isTooLarge(file, format)) return lost('size', TOO_LARGE, null);
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'unseen')
    return lost('not-an-agent', 'No frontmatter at the top of the file, so it is treated as a note.', null);
  if (reading.kind === 'broken')
    return lost('yaml', 'The frontmatter is not valid YAML, even with quoted values.', null);
  if (reading.kind === 'not-a-mapping') return lost('yaml', 'The frontmatter contains no fields.', null);
  const fields = fieldsOf(file.source.text, reading.entries);
  const name = textOf(fieldValue(fields, format, 'identity'));
  const fault =
    nameFault(fields, format) ?? descriptionFault(fields, format) ?? hooksFault(reading.entries, fields, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  return loadedAs(name, file, reading, format);
}

/**
 * The verdict on an agent of a plugin: it loads whatever its frontmatter says, under the name of its file when it has none.
 * Only the manifest of the plugin can prevent it.
 * @param path Of the file, for its name.
 */
export function pluginVerdict(
  file: AgentFile,
  reading: Reading,
  format: Format,
  path: string | undefined,
  membership: Membership | undefined,
): LoadVerdict | undefined {
  const prefix = membership?.kind === 'agent' ? (membership.prefix ?? '') : '';
  const named = (name: string | undefined): string | null => (name === undefined ? null : prefix + name);
  const fallback = named(path === undefined ? undefined : stemOf(path));
  if (membership?.kind === 'refused')
    return lost('manifest', `The plugin does not load: ${membership.reason}.`, fallback);
  if (isTooLarge(file, format)) return lost('size', TOO_LARGE, fallback);
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'read') {
    const fields = fieldsOf(file.source.text, reading.entries);
    const written = named(pluginName(fieldValue(fields, format, 'identity')));
    return loadedAs(written ?? fallback, file, reading, format);
  }
  const { refused: _never, ...tools } = effectiveTools(fieldsOf('', []), format);
  return loadedWith(fallback, tools, ['The frontmatter cannot be read, so every field is lost']);
}

const isTooLarge = ({ source }: AgentFile, { maxBytes }: Format): boolean =>
  maxBytes !== undefined && hasMoreBytes(source, maxBytes);

const TOO_LARGE = 'The file is too large, so it is skipped.';

/** The name in the frontmatter of a plugin agent: its value as text, unless it is empty or too long. */
function pluginName(value: Value | undefined): string | undefined {
  const name = value === undefined ? '' : plainText(value);
  return name === '' || name.length > MAX_NAME ? undefined : name;
}

/** A value as the program turns it into text: a number without zeros at its end, a list with commas. */
function plainText(value: Value): string {
  if (value.kind === 'sequence') return value.items.map((item) => plainText(item.value)).join(',');
  if (value.kind !== 'scalar' || value.type === 'null') return '';
  const number = value.type === 'number' ? Number(value.text) : Number.NaN;
  return Number.isNaN(number) ? value.text : String(number);
}

/** UTF-16 units. */
const MAX_NAME = 256;

function loadedAs(
  name: string | null,
  file: AgentFile,
  { closer, entries }: Extract<Reading, { kind: 'read' }>,
  format: Format,
): LoadVerdict {
  const fields = fieldsOf(file.source.text, entries);
  const { refused, ...tools } = effectiveTools(fields, format);
  if (refused) {
    const names = quotedList(tools.dropped.map((tool) => tool.name));
    return {
      ...lost('tools', `None of the listed tools exists (${names}), so the agent is not started.`, name),
      tools,
    };
  }
  return loadedWith(name, tools, lossesOf(file, closer, fields, format));
}

const fieldValue = (fields: Fields, format: Format, role: 'identity' | 'purpose'): Value | undefined => {
  const key = fieldByRole(format, role)?.key;
  return key === undefined ? undefined : fields.value(key);
};

/** The text of a value that YAML reads as text; null for anything else and for the empty text, which counts as absent. */
const textOf = (value: Value | undefined): string | null =>
  value?.kind === 'scalar' && value.type === 'string' && value.text !== '' ? value.text : null;

function nameFault(fields: Fields, format: Format): LoadFault | undefined {
  const identity = fieldByRole(format, 'identity');
  const value = fieldValue(fields, format, 'identity');
  if (identity === undefined || value?.kind === 'alias') return undefined;
  const cause: LossCause = identity.field.shape.kind === 'string' ? 'name' : 'not-an-agent';
  const name = textOf(value);
  if (isAbsent(value)) return { cause, reason: 'The agent has no name, so the file is treated as a note.' };
  if (name === null) return { cause, reason: 'The name is not a string.' };
  if (name.startsWith('-')) return { cause, reason: 'The name starts with a hyphen.' };
  // Compatibility look-alikes of the colon count as one too.
  if (name.normalize('NFKC').includes(':')) return { cause, reason: 'The name contains a colon.' };
  const max = identity.field.shape.kind === 'string' ? identity.field.shape.maxLength : undefined;
  return max !== undefined && name.length > max
    ? { cause, reason: `The name is longer than ${max} characters.` }
    : undefined;
}

function descriptionFault(fields: Fields, format: Format): LoadFault | undefined {
  const value = fieldValue(fields, format, 'purpose');
  if (value?.kind === 'alias' || textOf(value) !== null) return undefined;
  return {
    cause: 'description',
    reason: isAbsent(value) ? 'The agent has no description.' : 'The description is not a string.',
  };
}

const isAbsent = (value: Value | undefined): boolean =>
  value === undefined ||
  value.kind === 'missing' ||
  (value.kind === 'scalar' && (value.type === 'null' || (value.type === 'string' && value.text === '')));

function hooksFault(entries: readonly Entry[], fields: Fields, format: Format): LoadFault | undefined {
  const [outside] = guardsOutside(entries, fieldByRole(format, 'events')?.key, format.hooks);
  if (outside !== undefined)
    return { cause: 'hooks', reason: `The guard ${quoted(textAt(fields.text, outside))} is outside \`hooks\`.` };
  const fatal = hooksIn(fields, format).find((fault) => fault.fatal);
  return fatal === undefined
    ? undefined
    : { cause: 'hooks', reason: `${fatal.what}, and an agent whose guards cannot be read is not loaded.` };
}

const hooksIn = (fields: Fields, format: Format): ReturnType<typeof hookFaults> => {
  const key = fieldByRole(format, 'events')?.key;
  const value = key === undefined ? undefined : fields.value(key);
  return value === undefined ? [] : hookFaults(value, format);
};

/** What is written in the frontmatter and has no effect, except tools. */
function lossesOf(file: AgentFile, closer: Span, fields: Fields, format: Format): readonly string[] {
  const end = file.frontMatter?.closer?.start ?? Number.POSITIVE_INFINITY;
  const after =
    closer.start >= end ? [] : (file.frontMatter?.entries ?? []).filter(({ keySpan }) => keySpan.start > closer.start);
  const unusable = Object.entries(format.fields).flatMap(([key, field]) => {
    const value = fields.value(key);
    if (value !== undefined && field.ignoredIn !== undefined) return [`\`${key}\` is ignored in ${field.ignoredIn}`];
    return value !== undefined && field.shape.kind !== 'tools' && faultOf(field, value) !== undefined
      ? [`the value of \`${key}\` is ignored`]
      : [];
  });
  const hooks = hooksIn(fields, format).length > 0 ? ['hooks that cannot be read are ignored'] : [];
  const lines = after.map((entry) => `${quoted(entry.key)} is after the end of the frontmatter`);
  return [...lines, ...unusable, ...hooks].map((text, i) =>
    i === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text,
  );
}
