/** What Claude Code does with the Markdown files that are not agents: skills, commands and output styles. */

import { listItems } from '../../syntax/lists/items';
import type { AgentFile, Value } from '../../syntax/tree';
import { fileNameOf } from '../../text/paths';
import { quoted } from '../../text/quoted';
import { hasMoreBytes } from '../../text/source';
import { decoded } from '../../text/uri';
import { presentName } from '../effectiveTools';
import { hookFaults } from '../hooks';
import type { Format, Membership } from '../host';
import { loadedWith, lost } from '../loading';
import { fieldByRole } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import type { EffectiveTools, LoadVerdict } from '../verdict';
import { ON } from './skillFiles';

/** Nothing is said about tools: those of the conversation stay as they are. */
const ALL: EffectiveTools = { inherited: true, effective: [], dropped: [], withheld: [] };

/** What differs between the kinds of files. */
export interface PromptKind {
  /** The name that the path gives, without the prefix of a plugin; undefined where it gives none that counts. */
  readonly nameAt: (path: string) => string | undefined;
  /** The name that a field gives instead; null for a name that cannot be chosen. */
  readonly writtenName?: (fields: Fields) => string | undefined | null;
  /** The name as it is shown. */
  readonly shownName: (name: string) => string;
  /** A few words each on how it is used. */
  readonly partsOf: (fields: Fields, format: Format) => readonly string[];
  /** Keys that limit what happens, so that a file that loses them gives more than is written. */
  readonly limits: readonly string[];
}

/** The verdict on a file; undefined where our own bounds end. */
export function promptVerdict(
  kind: PromptKind,
  file: AgentFile,
  reading: Reading,
  format: Format,
  path: string | undefined,
  membership: Membership | undefined,
): LoadVerdict | undefined {
  const fields = reading.kind === 'read' ? fieldsOf(file.source.text, reading.entries) : fieldsOf('', []);
  const prefix = membership?.kind === 'agent' ? (membership.prefix ?? '') : '';
  const given = path === undefined ? undefined : kind.nameAt(decoded(path).replaceAll('\\', '/'));
  const written = kind.writtenName?.(fields);
  const known = written ?? given;
  const name = known === undefined ? null : prefix + known;
  if (membership?.kind === 'refused') return lost('manifest', `The plugin does not load: ${membership.reason}.`, name);
  if (format.maxBytes !== undefined && hasMoreBytes(file.source, format.maxBytes))
    return lost('size', 'The file is too large, so it is skipped.', name);
  if (written === null) return lost('name', 'The name is not a string, so it cannot be chosen.', null);
  if (path !== undefined && known === undefined)
    return lost('name', 'The path gives a name that Claude Code does not offer.', null);
  // It loads whatever its fields say, but a name may be among them.
  if (reading.kind === 'unread' && kind.writtenName !== undefined) return undefined;
  const shown = {
    name: kind.shownName(name ?? ''),
    parts: reading.kind === 'read' ? kind.partsOf(fields, format) : [],
  };
  if (reading.kind !== 'read') {
    // Without any frontmatter there are no fields to lose.
    if (reading.kind === 'unread' || !losesFields(file, reading)) return { ...loadedWith(name, ALL), shown };
    const losses = ['The frontmatter cannot be read, so every field is lost'];
    return { ...loadedWith(name, ALL, losses), shown, ...(limitsIn(file, kind.limits) && { grantsMore: true }) };
  }
  const { losses, grantsMore } = lossesOf(fields, format);
  return { ...loadedWith(name, ALL, losses), shown, ...(grantsMore && { grantsMore: true }) };
}

/** Whether the file has frontmatter for other readers, or something that is meant to be frontmatter. */
const losesFields = ({ frontMatter, problems }: AgentFile, { kind }: Reading): boolean =>
  kind !== 'unseen' ||
  (frontMatter !== undefined && (frontMatter.entries.length > 0 || !frontMatter.closed)) ||
  problems.some(({ code }) => code !== 'frontmatter-missing' && code.startsWith('frontmatter'));

function lossesOf(
  fields: Fields,
  format: Format,
): { readonly losses: readonly string[]; readonly grantsMore: boolean } {
  const losses: string[] = [];
  let grantsMore = false;
  for (const [key, field] of Object.entries(format.fields)) {
    const value = fields.value(key);
    if (value === undefined) continue;
    const { onlyWith } = field;
    const condition = onlyWith && fields.value(onlyWith.key);
    if (onlyWith !== undefined && !(condition?.kind === 'alias') && !hasText(condition, onlyWith.value))
      losses.push(`\`${key}\` has no effect without \`${onlyWith.key}: ${onlyWith.value}\``);
    if (field.ignoredIn !== undefined) losses.push(`\`${key}\` is ignored in ${field.ignoredIn}`);
    else if (field.role !== 'events' && faultOf(field, value) !== undefined) {
      losses.push(`the value of \`${key}\` is ignored`);
      if (field.invalidSeverity === 'error') grantsMore = true;
    }
  }
  const hooks = fieldByRole(format, 'events')?.key;
  const value = hooks === undefined ? undefined : fields.value(hooks);
  const faults = value === undefined ? [] : hookFaults(value, format);
  if (faults.length > 0) losses.push('hooks that cannot be read are ignored');
  // A guard that is lost, and a pattern in place of a tool, deny nothing.
  if (faults.some(({ fatal }) => fatal)) grantsMore = true;
  const patterns = Object.entries(format.fields)
    .flatMap(([key, { shape, role }]) => {
      const list = shape.kind === 'tools' && role !== 'approve' ? fields.value(key) : undefined;
      return list === undefined ? [] : listItems(fields.text, list, format.splitsNamesAt);
    })
    .flatMap(({ text }) => (text.includes('(') && presentName(text, format) !== undefined ? [text] : []));
  for (const word of patterns) losses.push(`${quoted(word)} denies nothing`);
  if (patterns.length > 0) grantsMore = true;
  const [first, ...rest] = losses;
  return {
    losses: first === undefined ? [] : [first.charAt(0).toUpperCase() + first.slice(1), ...rest],
    grantsMore,
  };
}

/** UTF-16 units of a text in which lost frontmatter is searched. */
const MAX_SEARCHED = 16_384;

/** Whether lines of frontmatter that is lost set one of the keys to more than "no". */
function limitsIn({ source: { text } }: AgentFile, keys: readonly string[]): boolean {
  const [, block = ''] = /---([\s\S]*?)(?:^[ \t]*---|(?![\s\S]))/m.exec(text.slice(0, MAX_SEARCHED)) ?? [];
  return block.split(/\r\n|\r|\n/).some((line) => {
    const [, key = '', value = ''] = /^\s*["']?([\w-]{1,64})["']?\s*:\s*(.{0,200})/.exec(line) ?? [];
    return keys.includes(key) && !/^["']?(?:false|no|off|0|null|~|\[\s*\])?["']?\s*(?:#.*)?$/i.test(value);
  });
}

const hasText = (value: Value | undefined, text: string): boolean => value?.kind === 'scalar' && value.text === text;

/** Whether a switch is on. */
export const isOn = (value: Value | undefined): boolean => value?.kind === 'scalar' && ON.test(value.text);

/** Whether a switch is off. */
export const isOff = (value: Value | undefined): boolean =>
  value?.kind === 'scalar' && /^(?:false|no|off|0)$/i.test(value.text);

/** The name of a Markdown file without its ending. */
export const stemOf = (path: string): string => fileNameOf(path).replace(/\.md$/, '');
