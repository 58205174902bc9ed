/** Completion of agents where the body calls one: after `@`, and as an argument in code. */

import type { CompletionItem } from 'vscode-languageserver-types';
import { skipSpaces } from '../../text/lines';
import { lineAt, lineContent } from '../../text/source';
import { type Span, span } from '../../text/span';
import { MENTION } from '../../workspace/calls';
import { togetherOf } from '../../workspace/tree';
import { agents } from './agents';
import { edited, type Request } from './request';

/** Agents after `@agent-`, or after a bare `@`, and in the argument that names one in code of the body. */
export function completeCalls(request: Request, offset: number): readonly CompletionItem[] {
  const { file, format } = request.agent;
  const together = togetherOf(format);
  if (together === undefined || offset < file.body.span.start) return [];
  const { text } = file.source;
  const line = lineContent(file.source, lineAt(file.source, offset));
  const before = text.slice(Math.max(line.start, offset - LONGEST), offset);
  const { mentions, callArgument } = together;
  return (
    (mentions === true ? mention(request, offset, before, line) : undefined) ??
    (callArgument === undefined ? undefined : argument(request, offset, before, line, callArgument)) ??
    []
  );
}

/** UTF-16 units before the cursor that are looked at. */
const LONGEST = 300;

function mention(request: Request, offset: number, before: string, line: Span): readonly CompletionItem[] | undefined {
  const typed = /(?:^|[^\p{L}\p{N}_\-./+=%#&$@])@([\p{L}\p{N}\p{M}_\-./:~]*)$/u.exec(before)?.[1];
  if (typed === undefined || request.agent.isCode(offset - typed.length - 1)) return undefined;
  const isWhole = typed.startsWith(MENTION);
  if (!isWhole && !MENTION.startsWith(typed)) return undefined;
  const { text } = request.agent.file.source;
  const after = /^[\p{L}\p{N}\p{M}_\-/:~]*/u.exec(text.slice(offset, line.end))?.[0] ?? '';
  const start = offset - typed.length + (isWhole ? MENTION.length : 0);
  const target = span(start, offset + after.length);
  return agents(request, new Set(), isMentionable, (name) => ({
    filterText: isWhole ? name : MENTION + name,
    ...edited(request, target, isWhole ? name : MENTION + name),
  }));
}

/** Whether a name after `@` ends where the name ends. */
const isMentionable = (name: string): boolean => /^[\p{L}\p{N}\p{M}_\-./:~]*[\p{L}\p{N}\p{M}_/]$/u.test(name);

function argument(
  request: Request,
  offset: number,
  before: string,
  line: Span,
  key: string,
): readonly CompletionItem[] | undefined {
  const at = before.lastIndexOf(key);
  const open = at < 0 ? null : /^["'`]?[ \t]*[:=][ \t]*(["'`])([^"'`]*)$/.exec(before.slice(at + key.length));
  if (open === null) return undefined;
  const [, quote = '', typed = ''] = open;
  const { text } = request.agent.file.source;
  const rest = text.slice(offset, Math.min(line.end, offset + LONGEST));
  const close = rest.indexOf(quote);
  const isClosed = close >= 0 && !/[,;(){}"'`]/.test(rest.slice(0, close));
  const end = isClosed ? offset + close : skipName(text, offset, line.end);
  const target = span(skipSpaces(text, offset - typed.length, offset), end);
  return agents(request, new Set(), isQuotable, (name) => edited(request, target, name));
}

const isQuotable = (name: string): boolean => !/["'`\\\p{Cc}]/u.test(name);

function skipName(text: string, from: number, end: number): number {
  return from + (/^[\p{L}\p{N}\p{M}_\-:]*/u.exec(text.slice(from, end))?.[0] ?? '').length;
}
