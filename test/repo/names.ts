/** I8: what a dialect or the catalogue of sections knows by name is named there and nowhere else in the core. */
import { formats } from '../../server/core/hosts/index';
import { catalogue } from '../../server/core/sectionKinds/catalogue';
import { resolveImport } from './imports';
import { type Files, type Invariant, perFile, typescriptIn } from './sources';
import { isChoice, isKeyUse, isUnionMember, literalOf } from './wordUse';

const DIALECT = 'server/core/hosts/host.ts';

/** Every field, tool, former tool, model and kind of section. */
const known: ReadonlyMap<string, string> = new Map([
  ...catalogue.map(({ id }) => [id, 'section'] as const),
  ...formats.flatMap(({ fields, tools, retired, models }) => [
    ...Object.keys(retired).map((name) => [name, 'former tool'] as const),
    ...[...models.ids, ...models.retired, ...models.otherAliases].map((name) => [name, 'model'] as const),
    ...models.aliases.map(({ value }) => [value, 'model'] as const),
    ...Object.keys(tools).map((name) => [name, 'tool'] as const),
    ...Object.keys(fields).map((name) => [name, 'field'] as const),
  ]),
]);

/** Words that are a name elsewhere and something else here. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'server/core/hosts/hooks.ts': { hooks: 'the key of the inner list, part of the structure that this file reads' },
};

/** A whole string of the core that is such a name. Examples of rules hold whole documents and are never equal to one. */
export const namesAreData: Invariant = (files) => {
  const shapes = new Set((files.get(DIALECT)?.code() ?? []).flatMap((token) => literalOf(token) ?? []));
  return typescriptIn(files, 'server/core')
    .filter(([path]) => !/^server\/core\/(?:hosts\/claudeCode|hosts\/host\.ts|sectionKinds|prose\/wording)/.test(path))
    .flatMap(([path, file]) => {
      const own = unionsSeenFrom(files, path);
      const code = file.code();
      const isWord = (text: string, at: number): boolean =>
        isUnionMember(code, at) ||
        (own.has(text) && !isKeyUse(code, at)) ||
        ((own.has(text) || shapes.has(text)) && isChoice(code, at)) ||
        exceptions[path]?.[text] !== undefined;
      return code.flatMap((token, at) => {
        const text = literalOf(token);
        const kind = text === undefined ? undefined : known.get(text);
        return text === undefined || kind === undefined || isWord(text, at)
          ? []
          : [{ path, what: `names the ${kind} '${text}'` }];
      });
    });
};

/** The members of unions that a file or one of its imports declares: causes, effects and the like, which are no names. */
function unionsSeenFrom(files: Files, path: string): ReadonlySet<string> {
  const imported = (files.get(path)?.imports() ?? []).flatMap(
    ({ from }) => resolveImport(path, from ?? '', (candidate) => files.has(candidate)) ?? [],
  );
  const sources = [path, ...imported].filter((source) => source !== DIALECT);
  return new Set(
    sources.flatMap((source) => {
      const file = files.get(source);
      return file === undefined ? [] : unionMembers(source, file);
    }),
  );
}

const unionMembers = perFile((_, file): readonly string[] => {
  const code = file.code();
  return code.flatMap((token, at) => (isUnionMember(code, at) ? (literalOf(token) ?? []) : []));
});
