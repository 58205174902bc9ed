/** Completion in an empty section: its template. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { KnownSection } from '../../sectionKinds/known';
import { reportSections } from '../../sectionKinds/reportKeys';
import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { lineAt, lineContent, lineEndOf } from '../../text/source';
import { covers, type Span, span, textAt, touches, trimmed } from '../../text/span';
import { describeSection } from '../hover/describe';
import { edited, markdown, order, type Request, templateSnippet } from './request';

/**
 * The completions for the section around `offset`, on a line that contains only the word that is being typed.
 * @param hasReport Whether the whole report, which belongs in sections about the answer, is already offered here.
 */
export function completeSection(request: Request, offset: number, hasReport: boolean): readonly CompletionItem[] {
  const { source } = request.agent.file;
  const word = trimmed(source.text, lineContent(source, lineAt(source, offset)));
  const known = innermost(request.agent.sections(), offset);
  const own = known === undefined ? undefined : ownText(source.text, known);
  if (known === undefined || own === undefined || !covers(own, span(offset, offset))) return [];
  const target = word.start === word.end ? span(offset, offset) : word;
  if (!touches(target, offset) || /[^\w-]/.test(textAt(source.text, target))) return [];
  const isEmpty = isBlank(source.text, span(own.start, word.start)) && isBlank(source.text, span(word.end, own.end));
  const isOffered = hasReport && reportSections.includes(known.kind.id);
  return isEmpty && !isOffered ? [template(request, known, target)] : [];
}

function template(request: Request, { kind }: KnownSection, target: Span): CompletionItem {
  const text = kind.template.trimEnd();
  return {
    label: kind.title,
    labelDetails: { description: 'template' },
    kind: CompletionItemKind.Snippet,
    detail: kind.contains,
    documentation: markdown(describeSection(kind)),
    sortText: order(0, 0),
    ...inserted(request, target, request.snippets ? templateSnippet(text) : text),
  };
}

/** The line ends are those of the file; the lines are indented as they are. */
const inserted = (request: Request, target: Span, text: string): Partial<CompletionItem> => ({
  insertTextFormat: request.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  insertTextMode: InsertTextMode.asIs,
  ...edited(request, target, text.replaceAll('\n', lineEndOf(request.agent.file.source))),
});

/** The known section around the offset that begins last. */
const innermost = (known: readonly KnownSection[], offset: number): KnownSection | undefined =>
  known.findLast(({ section }) => section.span.start < offset && offset <= section.span.end);

/** From after the heading to the first sub-section, the closing tag or the end. */
function ownText(text: string, { section: { form, heading, span: whole, children } }: KnownSection): Span | undefined {
  const close = form === 'tag' ? text.lastIndexOf('</', whole.end) : whole.end;
  const end = Math.min(children[0]?.heading.start ?? close, close);
  return end > heading.end ? span(heading.end + 1, end) : undefined;
}

function isBlank(text: string, { start, end }: Span): boolean {
  let at = start;
  while (at < end && (isSpaceOrTab(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at)))) at++;
  return at >= end;
}
