/** Completion in the completion report: its keys, the agent's name, and the whole template where there is none. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { ReportCursor } from '../../completionReport/reportCursor';
import { isInAnswer } from '../../completionReport/template';
import { REPORT_AGENT, REPORT_ROOT, type ReportKeyKind } from '../../sectionKinds/reportKeys';
import { inReportOrder } from '../../sectionKinds/required';
import type { Fence } from '../../syntax/tree';
import { skipSpaces } from '../../text/lines';
import { snippetText } from '../../text/snippet';
import { lineAt, lineContent, lineEndOf } from '../../text/source';
import { type Span, span, textAt, trimmed } from '../../text/span';
import { asLine, MAX_TITLE } from '../../text/visible';
import { describeReportKey } from '../hover/describeReport';
import { rangeOf } from '../ranges';
import { isPlain, reportLines } from '../report/reportLines';
import { edited, markdown, order, type Request } from './request';

/** The keys that are missing in the report's own map, or the agent's name after its key. */
export function completeInReport(
  request: Request,
  { report, above, nested, commas, indent = '' }: ReportCursor,
): readonly CompletionItem[] {
  // A template without the root key has keys that we do not know.
  if (report.root === undefined || above || nested.path.length > 0) return [];
  if (nested.at === 'value') return nested.key === REPORT_AGENT ? agentItem(request, nested.span) : [];
  const { text } = request.agent.file.source;
  const isQuoted = text[nested.span.start] === '"';
  const hasColon = text[skipSpaces(text, nested.span.end, text.length)] === ':';
  const asked = request.reportKeys;
  const others = inReportOrder(asked).filter((kind) => !asked.includes(kind));
  return [...asked, ...others]
    .filter(({ key }) => key === nested.key || !nested.siblings.includes(key))
    .map((kind, i) => ({
      label: kind.key,
      kind: CompletionItemKind.Property,
      detail: asLine(kind.summary, MAX_TITLE),
      documentation: markdown(describeReportKey(kind)),
      sortText: order(0, i),
      ...(isQuoted ? { filterText: `"${kind.key}"` } : {}),
      ...(hasColon
        ? edited(request, nested.span, report.syntax === 'json' ? `"${kind.key}"` : kind.key)
        : keyEdit(request, nested.span, { kind, indent, commas })),
    }));
}

interface NewKey {
  readonly kind: ReportKeyKind;
  readonly indent: string;
  /** The commas and line breaks that JSON needs around the entry; undefined in YAML. */
  readonly commas: ReportCursor['commas'] | undefined;
}

function keyEdit(request: Request, target: Span, { kind, indent, commas }: NewKey): Partial<CompletionItem> {
  const { snippets } = request;
  const key = indent + (commas === undefined ? kind.key : `"${kind.key}"`);
  if (!snippets && commas === undefined) return edited(request, target, `${key}: `);
  const place = snippets ? `"\${1:[${snippetText(kind.place)}]}"` : `"[${kind.place}]"`;
  const value = kind.shape === 'list' ? `[${place}]` : place;
  const before = commas?.missingAt;
  return {
    ...(snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...edited(request, target, `${key}: ${value}${commas?.isFollowed === true ? ',' : ''}`),
    ...(before === undefined
      ? {}
      : { additionalTextEdits: [{ range: rangeOf(request.agent.file.source, span(before, before)), newText: ',' }] }),
  };
}

function agentItem(request: Request, target: Span): readonly CompletionItem[] {
  const { file } = request.agent;
  const name = request.agent.name();
  if (name === undefined || !isPlain(name)) return [];
  const { text } = file.source;
  const quote = text[target.start] === "'" ? "'" : '"';
  const quoted = quote + name + quote;
  return [
    {
      label: name,
      kind: CompletionItemKind.Value,
      detail: 'The name of this agent',
      filterText: textAt(text, target).startsWith(quote) ? quoted : name,
      sortText: order(0, 0),
      ...edited(request, target, text[target.start - 1] === ':' ? ` ${quoted}` : quoted),
    },
  ];
}

/**
 * The whole report for an agent that has none: on an empty line of a section about the answer, with a fence around it, or
 * in an empty YAML fence. A line that contains the beginning of the root key counts as empty.
 */
export function completeWholeReport(request: Request, offset: number, fence?: Fence): readonly CompletionItem[] {
  const { file, report } = request.agent;
  const { text } = file.source;
  const line = lineContent(file.source, lineAt(file.source, offset));
  const word = trimmed(text, line);
  const target = word.start === word.end ? span(offset, offset) : word;
  if (!REPORT_ROOT.startsWith(textAt(text, word))) return [];
  const isEmpty = fence === undefined ? target.start === line.start : isOpen(text, fence, offset);
  if (!isEmpty || report() !== undefined) return [];
  if (fence === undefined && !isInAnswer(file, offset)) return [];
  const lines = fence === undefined ? ['```yaml', ...reportLines(request), '```'] : reportLines(request);
  const indent = ' '.repeat(target.start - line.start);
  return [
    {
      label: REPORT_ROOT,
      kind: CompletionItemKind.Snippet,
      detail: 'The whole completion report of this agent',
      insertTextFormat: request.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // The lines are indented here already.
      insertTextMode: InsertTextMode.asIs,
      sortText: order(0, 0),
      ...edited(request, target, lines.join(lineEndOf(file.source) + indent)),
    },
  ];
}

/** Whether the cursor is inside a YAML fence that contains nothing but the beginning of the root key. */
const isOpen = (text: string, { language, content }: Fence, offset: number): boolean =>
  (language === 'yaml' || language === 'yml') &&
  offset >= content.start &&
  offset <= content.end &&
  content.end - content.start < 1_000 &&
  REPORT_ROOT.startsWith(textAt(text, content).trim());
