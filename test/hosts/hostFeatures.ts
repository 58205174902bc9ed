/** The features of the editor in files of one format, for the tests of the hosts: one test for each row of a table. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { completionAt } from '../../server/core/features/completion/completion';
import { formatOf } from '../../server/core/features/format/format';
import { hoverAt } from '../../server/core/features/hover/hover';
import { lensesOf } from '../../server/core/features/lenses';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import type { Format } from '../../server/core/hosts/host';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { readMarks } from '../marks';

export interface At {
  readonly agent: Agent;
  readonly offset: number;
}

/** What the editor shows for texts of one format. Texts with `$0` have the cursor there. */
export interface HostFeatures {
  readonly format: Format;
  /** @param path The file; without one it is `uri`. */
  readonly agentIn: (text: string, path?: string) => Agent;
  readonly atCursor: (marked: string) => At;
  readonly findingsIn: (text: string) => readonly LintFinding[];
  /** The labels of the completion at the cursor. */
  readonly offered: (marked: string) => readonly string[];
  /** What the lens above the first line says. */
  readonly lens: (text: string) => string | undefined;
  /** The names of symbols, those one level below included. */
  readonly symbolNames: (text: string) => readonly string[];
  /** The text after formatting, with lists in this style. */
  readonly formatted: (text: string, listStyle: 'keep' | 'block' | 'comma') => string;
}

/**
 * The features in files of a format.
 * @param uri The file that the texts are in.
 */
export function featuresOf(id: string, uri: string): HostFeatures {
  const format = formatById(id);
  assert.ok(format !== undefined, id);
  const agentIn = (text: string, path = uri): Agent => readAgent(text, format, path);
  const atCursor = (marked: string): At => cursorIn(marked, agentIn);
  return {
    format,
    agentIn,
    atCursor,
    findingsIn: (text) => lint(agentIn(text)).findings,
    offered: (marked) => offeredAt(atCursor(marked)),
    lens: (text) => lensesOf(agentIn(text))[0]?.command?.title,
    symbolNames: (text) =>
      symbolsOf(agentIn(text)).flatMap(({ name, children = [] }) => [name, ...children.map((child) => child.name)]),
    formatted: (text, listStyle) => {
      const agent = agentIn(text);
      return edited(agent, formatOf(agent, { sortKeys: false, listStyle }));
    },
  };
}

/** The agent in a text with `$0`, and the offset of that mark. */
export function cursorIn(marked: string, read: (text: string) => Agent): At {
  const { text, cursor } = readMarks(marked);
  assert.ok(cursor !== undefined, 'the text needs a $0');
  return { agent: read(text), offset: cursor };
}

/** The labels of the completion. */
export const offeredAt = ({ agent, offset }: At): readonly string[] =>
  completionAt(agent, offset).map(({ label }) => label);

/** The text of the hover. Fails where there is none. */
export function hoveredAt({ agent, offset }: At): string {
  const contents = hoverAt(agent, offset)?.contents;
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}

/** The text of the agent after edits of the editor. */
export const edited = ({ file }: Agent, edits: readonly TextEdit[]): string =>
  applyEdits(
    file.source.text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
      newText,
    })),
  );

/** Writes frontmatter with a name, a description and `fields`, and a body. */
export const withFieldsOf =
  (name: string, usualBody: string) =>
  (fields: string, body = usualBody): string =>
    document`
      ---
      name: ${name}
      description: Does a thing.
      ${fields}
      ---
      ${body}
      `;

/** Findings as tables have them: severity and rule. */
export const named = (findings: readonly LintFinding[]): readonly string[] =>
  findings.map(({ severity, rule }) => `${severity} ${rule}`);

/** The rules that report errors. */
export const errorsIn = (findings: readonly LintFinding[]): readonly string[] =>
  findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []));

/** The messages of findings, for a test that fails. */
export const messagesOf = (findings: readonly LintFinding[]): string =>
  findings.map(({ message }) => message).join('\n');

/** Fails where a fix that claims to be safe changes what the agent may do. */
export function assertSafeFixes(agent: Agent): void {
  for (const fix of lint(agent).findings.flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe)))
    assert.ok(isProvedSafe(agent, fix.edits), `${agent.file.source.text}: ${fix.title}`);
}

/** Fields with the cursor, the title of a quick fix there, and the fields after it. */
export type FixTable = readonly (readonly [before: string, title: RegExp, after: string])[];

/**
 * A test for each quick fix.
 * @param write Writes a whole text with the fields.
 */
export function itFixes({ atCursor }: HostFeatures, write: (fields: string) => string, fixes: FixTable): void {
  for (const [before, title, after] of fixes) {
    it(`of ${before}`, () => {
      const { agent, offset } = atCursor(write(before));
      const uri = 'file:///w/a.md';
      const actions = actionsIn(agent, { start: offset, end: offset }, { uri });
      const action = actions.find((one) => title.test(one.title));
      assert.ok(action !== undefined, actions.map((one) => one.title).join(', '));
      assert.equal(edited(agent, action.edit?.changes?.[uri] ?? []), write(after));
    });
  }
}

/** A test for each hover: a text with the cursor, and what the hover says. */
export function itExplains({ atCursor }: HostFeatures, table: readonly (readonly [string, RegExp])[]): void {
  for (const [marked, expected] of table)
    it(`explain ${lineOfCursor(marked)}`, () => assert.match(hoveredAt(atCursor(marked)), expected));
}

/** The line with the cursor, as the title of a test. */
export const lineOfCursor = (marked: string): string => marked.split('\n').find((line) => line.includes('$0')) ?? '';

/** A test that the outline has the field and the heading of a text. */
export function itListsSymbols({ symbolNames }: HostFeatures, write: (fields: string, body: string) => string): void {
  it('list fields and sections', () => {
    const names = symbolNames(write('tools: [glob]', '# One'));
    for (const name of ['tools', 'One']) assert.ok(names.includes(name), names.join());
  });
}
