/** Classifies the value of a model field: a model that the host knows, a retired one, another vendor's, or an unknown one. */

import { closestOf } from '../text/closest';
import { lookup } from './lookup';
import type { Models } from './models';

export type ModelName =
  | { readonly kind: 'known' }
  | { readonly kind: 'retired'; readonly on: string | undefined; readonly isReplaced: boolean } // `on`: the ISO date, where known
  | { readonly kind: 'foreign' }
  | { readonly kind: 'misspelled'; readonly meant: string }
  | { readonly kind: 'unknown' }; // an id of a newer version, of a provider or of a gateway, which is not reported

/** Classifies a model as written; spaces around it and the case of its letters do not count. */
export function classifyModel(written: string, models: Models): ModelName {
  const whole = written.trim().toLowerCase();
  const suffix = models.suffixes?.find((one) => whole.endsWith(one)) ?? '';
  const name = whole.slice(0, whole.length - suffix.length);
  const aliases = [...models.aliases.map(({ value }) => value), ...models.otherAliases];
  const retired = models.retired.find((family) => name === family || isVersionOf(name, family));
  if (retired !== undefined)
    return {
      kind: 'retired',
      on: lookup(models.retiredOn ?? {}, retired),
      isReplaced: models.replaced?.includes(retired) === true,
    };
  if (aliases.includes(name) || models.ids.includes(name)) return { kind: 'known' };
  const meant = meantBy(name, models);
  if (meant !== undefined) return { kind: 'misspelled', meant: meant + suffix };
  return { kind: models.foreignPrefixes.some((prefix) => name.startsWith(prefix)) ? 'foreign' : 'unknown' };
}

/**
 * The model that a name means which no model has: an alias in other letters or with a version, or an id with a misspelled word.
 * An id that differs from the known ones in its numbers only may be that of a newer model.
 */
function meantBy(name: string, models: Models): string | undefined {
  const spoken = lookup(models.spoken ?? {}, name);
  if (spoken !== undefined) return spoken;
  const aliases = models.aliases.map(({ value }) => value);
  const [, words = '', version = ''] = /^([a-z-]*?)-?((?:\d+[.-])*\d+)?$/.exec(name) ?? [];
  if (words === '') return undefined;
  if (aliases.includes(words) && models.spoken !== undefined) return idOf(words, version, models) ?? words;
  const families = new Set(models.ids.map((id) => id.replace(/[\d.-]+$/, '')));
  if (version === '')
    return families.has(name) ? aliases.find((alias) => name.endsWith(`-${alias}`)) : closestOf(name, aliases);
  const family = families.has(words) ? undefined : closestOf(words, [...families]);
  return family === undefined ? undefined : models.ids.find((id) => id === `${family}-${version.replaceAll('.', '-')}`);
}

const idOf = (alias: string, version: string, models: Models): string | undefined =>
  models.ids.find((id) => id.endsWith(`-${alias}-${version.replaceAll('.', '-')}`));

/** Whether `name` is `family` with a date of eight digits or the word for the last one after a hyphen. */
const isVersionOf = (name: string, family: string): boolean =>
  name.startsWith(`${family}-`) && /^(?:\d{8}|latest)$/.test(name.slice(family.length + 1));

/** The alias whose name is one of the words of `written`: `sonnet` for `Claude Sonnet 4.5 (copilot)`. */
export function aliasIn(written: string, models: Models): string | undefined {
  const words = new Set(written.toLowerCase().split(/[^a-z0-9]/));
  return models.aliases.find(({ value }) => words.has(value))?.value;
}
