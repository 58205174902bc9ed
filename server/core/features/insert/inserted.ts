/**
 * Where the commands insert the completion report and endpoint patterns: at the end of the section that is meant for them, or in a
 * new one. Never into the frontmatter, a list or a code block, because these places are after the text of a section.
 */

import type { Range } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { entryByRole } from '../../agent/fields';
import { nounOf } from '../../hosts/nouns';
import { catalogue } from '../../sectionKinds/catalogue';
import { type Place, placeIn, placeOfNew } from '../../sectionKinds/insertion';
import { ENDPOINT_SECTION } from '../../sectionKinds/patterns';
import { NEW_REPORT_SECTION, REPORT_REQUEST, type ReportKeyKind, reportSections } from '../../sectionKinds/reportKeys';
import type { Section } from '../../syntax/tree';
import { isSpaceOrTab } from '../../text/chars';
import { snippetText } from '../../text/snippet';
import { lineAt, lineSpan } from '../../text/source';
import { covers, span } from '../../text/span';
import { rangeOf } from '../ranges';
import { reportSnippetOf } from '../report/reportSnippet';

/** What a command does: replaces a range with a snippet, shows what is there already, or says why it does nothing. */
export type Insertion =
  | {
      readonly range: Range;
      /** In the syntax of LSP, lines divided by LF; its lines are indented as they are. */
      readonly snippet: string;
    }
  | { readonly existing: Range }
  /** A sentence without Markdown. */
  | { readonly refused: string };

/** Where a text goes, and what it is there. */
interface Wanted {
  /** Ids of the sections that it belongs in, the best one first. */
  readonly sections: readonly string[];
  /** Id of the section that is created where there is none. */
  readonly created: string;
  readonly snippet: string;
  /** What is above it in a new section. */
  readonly intro: string;
}

/**
 * The completion report.
 * @param offset Of the cursor: where several sections are meant for it, the one around the cursor is taken.
 */
export function insertReport(agent: Agent, offset: number, reportKeys: readonly ReportKeyKind[]): Insertion {
  const report = agent.report();
  if (report !== undefined) return { existing: rangeOf(agent.file.source, report.fence.span) };
  return insert(agent, offset, {
    sections: reportSections,
    created: NEW_REPORT_SECTION,
    snippet: reportSnippetOf(agent, reportKeys),
    intro: `${REPORT_REQUEST}\n\n`,
  });
}

/**
 * An endpoint pattern. A section may show several.
 * @param body The snippet.
 */
export const insertPattern = (agent: Agent, offset: number, body: string): Insertion =>
  insert(agent, offset, {
    sections: [ENDPOINT_SECTION],
    created: ENDPOINT_SECTION,
    snippet: body.replace(/\n+(?:\$0)?$/, ''),
    intro: '',
  });

function insert(agent: Agent, offset: number, wanted: Wanted): Insertion {
  const { file } = agent;
  const refused = refusal(agent, wanted.snippet);
  if (refused !== undefined) return { refused };
  const section = sectionFor(agent, offset, wanted.sections);
  const kind = catalogue.find(({ id }) => id === wanted.created);
  const place = section !== undefined ? placeIn(file, section) : kind && placeOfNew(file, agent.sections(), kind);
  if (place === undefined)
    return { refused: 'A code block is not closed, so all text after it is code. Close it first.' };
  return placed(agent, place, section === undefined ? wanted.intro + wanted.snippet : wanted.snippet);
}

/** The section around the cursor, or else the first one of the best kind. What is in a quote or a list item is left out. */
function sectionFor(agent: Agent, offset: number, ids: readonly string[]): Section | undefined {
  const { source } = agent.file;
  const known = agent.sections().filter(({ kind, section: { heading } }) => {
    const { start } = lineSpan(source, lineAt(source, heading.start));
    return ids.includes(kind.id) && source.text.slice(start, heading.start).trim() === '';
  });
  const around = known.findLast(({ section }) => covers(section.span, span(offset, offset)));
  const best = ids.flatMap((id) => known.find(({ kind }) => kind.id === id) ?? []);
  return (around ?? best[0])?.section;
}

/** The snippet at its place. Editors indent a snippet like the line that it begins on, so it begins where that line does. */
function placed({ file: { source } }: Agent, { span: at, before, after }: Place, snippet: string): Insertion {
  const { text } = source;
  const { start } = lineSpan(source, lineAt(source, at.start));
  const from = isSpaceOrTab(text.charCodeAt(start)) ? start : at.start;
  const plain = (part: string): string => snippetText(part.replaceAll(/\r\n?/g, '\n'));
  return {
    range: rangeOf(source, span(from, at.end)),
    snippet: plain(text.slice(from, at.start) + before) + snippet + plain(after),
  };
}

/** Why nothing can be inserted into the file, whatever the section. */
function refusal(agent: Agent, snippet: string): string | undefined {
  const { file, format } = agent;
  const { text } = file.source;
  if (format.notation === 'json') return `A ${nounOf(format)} has no text for an agent to read.`;
  if (format.notation === undefined)
    return file.frontMatter?.closed === false ? 'Close the frontmatter with a line of three dashes first.' : undefined;
  const [key = ''] = Object.entries(format.fields).find(([, { role }]) => role === 'prompt-text') ?? [];
  const { start } = file.body.span;
  if (start === text.length)
    return `The text goes into ${key}. Write that field over several lines, between ''' and ''', first.`;
  const quotes = text.slice(entryByRole(agent, 'prompt-text')?.value.span.start ?? start).slice(0, 3);
  const isSpoiled = snippet.includes(quotes) || (quotes === '"""' && snippet.includes('\\'));
  return isSpoiled
    ? `The text contains characters that would end ${key} or change in it. Write that field between ''' and ''' first.`
    : undefined;
}
