/** I8: what a dialect or the catalogue of sections knows by name is named there and nowhere else in the core. */
import { dialects } from '../../server/core/dialects/index';
import { catalogue } from '../../server/core/sections/catalogue';
import { positionsOf } from './search';
import { type Files, type Invariant, typescriptIn } from './sources';
import type { Token } from './tokens';

const DIALECT = 'server/core/dialects/dialect.ts';

/** Every field, tool, former tool, model and kind of section. */
const known: ReadonlyMap<string, string> = new Map([
  ...catalogue.map(({ id }) => [id, 'section'] as const),
  ...dialects.flatMap(({ fields, tools, retired, models }) => [
    ...Object.keys(retired).map((name) => [name, 'former tool'] as const),
    ...[...models.ids, ...models.retired, ...models.otherAliases].map((name) => [name, 'model'] as const),
    ...models.aliases.map(({ value }) => [value, 'model'] as const),
    ...Object.keys(tools).map((name) => [name, 'tool'] as const),
    ...Object.keys(fields).map((name) => [name, 'field'] as const),
  ]),
]);

/** A whole string of the core that is such a name. Examples of rules hold whole documents and are never equal to one. */
export const namesAreData: Invariant = (files) => {
  const own = ownWords(files);
  return typescriptIn(files, 'server/core')
    .filter(([path]) => !/^server\/core\/(?:dialects|sections)\//.test(path))
    .flatMap(([path, file]) => {
      const code = file.code();
      return code.flatMap((token, at) => {
        const text = literalOf(token);
        const kind = text === undefined ? undefined : known.get(text);
        if (text === undefined || kind === undefined) return [];
        if (isUnionMember(code, at)) return [];
        return own.has(text) && isDiscriminant(code, at) ? [] : [{ path, what: `names the ${kind} '${text}'` }];
      });
    });
};

function literalOf(token: Token): string | undefined {
  if (token.kind === 'string') return token.value;
  return token.kind === 'template' && token.text.endsWith('`') ? token.text.slice(1, -1) : undefined;
}

/** Words that the shape of a dialect uses itself, such as the shapes `tools` and `model`, and happen to be names as well. */
const ownWords = (files: Files): ReadonlySet<string> =>
  new Set((files.get(DIALECT)?.code() ?? []).flatMap((token) => literalOf(token) ?? []));

/** Whether a literal is a member of a union of types, which names nothing until a value of it is written. */
function isUnionMember(code: readonly Token[], at: number): boolean {
  const isBar = (i: number): boolean => code[i]?.text === '|' && code[i - 1]?.text !== '|' && code[i + 1]?.text !== '|';
  return isBar(at - 1) || isBar(at + 1);
}

/** Whether a word is compared with a kind or a role, or asks for a role: there it is never a name. */
function isDiscriminant(code: readonly Token[], at: number): boolean {
  if (code[at - 1]?.text === 'case') return true;
  const isCompared = ['kind', 'role'].some((word) =>
    [
      positionsOf(code.slice(at - 4, at), word, '=', '=', '='),
      positionsOf(code.slice(at - 4, at), word, '!', '=', '='),
    ].some((found) => found.length > 0),
  );
  const depth = code[at]?.depth ?? 0;
  const open = code.slice(0, at).findLastIndex((token) => token.depth < depth);
  return isCompared || (open > 0 && code[open - 1]?.text === 'fieldByRole');
}
