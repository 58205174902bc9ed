/** The setting `allow`: names that a repository knows to exist although no table and no file tells. */
import { type NameKind, nameKinds } from '../../findings/finding';
import { lazyFor } from '../../text/lazy';
import { quoted } from '../../text/quoted';
import { isRecord } from '../../text/records';
import { matchesWildcards } from '../../workspace/glob';
import { type Flaw, type Parsed, type Setting, wholly } from './setting';

export { type NameKind, nameKinds };

/** Names and patterns of each kind. */
export type Allowed = Readonly<Record<NameKind, readonly string[]>>;

/** Bounds of what is read: names of one kind, and UTF-16 units of a name. */
const MAX_NAMES = 500;
const MAX_NAME = 200;

const descriptions: Readonly<Record<NameKind, string>> = {
  tools: 'Tools that a list may contain.',
  servers: 'MCP servers that no file of the project declares.',
  fields: 'Fields of the frontmatter.',
  agents: 'Agents that are defined elsewhere.',
  skills: 'Skills that are defined elsewhere.',
  models: 'Models.',
};

const noNames: Allowed = { tools: [], servers: [], fields: [], agents: [], skills: [], models: [] };

export const allowed: Setting<Allowed> = {
  description:
    'Names that exist although they are unknown here, so that no rule reports them as unknown: `tools`, `servers`, `fields`, `agents`, `skills` and `models`. Each is a list of names, with `*` for any characters and `?` for one. For example `{ "tools": ["Deploy", "acme_*"] }`.',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      nameKinds.map((kind) => [
        kind,
        {
          type: 'array',
          maxItems: MAX_NAMES,
          description: descriptions[kind],
          items: { type: 'string', minLength: 1, maxLength: MAX_NAME },
        },
      ]),
    ),
  },
  default: noNames,
  shownDefault: {},
  scope: 'file',
  parse: parseAllowed,
  // Both lists count: the names of a person do not make those of the repository unknown.
  over: (file, editor) => joined(file, editor),
};

const joined = (one: Allowed, other: Allowed): Allowed =>
  nameKinds.every((kind) => other[kind].length === 0)
    ? one
    : byKind((kind) => [...new Set([...one[kind], ...other[kind]])]);

const byKind = (names: (kind: NameKind) => readonly string[]): Allowed => ({
  tools: names('tools'),
  servers: names('servers'),
  fields: names('fields'),
  agents: names('agents'),
  skills: names('skills'),
  models: names('models'),
});

function parseAllowed(value: unknown): Parsed<Allowed> {
  if (!isRecord(value)) return { value: noNames, flaws: wholly('must be an object with lists of names') };
  const flaws: Flaw[] = Object.keys(value)
    .filter((key) => !nameKinds.some((kind) => kind === key))
    .map((key) => ({ says: `has no list ${quoted(key)}`, at: [key], isKey: true }));
  const read = byKind((kind) => {
    const list: unknown = Object.hasOwn(value, kind) ? value[kind] : [];
    if (!Array.isArray(list)) {
      flaws.push({ says: `must have an array of names in \`${kind}\``, at: [kind] });
      return [];
    }
    if (list.length > MAX_NAMES)
      flaws.push({ says: `must have at most ${MAX_NAMES} names in \`${kind}\``, at: [kind, MAX_NAMES] });
    return list.slice(0, MAX_NAMES).filter((name, i): name is string => {
      const isName = typeof name === 'string' && name !== '' && name.length <= MAX_NAME;
      if (!isName) flaws.push({ says: `must have names of 1 to ${MAX_NAME} characters in \`${kind}\``, at: [kind, i] });
      return isName;
    });
  });
  return { value: nameKinds.every((kind) => read[kind].length === 0) ? noNames : read, flaws };
}

/** Whether a name of a kind is allowed. */
export const isAllowed = (names: Allowed, kind: NameKind, name: string): boolean => {
  const { plain, patterns } = readNames(names[kind]);
  // No name that a file can contain is worth more time than this.
  return plain.has(name) || (name.length <= MAX_MATCHED && patterns.some((pattern) => matchesWildcards(name, pattern)));
};

const MAX_MATCHED = 1_000;

const readNames = lazyFor((names: readonly string[]) => ({
  plain: new Set(names.filter((name) => !/[*?]/.test(name))),
  patterns: names.filter((name) => /[*?]/.test(name)),
}));
