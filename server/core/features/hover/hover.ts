/** Hover: what the thing under the pointer is, what it does, where that is known from. */
import type { Hover } from 'vscode-languageserver-types';
import type { Dialect } from '../../hosts/host';
import { loadVerdict } from '../../hosts/index';
import { lookup } from '../../hosts/lookup';
import { shapeAt } from '../../hosts/nested';
import { baseName, classifyTool } from '../../hosts/toolName';
import { sectionKindOf } from '../../sectionKinds/recognise';
import type { AgentFile } from '../../syntax/tree';
import type { Span } from '../../text/span';
import { type Place, placeAt } from '../cursorContext';
import { rangeOf } from '../ranges';
import { describeChoice, describeField, describeSection, describeTool } from './describe';
import { describeReportPlace } from './describeReport';
import { verdictMarkdown } from './verdictText';

/** The hover at `offset`, or undefined where there is nothing to explain. */
export function hoverAt(file: AgentFile, offset: number, dialect: Dialect): Hover | undefined {
  const found = explain(file, placeAt(file, offset, dialect), dialect);
  return found === undefined
    ? undefined
    : { contents: { kind: 'markdown', value: found.text }, range: rangeOf(file.source, found.span) };
}

interface Explanation {
  readonly text: string;
  readonly span: Span;
}

function explain(file: AgentFile, place: Place, dialect: Dialect): Explanation | undefined {
  switch (place.kind) {
    case 'fence-line':
      return place.span === file.header?.opener
        ? { text: verdictText(file, dialect) ?? '', span: place.span }
        : undefined;
    case 'key':
      return place.entry === undefined
        ? undefined
        : withVerdict(file, place.entry.key, explainKey(place.entry.key, place.span, dialect), dialect);
    case 'value':
      return explainValue(place, dialect);
    case 'item':
      return place.item === undefined || place.field.shape.kind !== 'tools'
        ? undefined
        : explainTool(place.item.text, place.span, dialect);
    case 'nested':
      return explainNested(place);
    case 'report': {
      const text = describeReportPlace(file, place.place);
      return text === undefined ? undefined : { text, span: place.span };
    }
    case 'heading':
    case 'caption': {
      const kind = place.section === undefined ? undefined : sectionKindOf(place.section.title);
      return kind === undefined ? undefined : { text: describeSection(kind), span: place.span };
    }
    default:
      return undefined;
  }
}

function verdictText(file: AgentFile, dialect: Dialect): string | undefined {
  const verdict = loadVerdict(file, dialect);
  return verdict === undefined ? undefined : verdictMarkdown(verdict, dialect);
}

/** Fields that decide who the agent is and what it may do also say what comes of them in this file. */
function withVerdict(
  file: AgentFile,
  key: string,
  found: Explanation | undefined,
  dialect: Dialect,
): Explanation | undefined {
  const role = lookup(dialect.fields, key)?.role;
  const verdict = role === 'identity' || role === 'allow' ? verdictText(file, dialect) : undefined;
  return found === undefined || verdict === undefined
    ? found
    : { ...found, text: `${found.text}\n\n---\n\n${verdict}` };
}

function explainKey(key: string, span: Span, dialect: Dialect): Explanation | undefined {
  const field = lookup(dialect.fields, key);
  if (field !== undefined) return { text: describeField(key, field, dialect), span };
  const stray = lookup(dialect.strayFields, key);
  if (stray === undefined) return undefined;
  const meant = stray.meant === undefined ? '' : ` The field is called \`${stray.meant}\`.`;
  return { text: `**${key}** is no field of ${dialect.host}: it ${stray.effect}.${meant}`, span };
}

function explainValue(
  { entry, field, span }: Extract<Place, { kind: 'value' }>,
  dialect: Dialect,
): Explanation | undefined {
  if (field === undefined || entry.value.kind !== 'scalar') return undefined;
  const { text } = entry.value;
  if (field.shape.kind === 'choice') {
    const written = field.shape.anyCase === true ? text.toLowerCase() : text;
    const choice = field.shape.choices.find((candidate) => candidate.value === written);
    if (choice !== undefined) return { text: describeChoice(entry.key, choice), span };
  }
  if (field.shape.kind === 'model') {
    const alias = dialect.models.aliases.find((candidate) => candidate.value === text);
    if (alias !== undefined) return { text: describeChoice(entry.key, alias), span };
    if (dialect.models.ids.includes(text))
      return {
        text: `**${text}** (value of \`${entry.key}\`)\n\nA full model id that ${dialect.host} ${dialect.version} knows.`,
        span,
      };
  }
  return explainKey(entry.key, span, dialect);
}

function explainNested({ entry, field, nested }: Extract<Place, { kind: 'nested' }>): Explanation | undefined {
  const shape = field.nested === undefined ? undefined : shapeAt(field.nested, nested.path);
  const key = nested.key === undefined || shape?.kind !== 'map' ? undefined : lookup(shape.keys, nested.key);
  if (nested.key === undefined || key === undefined) return undefined;
  return { text: `**${nested.key}** (in \`${entry.key}\`)\n\n${key.summary}`, span: nested.span };
}

function explainTool(item: string, span: Span, dialect: Dialect): Explanation | undefined {
  const found = classifyTool(item, dialect);
  switch (found.kind) {
    case 'tool':
      return { text: describeTool(found.name, found.tool, dialect), span };
    case 'retired': {
      const { replacement, state, when } = found.retired;
      const what =
        state === 'removed'
          ? `no longer exists in ${dialect.host} and is dropped without a word`
          : `is an old name that ${dialect.host} still accepts`;
      const instead =
        replacement === undefined
          ? ''
          : `\n\nUse \`${replacement}\`: ${lookup(dialect.tools, replacement)?.summary ?? ''}`;
      return { text: `**${found.name}** ${what} (${when}).${instead}`, span };
    }
    case 'foreign':
      return {
        text: `**${safe(baseName(item))}** is a tool of ${found.foreign.product}; ${dialect.host} drops it without a word.`,
        span,
      };
    case 'mcp':
      return {
        text: `**${safe(item)}**\n\nTools of an MCP server: \`${dialect.mcpPrefix}server__tool\` is one tool, \`${dialect.mcpPrefix}server\` all of the server.`,
        span,
      };
    case 'wildcard':
      return { text: `**${dialect.wildcard}** grants every tool that an agent may have.`, span };
    default:
      return undefined;
  }
}

/** A name from the file inside Markdown of ours: only what names are made of, so that it cannot bring markup of its own. */
const safe = (name: string): string => name.replace(/[^\w./:-]/g, ' ').slice(0, 100);
