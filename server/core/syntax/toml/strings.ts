/** Reads the strings of TOML, which is all that most agent files contain. */
import { type Span, span } from '../../text/span';
import type { Scalar } from '../tree';
import { hasControl } from './control';
import { stringEnd } from './statements';

/** A string with what must be known to edit inside it. */
export interface TomlString extends Scalar {
  readonly isMultiline: boolean;
  /** Whether the value is exactly the characters of `inner`, so that each offset in it is one in the file. */
  readonly isVerbatim: boolean;
}

/** The string that begins at `at`; undefined for one that is not closed before `end`, or that contains something wrong. */
export function stringAt(text: string, at: number, end: number): TomlString | undefined {
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return undefined;
  const isMultiline = text.startsWith(quote.repeat(3), at);
  const marks = isMultiline ? 3 : 1;
  const close = stringEnd(text, at);
  if (close > end || close - at < 2 * marks || !text.startsWith(quote.repeat(marks), close - marks)) return undefined;
  const inner = innerOf(text, span(at + marks, close - marks), isMultiline);
  const written = text.slice(inner.start, inner.end);
  if (hasControl(written, isMultiline)) return undefined;
  const isVerbatim = quote === "'" || !written.includes('\\');
  const value = isVerbatim ? written : unescaped(written, isMultiline);
  return value === undefined
    ? undefined
    : {
        kind: 'scalar',
        style: quote === '"' ? 'double' : 'single',
        text: value,
        type: 'string',
        span: span(at, close),
        inner,
        isMultiline,
        isVerbatim,
      };
}

/** What is between the quotes. A line end right after opening quotes of several lines does not count. */
export function innerOf(text: string, { start, end }: Span, isMultiline: boolean): Span {
  if (!isMultiline) return span(start, end);
  const [skipped = ''] = /^\r?\n/.exec(text.slice(start, Math.min(end, start + 2))) ?? [];
  return span(start + skipped.length, end);
}

const simple: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\',
};

/** The value of a string with escapes; undefined when one of them does not exist. */
function unescaped(written: string, isMultiline: boolean): string | undefined {
  let isWrong = false;
  const value = written.replace(
    /\\(?:([btnfre"\\])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([ \t]*\r?\n[ \t\r\n]*)|)/g,
    (_, plain?: string, two?: string, four?: string, eight?: string, folded?: string) => {
      if (plain !== undefined) return simple[plain] ?? '';
      if (folded !== undefined && isMultiline) return '';
      const code = Number.parseInt(two ?? four ?? eight ?? 'x', 16);
      if (code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code);
      isWrong = true;
      return '';
    },
  );
  return isWrong ? undefined : value;
}
