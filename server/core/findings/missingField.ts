/** Reports a required field that is missing, for the rules about single fields. */

import type { Agent } from '../agent/agent';
import type { Field, FieldRole } from '../hosts/field';
import { type FieldWithKey, fieldByRole } from '../hosts/lookup';
import { nounOf } from '../hosts/nouns';
import { fieldLine, separatorIn, textIn } from '../syntax/notation';
import type { AgentFile, FrontMatter } from '../syntax/tree';
import { type Fix, insertAt } from '../text/edits';
import { baseNameOf, slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { lineEndOf } from '../text/source';
import { renameField } from './fieldFixes';
import type { Finding } from './finding';
import { foundDescription } from './foundDescription';

/** Reports frontmatter without the required field of `role`, with what the host then does. */
export function* missingField(agent: Agent, role: FieldRole): Iterable<Finding> {
  const { file, format } = agent;
  const wanted = fieldByRole(format, role);
  if (wanted === undefined || isFineWithout(agent, wanted.field)) return;
  const says = `Missing \`${wanted.key}\`: ${format.host.name} ${wanted.field.missing?.says ?? wanted.field.onInvalid}.`;
  const { frontMatter } = file;
  if (frontMatter === undefined) {
    // The host sees frontmatter that we do not. Another rule reports its start, and the fix of that comes first.
    const reading = agent.reading();
    const [first] = agent.entries();
    if (reading.kind === 'read' && wanted.field.required === true && !isAmong(agent.entries(), wanted.key))
      yield { span: first?.keySpan ?? reading.closer, message: `${says} Add one.` };
    return;
  }
  if (isWritten(agent, frontMatter, wanted.key) || isUnknown(agent, frontMatter, wanted.key)) return;
  const misspelled = agent.fields().find(({ name }) => name.kind === 'misspelled' && name.meant === wanted.key)?.entry;
  yield {
    span: frontMatter.opener,
    ...(wanted.field.required === true ? {} : { severity: wanted.field.missing?.severity ?? ('warning' as const) }),
    message: `${says} ${misspelled === undefined ? 'Add one.' : `Rename ${quoted(misspelled.key)} to \`${wanted.key}\`.`}`,
    fixes: [
      misspelled === undefined ? addition(agent, frontMatter, role, wanted.key) : renameField(misspelled, wanted.key),
    ],
  };
}

const isAmong = (entries: readonly { readonly key: string }[], wanted: string): boolean =>
  entries.some(({ key }) => key === wanted);

/** Whether the host does not require the field, and nothing is known that goes wrong without it here. */
function isFineWithout(agent: Agent, { required, missing }: Field): boolean {
  if (required === true) return false;
  return (
    missing === undefined ||
    agent.reading().kind !== 'read' ||
    agent.entries().some(({ key }) => missing.unless.includes(key))
  );
}

/** Whether the host reads broken YAML in its own way, so that its entries count and ours do not. */
function isReadByHost({ format, reading }: Agent): boolean {
  const read = reading();
  return read.kind === 'read' && read.repaired && format.readsBroken !== undefined;
}

/** Whether the field is there, for us or for the host, which may see the end of the frontmatter somewhere else. */
const isWritten = (agent: Agent, { entries }: FrontMatter, key: string): boolean =>
  isAmong(agent.entries(), key) || (!isReadByHost(agent) && isAmong(entries, key));

/** Whether the field may be there although it is not among the entries, or the host may load the file without it. */
function isUnknown(agent: Agent, { entries, language }: FrontMatter, key: string): boolean {
  const { notation } = agent.format;
  const isUnread = agent.reading().kind === 'unread';
  // What the host makes of a file that it can read then depends on more than this file.
  if (agent.verdict() === undefined && !isUnread) return true;
  // The key may be part of a value that YAML could not read; another rule reports that value.
  const start = `${key}${separatorIn(notation)}`;
  const isInBroken = entries.some(({ value }) => value.kind === 'broken' && value.text.includes(start));
  if (isInBroken && !isReadByHost(agent)) return true;
  // Frontmatter in another language than YAML has no entries, and another rule reports it.
  if (notation === undefined && language !== '' && entries.length === 0) return true;
  // What an alias merges is not known.
  return isUnread && isAmong(entries, '<<');
}

/** Adds the field with what the file says already, else with a placeholder that another rule reports until it is replaced. */
function addition(agent: Agent, frontMatter: FrontMatter, role: FieldRole, key: string): Fix {
  const { file, format } = agent;
  const found = role === 'purpose' ? foundDescription(agent, key) : undefined;
  const value = found?.yaml ?? textIn(format.notation, placeholderFor(agent, role));
  const at = placeFor(agent, frontMatter, role);
  const end = lineEndOf(file.source);
  const isMidLine = at > 0 && !/[\r\n\uFEFF]/.test(file.source.text.charAt(at - 1));
  return {
    title: `Add \`${key}\`${found === undefined ? '' : ` from ${found.place}`}`,
    safe: false,
    edits: [insertAt(at, `${isMidLine ? end : ''}${fieldLine(format.notation, key, value)}${end}`)],
  };
}

function placeholderFor({ format, path }: Agent, role: FieldRole): string {
  if (role === 'identity') return slugOf(baseNameOf(path) ?? '') ?? nounOf(format);
  return role === 'prompt-text' ? 'You are …' : `Use this ${nounOf(format)} when …`;
}

/** Where the field goes: the name first, then the description, and the prompt after both. */
function placeFor({ file, format }: Agent, { entries, content }: FrontMatter, role: FieldRole): number {
  if (role === 'identity') return content.start;
  const before: readonly (FieldWithKey | undefined)[] = [
    ...(role === 'prompt-text' ? [fieldByRole(format, 'purpose')] : []),
    fieldByRole(format, 'identity'),
  ];
  const [previous] = before.flatMap((field) => entries.find(({ key }) => key === field?.key) ?? []);
  return previous === undefined ? content.start : nextLineAfter(file, previous.span.end, content.end);
}

function nextLineAfter(file: AgentFile, offset: number, limit: number): number {
  const next = file.source.lineStarts.find((start) => start >= offset && start > 0 && start <= limit);
  return next ?? limit;
}
