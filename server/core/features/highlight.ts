/** Document highlights: all mentions of a tool or of another agent, all uses of a key, the other half of a tag. */

import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { presentName } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { baseName, classifyTool } from '../hosts/toolName';
import { tagName, tagPairs } from '../syntax/body/tagPairs';
import { type Item, listItems } from '../syntax/lists/items';
import type { AgentFile } from '../syntax/tree';
import { type Span, span, touches } from '../text/span';
import type { Index } from '../workspace/index';
import { contextAt } from './cursorContext';
import { rangeOf } from './ranges';
import { meaningOf } from './system/meaning';
import { type Named, nameAt, namesIn, tiesNow } from './system/nameAt';

/** A span to highlight; `isWrite` where the agent is granted or denied something, not only told about it. */
interface Mark {
  readonly span: Span;
  readonly isWrite: boolean;
}

/**
 * All spans that mean the same as the one at `offset`, itself included; none when it is not known.
 * @param index What is known of other files; without it only names of the same spelling mean the same.
 */
export function highlightsAt(agent: Agent, offset: number, index?: Index): readonly DocumentHighlight[] {
  const { file } = agent;
  const names = nameMarks(agent, offset, index);
  // A tool of a server is a name as well as a tool. Every other name is only a part of what else could be marked.
  const others = names.length > 0 && !names.some(({ isTool }) => isTool) ? [] : marksAt(agent, offset);
  const marks = new Map([...others, ...names].map((mark) => [mark.span.start, mark]));
  return [...marks.values()].map((mark) => ({
    range: rangeOf(file.source, mark.span),
    kind: mark.isWrite ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The other places of the agent, skill or server whose name is at `offset`. */
function nameMarks(
  agent: Agent,
  offset: number,
  index: Index | undefined,
): readonly (Mark & { readonly isTool: boolean })[] {
  const named = nameAt(agent, offset);
  const ties = tiesNow(agent);
  if (named === undefined || ties === undefined) return [];
  const meant = (one: Named): string | undefined => index && meaningOf(one, ties, index)?.key;
  // A word that means no agent is one of the text, or a tool.
  if (named.isWord === true && meant(named) === undefined) return [];
  const keyOf = (one: Named): string => meant(one) ?? `${one.kind} ${one.name}`;
  const key = keyOf(named);
  return namesIn(agent)
    .filter(
      (one) => one.kind === named.kind && keyOf(one) === key && (named.tool === undefined || one.tool === named.tool),
    )
    .map((one) => ({ span: one.span, isWrite: one.isInFrontMatter, isTool: one.tool !== undefined }));
}

function marksAt(agent: Agent, offset: number): readonly Mark[] {
  const { file, format } = agent;
  const place = contextAt(agent, offset);
  if (place.kind === 'item' && place.field.shape.kind === 'tools')
    return place.item === undefined ? [] : toolMarks(agent, place.item.text);
  if (place.kind === 'key') return place.entry === undefined ? [] : keyMarks(file, place.entry.key);
  if (place.kind === 'nested')
    return place.nested.at === 'key' && place.nested.key !== undefined ? [{ span: place.span, isWrite: true }] : [];
  if (place.kind === 'reference') {
    const { kind, text } = place.reference;
    if (kind === 'code') return isTool(text, format) ? toolMarks(agent, text) : [];
    return kind === 'mention' ? mentionMarks(file, text) : [];
  }
  return place.kind === 'prose' ? tagMarks(file, offset) : [];
}

/** Every mention of one tool, under its current and its old names, in the lists of the frontmatter and in code in the body. */
function toolMarks(agent: Agent, text: string): readonly Mark[] {
  const { file, format } = agent;
  const wanted = nameOf(text, format);
  const isMeant = (other: string): boolean => nameOf(other, format) === wanted;
  const listed = (file.frontMatter?.entries ?? []).flatMap(({ key, value }): readonly Item[] =>
    lookup(format.fields, key)?.shape.kind === 'tools' ? listItems(file.source.text, value, format.splitsNamesAt) : [],
  );
  const inBody = file.body.inlines.filter((reference) => reference.kind === 'code');
  return [
    ...listed.filter((item) => isMeant(item.text)).map((item) => ({ span: nameSpan(item), isWrite: true })),
    ...inBody.filter((code) => isMeant(code.text)).map((code) => ({ span: nameSpan(code), isWrite: false })),
  ];
}

/** Without a pattern in parentheses. A string with escapes is longer than its value, so the whole item is marked. */
const nameSpan = (item: { readonly text: string; readonly span: Span }): Span =>
  item.span.end - item.span.start === item.text.length
    ? span(item.span.start, item.span.start + baseName(item.text).length)
    : item.span;

/** The current name of a tool, without its pattern. */
const nameOf = (text: string, format: Format): string => presentName(text, format) ?? baseName(text);

const isTool = (text: string, format: Format): boolean =>
  ['tool', 'retired', 'mcp'].includes(classifyTool(text, format).kind);

/** A key may be written several times by mistake. */
const keyMarks = (file: AgentFile, key: string): readonly Mark[] =>
  (file.frontMatter?.entries ?? [])
    .filter((entry) => entry.key === key)
    .map((entry) => ({ span: entry.keySpan, isWrite: true }));

const mentionMarks = (file: AgentFile, name: string): readonly Mark[] =>
  file.body.inlines
    .filter(({ kind, text }) => kind === 'mention' && text === name)
    .map((mention) => ({ span: mention.span, isWrite: false }));

/** The names in the two halves of the tag under the cursor. */
function tagMarks(file: AgentFile, offset: number): readonly Mark[] {
  const pair = tagPairs(file.source.text, file.body.tags).find(
    ({ open, close }) => touches(open, offset) || touches(close, offset),
  );
  if (pair === undefined) return [];
  const halves = [
    { name: pair.name, closing: false, span: pair.open },
    { name: pair.name, closing: true, span: pair.close },
  ];
  return halves.map((half) => ({ span: tagName(half), isWrite: false }));
}
