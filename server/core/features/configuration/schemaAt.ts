/** Follows a path through a JSON schema. */
import type { JsonPath } from '../../syntax/json/editJson';
import { isRecord, type JsonObject } from '../../text/records';

/** The schemas that a value at a path must meet one of; none where the schema says nothing. */
export function schemasAt(root: JsonObject, path: JsonPath): readonly JsonObject[] {
  let schemas = alternatives(root);
  for (const key of path) schemas = schemas.flatMap((schema) => inner(schema, key)).flatMap(alternatives);
  return schemas;
}

const alternatives = (schema: JsonObject): readonly JsonObject[] => {
  const { anyOf } = schema;
  return Array.isArray(anyOf) ? [schema, ...anyOf.filter(isRecord)] : [schema];
};

function inner({ properties, additionalProperties, items }: JsonObject, key: string | number): readonly JsonObject[] {
  if (typeof key === 'number') return isRecord(items) ? [items] : [];
  const own = isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
  return isRecord(own) ? [own] : [];
}

/** A word that a schema allows, and what it means. */
export interface Choice {
  readonly word: string;
  /** Markdown; empty when the schema says nothing. */
  readonly about: string;
}

/** The words of an enumeration. */
export function choicesOf({ enum: words, enumDescriptions: abouts }: JsonObject): readonly Choice[] {
  if (!Array.isArray(words)) return [];
  const list: readonly unknown[] = Array.isArray(abouts) ? abouts : [];
  return words.map((word, i) => ({ word: String(word), about: String(list[i] ?? '') }));
}

/** The keys that a schema knows. */
export function keysIn({ properties, propertyNames }: JsonObject): readonly Choice[] {
  const own = isRecord(properties) ? Object.entries(properties) : [];
  return [
    ...own.map(([word, schema]) => ({ word, about: isRecord(schema) ? aboutOf(schema) : '' })),
    ...(isRecord(propertyNames) ? choicesOf(propertyNames) : []),
  ];
}

/** What a schema says of its value, in Markdown. */
export const aboutOf = ({ markdownDescription, description }: JsonObject): string =>
  String(markdownDescription ?? description ?? '');
