/** Hover: explains what is under the pointer, with the source of each fact. */

import type { Hover } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { FieldRole } from '../../hosts/field';
import { classifyField } from '../../hosts/fieldName';
import type { Format } from '../../hosts/host';
import { lookup } from '../../hosts/lookup';
import { shapeAt } from '../../hosts/nested';
import { baseName, classifyTool, isMcpName } from '../../hosts/toolName';
import { sectionKindOf } from '../../sectionKinds/recognize';
import { quoted } from '../../text/quoted';
import { type Span, touches } from '../../text/span';
import type { Index } from '../../workspace/index';
import { type CursorContext, contextAt } from '../cursorContext';
import { rangeOf } from '../ranges';
import { tiesNow } from '../system/nameAt';
import { understoodAt } from '../system/understood';
import { describeChoice, describeField, describeSection, describeTool } from './describe';
import { describeMeaning, sharedName } from './describeName';
import { describeReportCursor } from './describeReport';
import { readersTable } from './readersTable';
import { verdictMarkdown } from './verdictText';

/**
 * The hover at `offset`, or undefined where there is nothing to explain.
 * @param index What is known of other files; names that lead to them are not explained without it.
 * @param others The file as the other hosts read it.
 */
export function hoverAt(agent: Agent, offset: number, index?: Index, others: readonly Agent[] = []): Hover | undefined {
  const { file } = agent;
  const found = withName(
    explain(agent, contextAt(agent, offset), others),
    index === undefined ? undefined : explainName(agent, offset, index),
  );
  return found === undefined
    ? undefined
    : { contents: { kind: 'markdown', value: found.text }, range: rangeOf(file.source, around(found.span, offset)) };
}

/** The span with the cursor in it: on the marks of a heading it is outside the title, and editors show no hover outside its range. */
const around = ({ start, end }: Span, offset: number): Span => ({
  start: Math.min(start, offset),
  end: Math.max(end, offset),
});

interface Explanation {
  readonly text: string;
  readonly span: Span;
}

interface NameExplanation extends Explanation {
  /** Whether it is about the place as much as what else there is to say. */
  readonly isMore: boolean;
}

/** The agent, skill or server whose name is at `offset`. */
function explainName(agent: Agent, offset: number, index: Index): NameExplanation | undefined {
  const found = understoodAt(agent, offset, index);
  if (found === undefined || agent.path === undefined) return undefined;
  const { named, meaning } = found;
  const isInOwnFile = tiesNow(agent) !== undefined;
  const from = { path: agent.path, format: agent.format, index };
  // Why a declared agent does not load is said by its fields.
  if (!isInOwnFile && meaning.kind === 'agent' && meaning.card.name === undefined) return undefined;
  if (isInOwnFile && named.at === 'own' && meaning.kind === 'agent') {
    // The reader is in the file, so only what is elsewhere is worth a line.
    const lines = sharedName(meaning.card, from);
    return lines.length === 0
      ? undefined
      : { text: lines.map((line) => `- ${line}`).join('\n'), span: named.span, isMore: true };
  }
  const text = describeMeaning(named, meaning, from);
  return text === undefined ? undefined : { text, span: named.span, isMore: named.kind === 'server' };
}

function withName(found: Explanation | undefined, name: NameExplanation | undefined): Explanation | undefined {
  if (name === undefined) return found;
  return found !== undefined && name.isMore ? { ...found, text: `${found.text}\n\n---\n\n${name.text}` } : name;
}

function explain(agent: Agent, place: CursorContext, others: readonly Agent[]): Explanation | undefined {
  const { file, format } = agent;
  switch (place.kind) {
    case 'delimiter':
      return place.span === file.frontMatter?.opener
        ? { text: verdictText(agent, others) ?? '', span: place.span }
        : undefined;
    case 'key':
      return place.entry === undefined
        ? undefined
        : withVerdict(agent, others, place.entry.key, explainKey(place.entry.key, place.span, format));
    case 'value':
      return explainValue(place, format);
    case 'item':
      return place.item === undefined || place.field.shape.kind !== 'tools'
        ? undefined
        : explainTool(place.item.text, place.span, format, place.field.role);
    case 'nested':
      return explainPermission(agent, place) ?? explainNested(place);
    case 'report': {
      const text = describeReportCursor(agent, place.place);
      return text === undefined ? undefined : { text, span: place.span };
    }
    case 'heading':
    case 'pseudoHeading': {
      const kind = place.section === undefined ? undefined : sectionKindOf(place.section.title);
      return kind === undefined ? undefined : { text: describeSection(kind), span: place.span };
    }
    default:
      return undefined;
  }
}

function verdictText(agent: Agent, others: readonly Agent[]): string | undefined {
  const verdict = agent.verdict();
  if (verdict === undefined) return undefined;
  const table = readersTable([agent, ...others]);
  const text = verdictMarkdown(verdict, agent.format);
  return table === undefined ? text : `${text}\n\n${table}`;
}

const DECIDING: readonly FieldRole[] = ['identity', 'allow', 'approve', 'tool-switches', 'tool-permissions'];

/** Fields that decide the name and the tools also show the load verdict of this file. */
function withVerdict(
  agent: Agent,
  others: readonly Agent[],
  key: string,
  found: Explanation | undefined,
): Explanation | undefined {
  const role = lookup(agent.format.fields, key)?.role;
  const isDeciding = role !== undefined && DECIDING.includes(role);
  const verdict = isDeciding ? verdictText(agent, others) : undefined;
  return found === undefined || verdict === undefined
    ? found
    : { ...found, text: `${found.text}\n\n---\n\n${verdict}` };
}

function explainKey(key: string, span: Span, format: Format): Explanation | undefined {
  const name = classifyField(key, format);
  switch (name.kind) {
    case 'known':
      return { text: describeField(key, name.field, format), span };
    case 'misspelled':
      return name.stray === undefined
        ? undefined
        : {
            text: `**${quoted(key)}** is not a field of ${format.host.name}: it ${name.stray.effect}. The field is called \`${name.meant}\`.`,
            span,
          };
    case 'unknown':
      return undefined;
    default:
      return { text: `**${quoted(key)}** is not a field of ${format.host.name}: it ${name.effect}.`, span };
  }
}

function explainValue(
  { entry, field, span }: Extract<CursorContext, { kind: 'value' }>,
  format: Format,
): Explanation | undefined {
  if (field === undefined || entry.value.kind !== 'scalar') return undefined;
  const { text } = entry.value;
  if (field.shape.kind === 'choice') {
    const written = field.shape.anyCase === true ? text.toLowerCase() : text;
    const choice = field.shape.choices.find((candidate) => candidate.value === written);
    if (choice !== undefined) return { text: describeChoice(entry.key, choice), span };
  }
  if (field.shape.kind === 'model') {
    const alias = format.models.aliases.find((candidate) => candidate.value === text);
    if (alias !== undefined) return { text: describeChoice(entry.key, alias), span };
    if (format.models.ids.includes(text))
      return {
        text: `**${text}** (value of \`${entry.key}\`)\n\nA full model id that ${format.host.name} ${format.host.version} knows.`,
        span,
      };
  }
  return explainKey(entry.key, span, format);
}

/** A key of a map that says which tools the agent may use. */
function explainPermission(
  { format, permissions }: Agent,
  { entry, nested }: Extract<CursorContext, { kind: 'nested' }>,
): Explanation | undefined {
  const found =
    nested.at === 'key' && nested.path.length === 0
      ? permissions().find(
          ({ field, span }) => field.keySpan.start === entry.keySpan.start && touches(span, nested.span.start),
        )
      : undefined;
  if (found?.name.kind === 'known') {
    const tool = lookup(format.tools, found.key);
    return tool === undefined ? undefined : { text: describeTool(found.key, tool, format), span: nested.span };
  }
  if (found?.name.kind !== 'ineffective') return undefined;
  const { meant } = found.name;
  const says = format.permissions?.onUnknown ?? format.on.unknownTool.says;
  const instead = meant === undefined ? '' : ` The key is called \`${meant}\`.`;
  return {
    text: `**${quoted(found.key)}** has no effect here: ${format.host.name} ${says}.${instead}`,
    span: nested.span,
  };
}

function explainNested({ entry, field, nested }: Extract<CursorContext, { kind: 'nested' }>): Explanation | undefined {
  const shape = field.nested === undefined ? undefined : shapeAt(field.nested, nested.path);
  const key = nested.key === undefined || shape?.kind !== 'mapping' ? undefined : lookup(shape.keys, nested.key);
  if (nested.key === undefined || key === undefined) return undefined;
  return { text: `**${nested.key}** (in \`${entry.key}\`)\n\n${key.summary}`, span: nested.span };
}

function explainTool(item: string, span: Span, format: Format, role: FieldRole | undefined): Explanation | undefined {
  const found = classifyTool(item, format);
  switch (found.kind) {
    case 'tool':
      return { text: describeTool(found.name, found.tool, format), span };
    case 'retired': {
      const { replacement, state, when } = found.retired;
      // Short, because editors show the message of the problem above it.
      const what =
        state === 'removed'
          ? `${format.host.name} ${format.on.unknownTool.says}`
          : `an old name that ${format.host.name} still accepts`;
      const instead =
        replacement === undefined
          ? ''
          : `\n\nUse \`${replacement}\` instead: ${lookup(format.tools, replacement)?.summary ?? ''}`;
      return { text: `**${found.name}** (${when}; ${what})${instead}`, span };
    }
    case 'foreign':
      return {
        text: `**${quoted(baseName(item))}** is a tool of ${found.foreign.product}; ${format.host.name} ${format.on.unknownTool.says}.`,
        span,
      };
    case 'mcp':
      if (!isMcpName(item, format)) return undefined;
      // Where no spelling grants anything, none is explained.
      if (format.mcp.fault(format.mcp.spell('server', 'tool')) !== undefined)
        return { text: `**${quoted(item)}** grants nothing: ${format.mcp.fault(item) ?? ''}.`, span };
      return {
        text: `**${quoted(item)}**\n\nTools of an MCP server: \`${format.mcp.spell('server', 'tool')}\` is one tool, \`${format.mcp.spell('server')}\` all of the server.`,
        span,
      };
    case 'wildcard':
      if (format.kind === undefined)
        return { text: `**${item}** grants every tool that is available to agents.`, span };
      return { text: `**${item}** ${role === 'approve' ? 'approves nothing' : 'refuses every tool'}.`, span };
    default:
      return undefined;
  }
}
