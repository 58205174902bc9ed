/** What is offered for the completion report: its keys, the agent's name, and the whole template where none is yet. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { Dialect } from '../dialects/dialect';
import { agentNameOf } from '../report/agentName';
import type { ReportPlace } from '../report/placeInReport';
import { isInAnswer, reportFenceOf } from '../report/template';
import { REPORT_AGENT, REPORT_ROOT, type ReportKeyKind, reportKeys } from '../sections/reportKeys';
import type { AgentFile, Fence } from '../syntax/tree';
import { lineAt, lineContent, lineEndOf } from '../text/source';
import { type Span, span, textAt, trimmed } from '../text/span';
import { describeReportKey } from './describeReport';
import { rangeOf } from './ranges';

/** What a completion list is made for. */
interface Request {
  readonly file: AgentFile;
  readonly dialect: Dialect;
  /** Whether the client expands `$1` and `${1:x}`. */
  readonly snippets: boolean;
}

const order = (index: number): string => `!0${String(index).padStart(3, '0')}`;

const edit = ({ file }: Request, target: Span, newText: string): Pick<CompletionItem, 'textEdit'> => ({
  textEdit: { range: rangeOf(file.source, target), newText },
});

/** The keys that are missing in the report's own map, or the agent's name behind its key. */
export function completeInReport(request: Request, { report, above, nested }: ReportPlace): readonly CompletionItem[] {
  // The keys of a template without the root are the writer's own.
  if (report.root === undefined || above || nested.path.length > 0) return [];
  if (nested.at === 'value') return nested.key === REPORT_AGENT ? agentItem(request, nested.span) : [];
  const hasColon = request.file.source.text[nested.span.end] === ':';
  return reportKeys
    .filter(({ key }) => key === nested.key || !nested.siblings.includes(key))
    .map((kind, i) => ({
      label: kind.key,
      kind: CompletionItemKind.Property,
      detail: kind.summary,
      documentation: { kind: 'markdown', value: describeReportKey(kind) },
      sortText: order(i),
      ...(hasColon ? edit(request, nested.span, kind.key) : keyEdit(request, nested.span, kind)),
    }));
}

function keyEdit(request: Request, target: Span, kind: ReportKeyKind): Partial<CompletionItem> {
  if (!request.snippets) return edit(request, target, `${kind.key}: `);
  const place = `"\${1:[${kind.place}]}"`;
  return {
    insertTextFormat: InsertTextFormat.Snippet,
    ...edit(request, target, `${kind.key}: ${kind.shape === 'list' ? `[${place}]` : place}`),
  };
}

function agentItem(request: Request, target: Span): readonly CompletionItem[] {
  const { file, dialect } = request;
  const name = agentNameOf(file, dialect);
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
      sortText: order(0),
      ...edit(request, target, text[target.start - 1] === ':' ? ` ${quoted}` : quoted),
    },
  ];
}

/** Whether a name needs no escapes in quotes or in a snippet. */
const isPlain = (name: string): boolean => /^[\w .-]+$/.test(name);

/**
 * The whole report for an agent that has none: on an empty line of a section about the answer, with a fence around it, or
 * in an empty YAML fence. A line that holds the beginning of the root key counts as empty.
 */
export function completeWholeReport(request: Request, offset: number, fence?: Fence): readonly CompletionItem[] {
  const { file } = request;
  const { text } = file.source;
  const line = lineContent(file.source, lineAt(file.source, offset));
  const word = trimmed(text, line);
  const target = word.start === word.end ? span(offset, offset) : word;
  if (!REPORT_ROOT.startsWith(textAt(text, word))) return [];
  const isEmpty = fence === undefined ? target.start === line.start : isOpen(text, fence, offset);
  if (!isEmpty || reportFenceOf(file) !== undefined) return [];
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
      sortText: order(0),
      ...edit(request, target, lines.join(lineEndOf(file.source) + indent)),
    },
  ];
}

/** Whether the cursor is inside a YAML fence that holds nothing but the beginning of the root key. */
const isOpen = (text: string, { language, content }: Fence, offset: number): boolean =>
  (language === 'yaml' || language === 'yml') &&
  offset >= content.start &&
  offset <= content.end &&
  content.end - content.start < 1_000 &&
  REPORT_ROOT.startsWith(textAt(text, content).trim());

function reportLines({ file, dialect, snippets }: Request): readonly string[] {
  const name = agentNameOf(file, dialect);
  const own = name !== undefined && isPlain(name) ? name : undefined;
  const lines = reportKeys.flatMap(({ key, shape, place }, i) => {
    const blank = snippets ? `\${${i + 1}:[${place}]}` : `[${place}]`;
    if (key === REPORT_AGENT && own !== undefined) return [`  ${key}: "${own}"`];
    return shape === 'list' ? [`  ${key}:`, `    - "${blank}"`] : [`  ${key}: "${blank}"`];
  });
  return [`${REPORT_ROOT}:`, ...lines];
}
