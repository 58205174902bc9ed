/** Reads TOML as fields with spans, even where it is not valid. */
import { skipSpaces } from '../../text/lines';
import { moved, type Span, span } from '../../text/span';
import { limits } from '../frontMatter/guard';
import { movedValue } from '../frontMatter/movedYaml';
import type { Entry, Problem, Value } from '../tree';
import { hasControl } from './control';
import { type KeyPart, type Read, readStatement } from './parser';
import { statementsIn } from './statements';
import { stringAt } from './strings';
import { newTables } from './tables';

export interface Toml {
  /** The keys of the file in file order, tables as mappings; one that is written twice is there twice. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads a file. Never throws; work is linear in the text, and only statements that are not plain strings are parsed at all. */
export function readToml(text: string): Toml {
  const { statements, excess } = statementsIn(text, text.startsWith('\uFEFF') ? 1 : 0);
  const tables = newTables();
  const problems: Problem[] = [];
  const report = (fault: { readonly span: Span; readonly detail: string } | undefined): void => {
    if (fault !== undefined && problems.length < limits.problems)
      problems.push({ code: 'toml', span: fault.span, detail: fault.detail });
  };
  for (const { span: at } of statements) {
    const plain = plainField(text, at);
    // A text with that many faults is something else than TOML, and each statement takes time.
    const read = plain ?? (problems.length < limits.problems ? parsed(text, at) : undefined);
    if (read === undefined) continue;
    if (read.kind === 'table') report(tables.open(read.keys, read.isItem, read.span));
    else if (read.kind === 'field') report(tables.add(read.keys, read.value));
    else {
      report(read);
      const broken = brokenField(text, at);
      if (broken !== undefined) tables.add(broken.keys, broken.value);
    }
  }
  const lone = text.search(/\r(?!\n)/);
  if (lone >= 0 && problems.length === 0)
    report({ span: span(lone, lone + 1), detail: 'a line must end with LF or CRLF, not with CR alone' });
  if (excess !== undefined) {
    const end = statements.at(-1)?.span.end ?? 0;
    problems.push({ code: 'limit', span: span(end, end), detail: excess });
  }
  return { entries: tables.entries(), problems };
}

const parsed = (text: string, { start, end }: Span): Read => movedRead(readStatement(text.slice(start, end)), start);

/** A key with the sign after it. */
const KEY = /^([\w-]+)[ \t]*=[ \t]*/;

/** UTF-16 code units in which a key and its sign must be. */
const MAX_KEY = 500;

const keyOf = (text: string, { start, end }: Span): readonly [before: string | undefined, name: string | undefined] => {
  const [before, name] = KEY.exec(text.slice(start, Math.min(end, start + MAX_KEY))) ?? [];
  return [before, name];
};

/** The statement when it is `key = "text"`, as most are; undefined for any other and for one with a fault. */
function plainField(text: string, { start, end }: Span): Read | undefined {
  const [before, name] = keyOf(text, { start, end });
  if (before === undefined || name === undefined) return undefined;
  const value = stringAt(text, start + before.length, end);
  if (value === undefined) return undefined;
  const rest = skipSpaces(text, value.span.end, end);
  if (rest < end && (text[rest] !== '#' || hasControl(text.slice(rest, end), false))) return undefined;
  return { kind: 'field', keys: [{ name, span: span(start, start + name.length) }], value };
}

/** The field of a statement with a fault, so that its key is known. */
function brokenField(
  text: string,
  { start, end }: Span,
): { readonly keys: readonly KeyPart[]; readonly value: Value } | undefined {
  const [before, name] = keyOf(text, { start, end });
  if (before === undefined || name === undefined) return undefined;
  const from = start + before.length;
  const value: Value =
    from >= end
      ? { kind: 'missing', span: span(end, end) }
      : { kind: 'broken', text: text.slice(from, end), span: span(from, end) };
  return { keys: [{ name, span: span(start, start + name.length) }], value };
}

function movedRead(read: Read, by: number): Read {
  if (read.kind === 'fault') return { ...read, span: moved(read.span, by) };
  const keys = read.keys.map(({ name, span: at }) => ({ name, span: moved(at, by) }));
  return read.kind === 'table'
    ? { ...read, keys, span: moved(read.span, by) }
    : { ...read, keys, value: movedValue(read.value, by) };
}
