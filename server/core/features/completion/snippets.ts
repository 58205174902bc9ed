/** Completion of snippets: a whole file where there is none yet, and its parts at the start of a line of the body. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { sectionsAt } from '../../completionReport/template';
import { newAgentSnippet } from '../../create/newAgent';
import { ENDPOINT_SECTION } from '../../sectionKinds/patterns';
import { sectionKindOf } from '../../sectionKinds/recognize';
import { REPORT_ROOT } from '../../sectionKinds/reportKeys';
import { lastNameOf } from '../../text/paths';
import { snippetText } from '../../text/snippet';
import { lineAt, lineContent, lineEndOf } from '../../text/source';
import { covers, type Span, span, textAt, touches } from '../../text/span';
import { decoded } from '../../text/uri';
import { reportSnippetOf } from '../report/reportSnippet';
import { snippetPreview } from './preview';
import { edited, order, type Request, type Template } from './request';

/** The templates of whole files. Those of agents are written for the host. */
const WHOLE = { agent: 'agent-new', skill: 'agent-skill', command: 'agent-command' } as const;

/** The templates with the report of the agent: its own name, and the keys of its repository. */
const REPORT = 'agent-completion-report';
const WITH_REPORT: readonly string[] = [REPORT, 'agent-response-format'];

const isWhole = ({ prefix }: Template): boolean => Object.values(WHOLE).some((one) => one === prefix);

/** What is typed where a file has nothing else; undefined where it has. */
export function onlyWord({ file: { source } }: Agent, offset: number): Span | undefined {
  const { text } = source;
  // Longer texts are no word, and are not read for every key that is pressed.
  const word = text.length > 100 ? null : /^\s*([\w-]*)\s*$/.exec(text);
  if (word === null) return undefined;
  const start = word[1] === '' ? offset : text.indexOf(word[1] ?? '');
  const typed = span(start, start + (word[1] ?? '').length);
  return touches(typed, offset) ? typed : undefined;
}

/** The whole file, where there is nothing yet but `target`. */
export function completeWholeFile(request: Request, target: Span): readonly CompletionItem[] {
  const { agent, snippets, templates } = request;
  const { kind = 'agent' } = agent.format;
  if (!snippets || templates.length === 0) return [];
  if (kind === 'agent') {
    const body = newAgentBody(agent);
    const title = `A complete ${agent.format.host.name} agent: fields, role, protocol, report and checklist`;
    return body === undefined ? [] : [item(request, target, { prefix: WHOLE.agent, description: title, body })];
  }
  const prefix = kind === 'skill' || kind === 'command' ? WHOLE[kind] : undefined;
  const required = Object.entries(agent.format.fields).filter(([, field]) => field.required === true);
  return templates
    .filter((one) => one.prefix === prefix && required.every(([key]) => one.body.includes(`\n${key}: `)))
    .map((template) => item(request, target, template));
}

/** The agent, with the name of its file as it is. */
function newAgentBody({ format, path = '' }: Agent): string | undefined {
  const file = decoded(path);
  const name = snippetText(lastNameOf(file).replace(/(?<=.)\..*$/, ''));
  return newAgentSnippet(format, file)?.replace(`:[${name}]}`, () => `:${name}}`);
}

/**
 * The parts of an agent, on a line that contains only the word that is being typed, at its start: elsewhere they would end a list.
 * @param report The item of the report under its own name, where one belongs here and there is none. It is added only where the
 * snippet of the report is not.
 */
export function completeSnippets(
  request: Request,
  offset: number,
  report: readonly CompletionItem[],
): readonly CompletionItem[] {
  const { agent, snippets, templates } = request;
  const { source, body } = agent.file;
  const line = lineContent(source, lineAt(source, offset));
  const typed = textAt(source.text, line);
  if (!snippets || templates.length === 0 || !/^[\w-]*$/.test(typed)) return report;
  const { title, span: around } = sectionsAt(body.root, span(offset, offset)).at(-1) ?? body.root;
  const hasCode = body.fences.some(({ opener }) => covers(around, opener));
  const isEndpointPlace = sectionKindOf(title)?.id === ENDPOINT_SECTION && !hasCode;
  const isExpected = ({ prefix }: Template): boolean =>
    prefix === REPORT ? report.length > 0 : isEndpointPlace && prefix.startsWith('agent-endpoint-');
  const isNamed = typed !== '' && report.length > 0;
  const parts = templates
    .filter((template) => !isWhole(template) && !(isNamed && template.prefix === REPORT))
    .map((template, i) => ({
      ...item(request, line, WITH_REPORT.includes(template.prefix) ? withReport(request, template) : template),
      // An editor that goes on with this list must find the report under its own name too.
      ...(template.prefix === REPORT && report.length > 0 ? { filterText: `${REPORT} ${REPORT_ROOT}` } : {}),
      sortText: order(isExpected(template) ? 1 : 8, i),
    }));
  return isNamed ? [...report, ...parts] : parts;
}

/** The template with the report that this agent gets, in place of the usual one. */
function withReport({ agent, reportKeys }: Request, template: Template): Template {
  const before = template.body.slice(0, template.body.indexOf('```yaml'));
  return { ...template, body: `${before}${reportSnippetOf(agent, reportKeys)}\n$0` };
}

const item = (
  request: Request,
  target: Span,
  { prefix, description, body }: Omit<Template, 'title'>,
): CompletionItem => ({
  label: prefix,
  kind: CompletionItemKind.Snippet,
  detail: description,
  // Not Markdown: it is a text with Markdown in it.
  documentation: snippetPreview(body),
  insertTextFormat: InsertTextFormat.Snippet,
  insertTextMode: InsertTextMode.asIs,
  sortText: order(0, 0),
  ...edited(request, target, body.replaceAll('\n', lineEndOf(request.agent.file.source))),
});
