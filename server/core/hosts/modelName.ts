/** Classifies the value of a model field: a model that the host knows, a retired one, another vendor's, or an unknown one. */
import type { Models } from './host';
import { lookup } from './lookup';

export type ModelName =
  | { readonly kind: 'known' }
  | { readonly kind: 'retired'; readonly on: string | undefined } // `on`: the ISO date, where known
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown' }; // an id of a newer version, of a provider or of a gateway, which is not reported

/** Classifies a model as written; spaces around it and the case of its letters do not count. */
export function classifyModel(written: string, models: Models): ModelName {
  const name = written.trim().toLowerCase();
  const known = [...models.aliases.map(({ value }) => value), ...models.otherAliases, ...models.ids];
  if (known.includes(name)) return { kind: 'known' };
  const retired = models.retired.find((family) => name === family || isVersionOf(name, family));
  if (retired !== undefined) return { kind: 'retired', on: lookup(models.retiredOn ?? {}, retired) };
  return { kind: models.foreignPrefixes.some((prefix) => name.startsWith(prefix)) ? 'foreign' : 'unknown' };
}

/** Whether `name` is `family` with a date of eight digits or the word for the last one after a hyphen. */
const isVersionOf = (name: string, family: string): boolean =>
  name.startsWith(`${family}-`) && /^(?:\d{8}|latest)$/.test(name.slice(family.length + 1));

/** The alias whose name is one of the words of `written`: `sonnet` for `Claude Sonnet 4.5 (copilot)`. */
export function aliasIn(written: string, models: Models): string | undefined {
  const words = new Set(written.toLowerCase().split(/[^a-z0-9]/));
  return models.aliases.find(({ value }) => words.has(value))?.value;
}
