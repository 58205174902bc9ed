/** What all parts of completion share: the request, and how items are placed and sorted. */

import type { CompletionItem } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { ReportKeyKind } from '../../sectionKinds/reportKeys';
import { separatorIn } from '../../syntax/notation';
import { snippetText } from '../../text/snippet';
import type { Span } from '../../text/span';
import type { Index } from '../../workspace/index';
import { rangeOf } from '../ranges';

/** A snippet with tab stops as LSP writes them. */
export interface Template {
  /** What a person types to get it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** What the client supports and what the settings require. */
export interface CompletionOptions {
  /** Whether the client expands `$1` and `${1:x}`. */
  readonly snippets?: boolean;
  /** The keys that the settings require in the completion report. */
  readonly reportKeys?: readonly ReportKeyKind[];
  /** Parts of agents and whole files, for clients that do not offer them as snippets here. */
  readonly templates?: readonly Template[];
}

/** The same, and what is known of other files; names of agents, skills and servers are not offered without it. */
export interface SystemOptions extends CompletionOptions {
  readonly index?: Index | undefined;
}

/** The document, the offset and the options of a completion request. */
export interface Request extends Required<CompletionOptions> {
  readonly agent: Agent;
  readonly index: Index | undefined;
}

/** Sorts before everything that sorts by its label, by `rank` and then by `index` below 1,000. */
export const order = (rank: number, index: number): string => `!${rank}${String(index).padStart(3, '0')}`;

export const edited = (
  { agent: { file } }: Request,
  target: Span,
  newText: string,
): Pick<CompletionItem, 'textEdit'> => ({
  textEdit: { range: rangeOf(file.source, target), newText },
});

/** YAML requires a space between a colon and its value, which is missing right after `tools:`; elsewhere it looks better. */
export const spaced = ({ agent: { file, format } }: Request, target: Span, text: string): string =>
  file.source.text[target.start - 1] === separatorIn(format.notation) ? ` ${text}` : text;

export const markdown = (value: string): { kind: 'markdown'; value: string } => ({ kind: 'markdown', value });

/** A text with `[placeholders]` as plain text: their words without the brackets. */
export const withoutPlaces = (text: string): string => text.replaceAll('[', '').replaceAll(']', '');

/** A text with `[placeholders]` as a snippet: each becomes a tab stop with its words. The text contains no other brackets. */
export function withPlaces(text: string): string {
  const [start = '', ...rest] = text.split('[');
  return start + rest.map((part, i) => `\${${i + 1}:${part.replace(']', '}')}`).join('');
}

/**
 * The template of a section as a snippet: each `[placeholder]` becomes a tab stop and keeps its brackets until it is filled in.
 * `[ ]` is not one.
 */
export const templateSnippet = (text: string): string => {
  let stop = 0;
  return snippetText(text).replace(/\[[A-Za-z][^[\]"\n]*\]/g, (place) => `\${${++stop}:${place}}`);
};
