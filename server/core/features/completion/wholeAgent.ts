/** Completion of frontmatter as a whole, in a file that has none: the fields that the host requires, with examples. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Field } from '../../hosts/field';
import { nounOf } from '../../hosts/nouns';
import { fieldStart } from '../../syntax/notation';
import { snippetText } from '../../text/snippet';
import { lineEndOf } from '../../text/source';
import type { Span } from '../../text/span';
import { edited, markdown, order, type Request } from './request';

/** Whole frontmatter in place of `target`; in TOML its fields. */
export function completeWholeAgent(request: Request, target: Span): CompletionItem {
  const end = lineEndOf(request.agent.file.source);
  const { notation } = request.agent.format;
  const fields = Object.entries(request.agent.format.fields);
  // Where the host requires nothing, a description is what a person begins with.
  const needed = fields.filter(([, field]) => field.required === true);
  const required = needed.length > 0 ? needed : fields.filter(([, field]) => field.role === 'purpose');
  const lines = required.map(([key, field], i) => fieldStart(notation, key) + exampleOf(request, field, i + 1));
  const isToml = notation === 'toml';
  const around = isToml
    ? [...lines, request.snippets ? '$0' : '']
    : ['---', ...lines, '---', '', request.snippets ? '$0' : ''];
  const newText = around.join(end);
  return {
    label: isToml ? 'agent fields' : `--- ${nounOf(request.agent.format)} frontmatter`,
    ...(isToml ? {} : { filterText: '---' }),
    kind: CompletionItemKind.Snippet,
    detail: request.agent.format.title,
    documentation: markdown(
      `The fields that ${needed.length > 0 ? `${request.agent.format.host.name} requires` : 'come first'}${isToml ? '' : ', between two lines of dashes'}.`,
    ),
    insertTextFormat: request.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: order(0, 1),
    ...edited(request, target, newText),
  };
}

/** The example of a field; the prompt gets lines of its own. */
function exampleOf({ agent: { format, file }, snippets }: Request, { role, example }: Field, stop: number): string {
  const isLong = format.notation === 'toml' && role === 'prompt-text';
  const text = isLong ? example.slice(1, -1) : example;
  const place = snippets ? `\${${stop}:${snippetText(text)}}` : text;
  return isLong ? ["'''", place, "'''"].join(lineEndOf(file.source)) : place;
}
