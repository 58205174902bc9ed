/** Moves the texts of the manifest to `package.nls.json`, where VS Code finds the translations of each beside it. */
import { isRecord, type JsonObject } from '../../core/index';

/** The English texts by key; `package.nls.zh-cn.json` and the like have the same keys. */
export const TEXTS = 'package.nls.json';

/** Properties with a text that people read, anywhere in the translated parts. */
const READ = new Set([
  'title',
  'description',
  'markdownDescription',
  'label',
  'contents',
  'detail',
  'altText',
  'contextualTitle',
]);

/** Properties with a list of texts, one for each value of `enum` beside it. */
const LISTS: readonly string[] = ['enumDescriptions', 'markdownEnumDescriptions'];

/** Properties that identify an entry of a list, the best one first. */
const IDENTITY: readonly string[] = ['id', 'command', 'view', 'type', 'name', 'title'];

/** Parts whose entries have a `name` that people read. */
const NAMED = new Set(['views']);

/** Parts that have no texts, or whose texts VS Code does not translate. */
const UNTRANSLATED = new Set([
  'menus',
  'grammars',
  'snippets',
  'languages',
  'jsonValidation',
  'configurationDefaults',
  'semanticTokenScopes',
  'keybindings',
]);

type Texts = Readonly<Record<string, string>>;

/** The manifest with its English texts in place of their keys. Keys without a text stay. */
export const inEnglish = (value: unknown, texts: JsonObject): unknown => {
  if (typeof value === 'string') {
    const key = /^%([\w.-]+)%$/.exec(value)?.[1];
    return key !== undefined && Object.hasOwn(texts, key) ? texts[key] : value;
  }
  if (Array.isArray(value)) return value.map((one) => inEnglish(one, texts));
  return isRecord(value) ? mapped(value, (one) => inEnglish(one, texts)) : value;
};

/** A manifest with keys in place of its texts, and the texts by key. */
export interface Localized {
  readonly manifest: JsonObject;
  readonly texts: Texts;
}

/**
 * @param manifest With English texts.
 * @throws RangeError when two texts would have one key.
 */
export function localized(manifest: JsonObject): Localized {
  const texts: Record<string, string> = {};
  const keyOf = (path: readonly string[], text: string): string => {
    const key = shortened(path.join('.').replace(/[^\w.-]+/g, '-'));
    if (Object.hasOwn(texts, key) && texts[key] !== text)
      throw new RangeError(`${TEXTS} would have two texts for ${key}`);
    texts[key] = text;
    return `%${key}%`;
  };
  const walk = (value: unknown, path: readonly string[], part: string): unknown => {
    if (Array.isArray(value)) return value.map((one, at) => walk(one, [...path, identityOf(one) ?? String(at)], part));
    if (!isRecord(value)) return value;
    return mapped(value, (one, name) => {
      if (typeof one === 'string') {
        const isRead = READ.has(name) || (name === 'name' && NAMED.has(part));
        return isRead ? keyOf([...path, name], one) : one;
      }
      if (LISTS.includes(name) && Array.isArray(one))
        return one.map((text, at) => keyOf([...path, 'enum', wordAt(value, at)], String(text)));
      // A value of a setting is no text.
      return name === 'default' ? one : walk(one, [...path, name], part);
    });
  };
  const { contributes, capabilities, description } = manifest;
  if (!isRecord(contributes)) throw new TypeError('package.json contributes nothing');
  const parts = mapped(contributes, (part, name) => (UNTRANSLATED.has(name) ? part : walk(part, [name], name)));
  const found: JsonObject = {
    description: typeof description === 'string' ? keyOf(['description'], description) : description,
    capabilities: walk(capabilities, ['capabilities'], 'capabilities'),
    contributes: parts,
  };
  return { manifest: mapped(manifest, (value, name) => found[name] ?? value), texts };
}

/** Settings keep their keys when they move to another group. */
const shortened = (key: string): string =>
  key.replaceAll('agentAuthoring.', '').replace(/^configuration\.[\w-]+\.properties\./, 'settings.');

const mapped = (record: JsonObject, change: (value: unknown, name: string) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));

function identityOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const name = IDENTITY.map((key) => entry[key]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name.replace(/^agentAuthoring\./, '') : undefined;
}

/** The value that the text at a place of a list is about. */
function wordAt(schema: JsonObject, at: number): string {
  const { enum: words } = schema;
  return Array.isArray(words) ? String(words[at]) : String(at);
}
