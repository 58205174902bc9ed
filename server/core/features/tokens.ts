/** Semantic tokens: fields, tools, mentions, tags, placeholders and the keys of a report, as the grammars color them. */

import { SemanticTokenModifiers, type SemanticTokensLegend, SemanticTokenTypes } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { baseName, classifyTool } from '../hosts/toolName';
import { tagName } from '../syntax/body/tagPairs';
import { listItems } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';
import { positionAt } from '../text/source';
import { type Span, span } from '../text/span';
import { placeholdersOf } from './placeholders';
import { reportKeysOf } from './report/reportFences';

/**
 * What the numbers in tokens mean. Standard names only, so that every theme colors them.
 * property: a field, or a key of a report · function: a tool · class: an `@agent` · keyword: the name of a tag ·
 * parameter: `[Slot]`, `{{slot}}` · defaultLibrary: a built-in tool of the host · deprecated: a tool that it no longer has.
 */
export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: [
    SemanticTokenTypes.property,
    SemanticTokenTypes.function,
    SemanticTokenTypes.class,
    SemanticTokenTypes.keyword,
    SemanticTokenTypes.parameter,
  ],
  tokenModifiers: [SemanticTokenModifiers.defaultLibrary, SemanticTokenModifiers.deprecated],
};

/** One token on one line, with the numbers of the protocol's encoding. */
export interface Token {
  readonly line: number;
  readonly character: number;
  /** In UTF-16 units. */
  readonly length: number;
  /** Index into `tokenLegend.tokenTypes`. */
  readonly type: number;
  /** One bit for each of `tokenLegend.tokenModifiers`. */
  readonly modifiers: number;
}

interface Found {
  readonly span: Span;
  readonly type: SemanticTokenTypes;
  readonly modifier?: SemanticTokenModifiers;
}

/** The tokens of a file, in file order, without overlaps. */
export function tokensOf(agent: Agent): readonly Token[] {
  const { file, format } = agent;
  // Editors color JSON themselves.
  if (format.notation === 'json') return [];
  const { source, body } = file;
  const found: readonly Found[] = [
    ...(file.frontMatter?.entries ?? []).flatMap((entry) => entryTokens(source.text, entry, format)),
    ...body.inlines
      .filter(({ kind, text }) => kind === 'mention' && isAgentName(text))
      .map((mention) => ({ span: mention.span, type: SemanticTokenTypes.class })),
    ...body.tags.map((tag) => ({ span: tagName(tag), type: SemanticTokenTypes.keyword })),
    ...placeholdersOf(file).map((place) => ({ span: place, type: SemanticTokenTypes.parameter })),
    ...reportKeysOf(agent).map((key) => ({ span: key, type: SemanticTokenTypes.property })),
  ];
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return sorted.flatMap((token): readonly Token[] => {
    if (token.span.start < end || token.span.start >= token.span.end) return [];
    const from = positionAt(source, token.span.start);
    const to = positionAt(source, token.span.end);
    // A token is on one line; an item with escapes may be on several.
    if (from.line !== to.line) return [];
    end = token.span.end;
    return [{ ...from, length: to.character - from.character, ...numbersOf(token) }];
  });
}

function numbersOf({ type, modifier }: Found): Pick<Token, 'type' | 'modifiers'> {
  const bit = modifier === undefined ? -1 : tokenLegend.tokenModifiers.indexOf(modifier);
  return { type: tokenLegend.tokenTypes.indexOf(type), modifiers: bit < 0 ? 0 : 1 << bit };
}

function entryTokens(text: string, { key, keySpan, value }: Entry, format: Format): readonly Found[] {
  const field = lookup(format.fields, key);
  if (field === undefined) return [];
  const isQuoted = text[keySpan.start] === '"' || text[keySpan.start] === "'";
  const name = isQuoted ? span(keySpan.start + 1, keySpan.end - 1) : keySpan;
  const tools =
    field.shape.kind === 'tools'
      ? listItems(text, value, format.splitsNamesAt).flatMap((item) => toolToken(item.text, item.span, format))
      : [];
  return [{ span: name, type: SemanticTokenTypes.property }, ...tools];
}

/** A name that the host does not know stays plain, as in the grammar. */
function toolToken(text: string, whole: Span, format: Format): readonly Found[] {
  const { kind } = classifyTool(text, format);
  const type = SemanticTokenTypes.function;
  const isExact = whole.end - whole.start === text.length;
  const name = isExact ? span(whole.start, whole.start + baseName(text).length) : whole;
  if (kind === 'tool') return [{ span: name, type, modifier: SemanticTokenModifiers.defaultLibrary }];
  if (kind === 'retired') return [{ span: name, type, modifier: SemanticTokenModifiers.deprecated }];
  return kind === 'mcp' ? [{ span: name, type }] : [];
}

/** A word rather than a path or an address. */
const isAgentName = (text: string): boolean => !text.includes('/') && !text.includes('.') && !text.includes('~');
