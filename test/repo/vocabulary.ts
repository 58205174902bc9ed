/** The names that belong to hosts and to the catalogue of sections, read from the registries themselves. */
import { formats as registry } from '../../server/core/hosts/index';
import { catalogue } from '../../server/core/sectionKinds/catalogue';

/** What one host calls its things. Formats of one host are one vocabulary. */
export interface Vocabulary {
  /** The program, as messages name it. */
  readonly host: string;
  readonly fields: ReadonlySet<string>;
  /** Tools, former tools and models, each with what it is. */
  readonly others: ReadonlyMap<string, 'tool' | 'former tool' | 'model'>;
}

/** One vocabulary for each host. */
export const vocabularies: readonly Vocabulary[] = [...new Set(registry.map(({ host }) => host.name))].map((host) => {
  const formats = registry.filter((format) => format.host.name === host);
  return {
    host,
    // `$schema` belongs to JSON files of every kind.
    fields: new Set(formats.flatMap(({ fields }) => Object.keys(fields).filter((key) => !key.startsWith('$')))),
    others: new Map(
      formats.flatMap(({ tools, retired, models }) => [
        ...Object.keys(retired).map((name) => [name, 'former tool'] as const),
        ...[...models.ids, ...models.retired, ...models.otherAliases].map((name) => [name, 'model'] as const),
        ...models.aliases.map(({ value }) => [value, 'model'] as const),
        ...Object.keys(tools).map((name) => [name, 'tool'] as const),
      ]),
    ),
  };
});

/**
 * Models whose names the program also uses for other things, each with an example. Like tools and fields with
 * such names, they are searched only where something is looked up by them.
 */
const commonWords: Readonly<Record<string, string>> = {
  auto: 'a setting that decides by itself',
};

/** What a text may name, for some hosts together and the catalogue of sections. */
export interface Names {
  /** What a text certainly names: a tool, an old tool, a model, a field or a section. */
  readonly distinctive: (text: string) => string | undefined;
  /** Whether a word is a name of some host where something is looked up by it. */
  readonly isKey: (word: string) => boolean;
  readonly isSection: (word: string) => boolean;
  /** Whether all words are fields of one host. */
  readonly areFields: (words: readonly string[]) => boolean;
}

/** A word of lower-case letters (`read`, `kind`), or no word at all (`*`): it may mean anything. */
const isPlain = (name: string): boolean => /^(?:[a-z]+|[^A-Za-z]*)$/.test(name);

const sections: ReadonlySet<string> = new Set(catalogue.map(({ id }) => id));

export const namesOf = (hosts: readonly Vocabulary[]): Names => ({
  distinctive: (text) => {
    for (const { fields, others } of hosts) {
      const kind = others.get(text);
      if (kind === 'model' && !Object.hasOwn(commonWords, text)) return kind;
      if (!isPlain(text) && fields.has(text) && sections.has(text)) return 'field or section';
      if (!isPlain(text) && (kind !== undefined || fields.has(text))) return kind ?? 'field';
    }
    return sections.has(text) && !isPlain(text) ? 'section' : undefined;
  },
  isKey: (word) => hosts.some(({ fields, others }) => fields.has(word) || others.has(word)),
  isSection: (word) => sections.has(word),
  areFields: (words) => hosts.some(({ fields }) => words.every((word) => fields.has(word))),
});

/** Names of hosts that are words of our own too, so that a text with one says nothing about the host. */
export const ownWords: ReadonlySet<string> = new Set(['Cursor']);

const hosts: readonly string[] = vocabularies.map(({ host }) => host).filter((name) => !ownWords.has(name));

/** Matches the whole name of a host as texts have it (`Claude Code`), also when written as an id. */
export const hostName: RegExp = new RegExp(hosts.map(wholeName).join('|'), 'i');

/** Matches everything that is derived from the name of a host: `claude-code`, `.claude`, `CLAUDE.md`. */
export const hostStem: RegExp = stemsOf(hosts);

/** A pattern for whole names of hosts and for their first words of five letters or more. */
function stemsOf(names: readonly string[]): RegExp {
  const firstWords = names.flatMap((name) => /^[a-z]{5,}/i.exec(name)?.[0] ?? []);
  return new RegExp([...names.map(wholeName), ...firstWords.map(wholeName)].join('|'), 'i');
}

/** A pattern for `Claude Code`, `claude-code` and `claudeCode`, which are one with any case. */
function wholeName(name: string): string {
  // "Decline" is a word that contains the name of a program.
  return `(?<!\\bde)${name.match(/[A-Za-z0-9]+/g)?.join('[\\s_-]*') ?? name}`;
}
