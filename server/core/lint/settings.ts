/** The values of all settings: their defaults, how to read them from any data, and which of two sources wins. */
import { quoted } from '../text/quoted';
import { isRecord } from '../text/records';
import type { Setting } from './settings/setting';
import { type Settings, settingsList } from './settings/table';

export { type ListStyleSetting, listStyleSettings } from './settings/format';
export { type Level, levels } from './settings/rules';
export type { Settings } from './settings/table';
export type { TokenHints } from './settings/tokens';

/** What formatting does besides fixing spaces and commas. */
export type FormatSettings = Settings['format'];

/** How sizes are shown and judged. */
export type TokenSettings = Settings['tokens'];

/** Settings with a value for each name, which has the type that the table says. */
function settingsFrom(pick: (name: string, setting: Setting<unknown>) => unknown): Settings {
  const values: Record<string, unknown> = {};
  for (const [name, setting] of settingsList) {
    const [group = '', inner] = name.split('.');
    const value = pick(name, setting);
    values[group] = inner === undefined ? value : { ...Object(values[group]), [inner]: value };
  }
  return values as Settings;
}

/** The value under a name, whose parts are keys of nested objects; undefined where something else is. */
const valueAt = (values: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), values);

export const defaults: Settings = settingsFrom((_, setting) => setting.default);

/** Settings as read from data of unknown shape. */
export interface SettingsRead {
  /** What cannot be used is replaced by its default. */
  readonly settings: Settings;
  /** A sentence without its full stop for each setting whose value cannot be used, or only in part. */
  readonly problems: readonly string[];
}

/**
 * Reads settings from data of any shape. Never throws.
 * @param scope Which settings are read; the others have their defaults. All of them when omitted.
 */
export function readSettings(values: unknown, scope?: Setting<unknown>['scope']): SettingsRead {
  const problems: string[] = [];
  const settings = settingsFrom((name, setting) => {
    const given = scope === undefined || scope === setting.scope ? valueAt(values, name) : undefined;
    // Clients answer null for what is not set.
    if (given === undefined || given === null) return setting.default;
    const { value, problem } = setting.parse(given);
    if (problem !== undefined) problems.push(`\`${name}\` ${problem}`);
    return value;
  });
  return { settings, problems };
}

/** The keys of settings that do not exist in `scope`, each as a sentence without its full stop. `$schema` is for editors. */
export function unknownKeys(
  values: Readonly<Record<string, unknown>>,
  scope: Setting<unknown>['scope'],
): readonly string[] {
  const names = settingsList.flatMap(([name, setting]) => (setting.scope === scope ? [name] : []));
  const given = Object.entries(values).flatMap(([key, value]) =>
    isRecord(value) && names.some((name) => name.startsWith(`${key}.`))
      ? Object.keys(value).map((inner) => `${key}.${inner}`)
      : [key],
  );
  return given
    .filter((key) => key !== '$schema' && !names.includes(key))
    .map((key) => `${quoted(key)} is not a setting of this file`);
}

/** Settings from data of any shape: what cannot be used is replaced by its default. Never throws. */
export const parseSettings = (values: unknown): Settings => readSettings(values).settings;

/**
 * The editor's settings over those of the configuration file. A setting of the editor that has its default value counts as
 * not set, because editors send their defaults too. Rules are joined rule by rule, sections key by key.
 */
export const settingsOver = (file: Settings, editor: Settings): Settings =>
  settingsFrom((name, setting) => {
    const own = valueAt(editor, name);
    if (setting.scope === 'editor') return own;
    const shared = valueAt(file, name);
    if (setting.over !== undefined) return setting.over(shared, own);
    return own === setting.default ? shared : own;
  });
