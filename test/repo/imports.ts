/** What a source imports: static and dynamic imports, re-exports, and `require`. */
import type { Token } from './tokens';

export interface Import {
  /** The specifier as written; undefined when it is computed. */
  readonly from: string | undefined;
  /** The names taken from the module, as it calls them; empty for a default, namespace, dynamic or bare import. */
  readonly names: readonly string[];
  readonly dynamic: boolean;
  /** `import type …`, which is gone when the program runs. */
  readonly onlyTypes: boolean;
}

/** The imports of a source, in file order. @param code Its tokens without comments. */
export function importsOf(code: readonly Token[]): readonly Import[] {
  return code.flatMap((token, i): readonly Import[] => {
    const isMember = code[i - 1]?.text === '.';
    if (token.kind !== 'word' || isMember) return [];
    const next = code[i + 1];
    if ((token.text === 'import' || token.text === 'require') && next?.text === '(') return [dynamicImport(code, i)];
    const isStatic = token.depth === 0 && (token.text === 'import' || token.text === 'export');
    const found = isStatic ? staticImport(code, i) : undefined;
    return found === undefined ? [] : [found];
  });
}

function dynamicImport(code: readonly Token[], at: number): Import {
  const argument = code[at + 2];
  const isLiteral = argument?.kind === 'string' && code[at + 3]?.text === ')';
  return { from: isLiteral ? argument.value : undefined, names: [], dynamic: true, onlyTypes: false };
}

/** From `import` or `export` to the string behind `from`; an export that declares something is no import. */
function staticImport(code: readonly Token[], at: number): Import | undefined {
  const names: string[] = [];
  for (let i = at + 1; i < code.length; i++) {
    const token = code[i];
    if (token === undefined) return undefined;
    if (token.kind === 'string') {
      const before = code[i - 1];
      const isFrom = before?.text === 'from' || before === code[at];
      const onlyTypes = code[at + 1]?.text === 'type' && code[at + 2]?.text !== 'from';
      return isFrom ? { from: token.value, names, dynamic: false, onlyTypes } : undefined;
    }
    if (token.depth > 0 && isImportedName(code, i)) names.push(token.text);
    if (token.depth === 0 && !/^(?:type|from|as|[*{},]|[\w$]+)$/.test(token.text)) return undefined;
    if (
      token.depth === 0 &&
      /^(?:const|let|var|function|class|interface|enum|default|async|export|import)$/.test(token.text)
    )
      return undefined;
  }
  return undefined;
}

/** `a` and `b` in `{ a, type b, c as d }`, and `c`, but neither `type` nor `as` nor `d`. */
function isImportedName(code: readonly Token[], at: number): boolean {
  const [before, token, next] = [code[at - 1], code[at], code[at + 1]];
  if (token?.kind !== 'word' || before?.text === 'as') return false;
  if (token.text === 'as') return next?.text === ',' || next?.text === '}';
  return !(token.text === 'type' && next?.kind === 'word');
}

/**
 * The path in the repository that a relative specifier means, or undefined for a package.
 * @param exists Whether there is a file at a path.
 */
export function resolveImport(importer: string, from: string, exists: (path: string) => boolean): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const parts = importer.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.ts`, `${path}/index.ts`].find(exists) ?? path;
}
