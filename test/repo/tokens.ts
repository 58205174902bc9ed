/** A small scanner for TypeScript: enough to tell code from comments and strings, and the top level from the rest. */

export type TokenKind = 'comment' | 'string' | 'template' | 'regexp' | 'number' | 'word' | 'mark';

/** One token with the brackets around it. */
export interface Token {
  readonly kind: TokenKind;
  /** As written, with quotes and comment marks. */
  readonly text: string;
  /** What a string means (simple escapes are resolved), and `text` for everything else. */
  readonly value: string;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** How many `(`, `[` and `{` are open before it; the brackets themselves count as outside. */
  readonly depth: number;
}

/** The tokens of a source, comments included, blanks left out. A template is one token for each piece between its holes. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  /** The kinds of open brackets; '`' is the hole of a template. */
  const open: string[] = [];
  let at = source.startsWith('#!') ? lineEnd(source, 0) : 0;
  while (at < source.length) {
    const first = source.charAt(at);
    if (/\s/.test(first)) {
      at++;
      continue;
    }
    const closesHole = first === '}' && open.at(-1) === '`';
    if (first === ')' || first === ']' || first === '}') open.pop();
    const { kind, end } = closesHole || first === '`' ? template(source, at) : scan(source, at, before(tokens));
    const text = source.slice(at, end);
    tokens.push({ kind, text, value: kind === 'string' ? meaning(text) : text, start: at, depth: open.length });
    if (kind === 'template') {
      if (text.endsWith('${')) open.push('`');
    } else if (kind === 'mark' && (text === '(' || text === '[' || text === '{')) open.push(text);
    at = end;
  }
  return tokens;
}

/** The tokens without comments, which is what a compiler sees. */
export const codeOf = (tokens: readonly Token[]): readonly Token[] => tokens.filter(({ kind }) => kind !== 'comment');

interface Scanned {
  readonly kind: TokenKind;
  readonly end: number;
}

function scan(source: string, at: number, previous: Token | undefined): Scanned {
  const first = source.charAt(at);
  if (source.startsWith('//', at)) return { kind: 'comment', end: lineEnd(source, at) };
  if (source.startsWith('/*', at)) return { kind: 'comment', end: after(source, '*/', at + 2) };
  if (first === "'" || first === '"') return { kind: 'string', end: quoteEnd(source, at) };
  if (first === '/' && !endsValue(previous)) return { kind: 'regexp', end: regexpEnd(source, at) };
  if (/[\d]/.test(first)) return { kind: 'number', end: wordEnd(source, at) };
  if (/[\w$#]/.test(first)) return { kind: 'word', end: wordEnd(source, at + 1) };
  if (source.startsWith('=>', at)) return { kind: 'mark', end: at + 2 };
  return { kind: 'mark', end: at + 1 };
}

/** From a backtick, or from the brace that closes a hole, to the next hole or the closing backtick. */
function template(source: string, at: number): Scanned {
  let end = at + 1;
  while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
    end += source[end] === '\\' ? 2 : 1;
  return { kind: 'template', end: Math.min(source.length, end + (source[end] === '`' ? 1 : 2)) };
}

const before = (tokens: readonly Token[]): Token | undefined => tokens.findLast(({ kind }) => kind !== 'comment');

/** Whether a slash behind this token divides. After `)` it always does in our sources, where no statement begins with a pattern. */
function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'word') return !/^(?:return|typeof|case|in|of|yield|void|throw|await|else|do)$/.test(token.text);
  if (token.kind === 'template') return !token.text.endsWith('${');
  return token.kind !== 'mark' || token.text === ')' || token.text === ']' || token.text === '}';
}

function regexpEnd(source: string, at: number): number {
  let end = at + 1;
  for (let inClass = false; end < source.length && (inClass || source[end] !== '/'); end++) {
    if (source[end] === '\\') end++;
    else if (source[end] === '[') inClass = true;
    else if (source[end] === ']') inClass = false;
  }
  return wordEnd(source, end + 1);
}

function quoteEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== source[at]) end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function wordEnd(source: string, at: number): number {
  let end = at;
  while (end < source.length && /[\w$]/.test(source.charAt(end))) end++;
  return end;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** The inside of a quoted string; `\u` and `\x` stay as written, because no name that is looked for needs them. */
const meaning = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\([^ux])/g, (_, escaped: string) => escapes[escaped] ?? escaped);
