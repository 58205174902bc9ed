/** Expands the snippet syntax of VS Code to the text that is in the editor right after insertion. */

/** What a snippet becomes, and the tabstops in it. */
export interface Expansion {
  readonly text: string;
  /** Tabstop numbers in the order in which they first are in the body. */
  readonly tabstops: readonly number[];
  /** Tabstops other than 0 that no place in the body gives a default. */
  readonly bare: readonly number[];
  /** Every choice with all of its values, by tabstop. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
}

/** What a person types and what the editor knows. */
export interface Inputs {
  /** Values of variables such as `TM_FILENAME_BASE`; a variable without one becomes its default. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Texts typed over the defaults, by tabstop; they show at every mirror of it. */
  readonly typed?: ReadonlyMap<number, string>;
}

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tabstop'; readonly index: number; readonly content?: readonly Node[] | undefined }
  | { readonly kind: 'choice'; readonly index: number; readonly values: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly content: readonly Node[] | undefined };

/**
 * Expands `body`: what was typed, else the first value of a choice or the default of a placeholder.
 * @param body - The lines of the snippet, joined with LF.
 * @throws SyntaxError when a `${` is not closed, or something else than tabstops, placeholders, choices and variables
 * with defaults is in it (transforms are not used in this project).
 */
export function expandSnippet(body: string, { variables = {}, typed = new Map() }: Inputs = {}): Expansion {
  const nodes = new Reader(body).nodes('');
  const stops = flat(nodes).flatMap((node) => (node.kind === 'tabstop' || node.kind === 'choice' ? [node] : []));
  const defaults = new Map<number, readonly Node[]>();
  const choices = new Map<number, readonly string[]>();
  for (const stop of stops) {
    if (stop.kind === 'choice') choices.set(stop.index, stop.values);
    const content = stop.kind === 'choice' ? [textNode(stop.values[0] ?? '')] : stop.content;
    if (content && !defaults.has(stop.index)) defaults.set(stop.index, content);
  }

  const render = (node: Node): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'variable') return variables[node.name] ?? renderAll(node.content ?? []);
    return typed.get(node.index) ?? renderAll(defaults.get(node.index) ?? []);
  };
  const renderAll = (some: readonly Node[]): string => some.map(render).join('');
  const tabstops = [...new Set(stops.map(({ index }) => index))];
  const bare = tabstops.filter((index) => index !== 0 && !defaults.has(index));
  return { text: renderAll(nodes), tabstops, bare, choices };
}

const textNode = (text: string): Node => ({ kind: 'text', text });

const flat = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...('content' in node ? flat(node.content ?? []) : [])]);

/** A recursive-descent reader of one snippet body. */
class Reader {
  private at = 0;
  private readonly body: string;

  constructor(body: string) {
    this.body = body;
  }

  /** Reads up to `end`, which is consumed; an empty `end` is the end of the body. */
  nodes(end: '' | '}'): readonly Node[] {
    const found: Node[] = [];
    while (end === '' || !this.take(end)) {
      if (this.at === this.body.length) {
        if (end === '') break;
        throw new SyntaxError('a placeholder is not closed');
      }
      found.push(this.node());
    }
    return found;
  }

  private node(): Node {
    const escaped = this.match(/\\([\\$}])/y);
    if (escaped) return textNode(escaped);
    const index = this.match(/\$(\d+)/y);
    if (index) return { kind: 'tabstop', index: Number(index) };
    const name = this.match(/\$([A-Za-z_]\w*)/y);
    if (name) return { kind: 'variable', name, content: undefined };
    return this.take('${') ? this.braced() : textNode(this.body.charAt(this.at++));
  }

  private braced(): Node {
    const number = this.match(/(\d+)/y);
    const index = Number(number);
    if (number && this.take('|')) return { kind: 'choice', index, values: this.values() };
    const name = number ?? this.match(/([A-Za-z_]\w*)/y);
    const content = this.take(':') ? this.nodes('}') : undefined;
    if (name === undefined || (content === undefined && !this.take('}'))) {
      throw new SyntaxError(
        `not a tabstop, placeholder, choice or variable: ${this.body.slice(this.at - 3, this.at + 20)}`,
      );
    }
    return number ? { kind: 'tabstop', index, content } : { kind: 'variable', name, content };
  }

  private values(): readonly string[] {
    const values: string[] = [];
    let value = '';
    while (!this.take('|}')) {
      if (this.at === this.body.length) throw new SyntaxError('a choice is not closed');
      if (this.take(',')) {
        values.push(value);
        value = '';
      } else value += this.match(/\\([\\,|])/y) ?? this.body.charAt(this.at++);
    }
    return [...values, value];
  }

  private take(text: string): boolean {
    const found = this.body.startsWith(text, this.at);
    if (found) this.at += text.length;
    return found;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.body);
    if (found) this.at = pattern.lastIndex;
    return found?.[1];
  }
}
