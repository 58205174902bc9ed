/** Parses a JSON file as if its object were the frontmatter of a file without a body, with exact spans. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { isDeep, MAX_JSON_DEPTH, readJson } from '../../text/json';
import { sourceOf } from '../../text/source';
import { type Span, span } from '../../text/span';
import { bodyOf } from '../body/body';
import { isTooLarge } from '../fileSize';
import { parse } from '../parse';
import type { AgentFile, Entry, FrontMatter, Problem, Scalar, Value } from '../tree';

/**
 * Parses strict JSON: comments and commas at the end of a list are problems, as hosts refuse them. What can be read in spite of a
 * problem is read. Never throws; linear in the text.
 * @param text With its byte order mark if it has one, which is no problem.
 */
export const parseJson = (text: string): AgentFile => parsed(text, false);

/** The same where comments, and commas at the end of a list, are no problem. */
export const parseLenientJson = (text: string): AgentFile => parsed(text, true);

function parsed(text: string, isLenient: boolean): AgentFile {
  const large = tooLarge(text);
  if (large !== undefined) return large;
  const body = bodyOf(text, text.length);
  const source = sourceOf(text);
  const without = (problems: readonly Problem[]): AgentFile => ({ source, frontMatter: undefined, body, problems });
  // A byte order mark is as wide as the space that takes its place.
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (isDeep(json)) return without([problem('limit', firstOf(text), `it nests deeper than ${MAX_JSON_DEPTH} levels`)]);
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, {
    disallowComments: !isLenient,
    allowTrailingComma: isLenient,
    allowEmptyContent: false,
  });
  const problems = problemIn(json, errors, isLenient);
  if (root?.type !== 'object') {
    const isFine = problems.length === 0 && root !== undefined;
    return without(isFine ? [problem('json', spanOf(root), NO_OBJECT)] : problems);
  }
  return { source, frontMatter: frontMatterOf(root, text), body, problems };
}

const NO_OBJECT = 'it is not a JSON object';

const problem = (code: 'json' | 'limit', at: Span, detail: string): Problem => ({ code, span: at, detail });

/** What `parse` returns for a file that it does not read. */
function tooLarge(text: string): AgentFile | undefined {
  // Most files are so short that they cannot be too large in any encoding.
  if (text.length < SHORT) return undefined;
  const file = parse(text);
  return isTooLarge(file) ? file : undefined;
}

const SHORT = 256 * 1024;

/** The first fault, which explains those that follow from it. */
function problemIn(json: string, errors: readonly ParseError[], isLenient: boolean): readonly Problem[] {
  const [first] = errors.toSorted((a, b) => a.offset - b.offset);
  if (first !== undefined) {
    const at = span(first.offset, Math.min(json.length, first.offset + Math.max(1, first.length)));
    return [problem('json', at, whatOf(first, json))];
  }
  // The reference for what is JSON.
  return !isLenient && readJson(json).kind === 'error' ? [problem('json', firstOf(json), 'it is not valid JSON')] : [];
}

/** What is wrong, as a clause. */
export function whatOf({ error, offset }: ParseError, json: string): string {
  const code = printParseErrorCode(error);
  const before = json.slice(0, offset).trimEnd();
  if (before.endsWith(',') && (json[offset] === '}' || json[offset] === ']')) return TRAILING_COMMA;
  return Object.hasOwn(clauses, code) ? (clauses[code] ?? 'it is not valid JSON') : 'it is not valid JSON';
}

/** The clause for a comma after the last value, which a rule can fix. */
export const TRAILING_COMMA = 'a comma follows the last value';

/** The clause for a comment. */
export const COMMENT = 'JSON has no comments';

const clauses: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'something follows the end of the object',
  InvalidCommentToken: COMMENT,
  UnexpectedEndOfComment: COMMENT,
  UnexpectedEndOfString: 'a string has no end',
  UnexpectedEndOfNumber: 'a number has no end',
  InvalidUnicode: 'this is no Unicode escape',
  InvalidEscapeCharacter: 'this is no escape in JSON',
  InvalidCharacter: 'this character must be written as an escape',
};

/** The first character that is not white space, or the start of the text. */
export function firstOf(text: string): Span {
  const at = text.search(/[^\s\uFEFF]/);
  return at < 0 ? span(0, 0) : span(at, at + 1);
}

/** The span of a node of the JSON parser. */
export const spanOf = ({ offset, length }: Node): Span => span(offset, offset + length);

function frontMatterOf(root: Node, text: string): FrontMatter {
  const { start, end } = spanOf(root);
  const closed = text[end - 1] === '}' && end - start > 1;
  return {
    span: span(start, end),
    opener: span(start, start + 1),
    content: span(start + 1, closed ? end - 1 : end),
    closer: closed ? span(end - 1, end) : undefined,
    closed,
    language: '',
    entries: entriesOf(root),
    recovered: false,
  };
}

const entriesOf = ({ children = [] }: Node): readonly Entry[] =>
  children.flatMap((property): readonly Entry[] => {
    const [key, value] = property.children ?? [];
    if (key === undefined) return [];
    const { start, end } = spanOf(key);
    // Without its quotes, so that renaming keeps them.
    const keySpan = span(start + 1, Math.max(start + 1, end - 1));
    const read: Value = value === undefined ? { kind: 'missing', span: span(end, end) } : valueAt(value);
    return [{ key: String(key.value), keySpan, value: read, span: span(start, Math.max(end, read.span.end)) }];
  });

/** The value of a node. Values nest no deeper than `MAX_JSON_DEPTH`. */
export function valueAt(node: Node): Value {
  const whole = spanOf(node);
  switch (node.type) {
    case 'object':
      return { kind: 'mapping', style: 'flow', entries: entriesOf(node), span: whole };
    case 'array':
      return {
        kind: 'sequence',
        style: 'flow',
        items: (node.children ?? []).map((item) => ({ value: valueAt(item), span: spanOf(item) })),
        span: whole,
      };
    case 'string':
      return scalar(
        'string',
        String(node.value),
        whole,
        span(whole.start + 1, Math.max(whole.start + 1, whole.end - 1)),
      );
    case 'number':
    case 'boolean':
    case 'null':
      return scalar(node.type, String(node.value), whole, whole);
    default:
      return { kind: 'missing', span: whole };
  }
}

const scalar = (type: Scalar['type'], text: string, whole: Span, inner: Span): Scalar => ({
  kind: 'scalar',
  style: type === 'string' ? 'double' : 'plain',
  text,
  type,
  span: whole,
  inner,
});
