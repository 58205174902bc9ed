/** The values of all settings: their defaults, how to read them from any data, and which of two sources wins. */
import { append } from '../text/append';
import { quoted } from '../text/quoted';
import { isRecord } from '../text/records';
import type { Flaw, Setting } from './settings/setting';
import { settingsList, type Settings as TableSettings } from './settings/table';

export { type ListStyleSetting, listStyleSettings } from './settings/format';
export { type Level, levels } from './settings/rules';
export type { TokenHints } from './settings/tokens';

/** The value of every setting. */
export type Settings = TableSettings & {
  /** Set when nothing is to be said about the file that the settings are for. */
  readonly isIgnored?: boolean;
  /** Set when rules that are newer than this version are off. */
  readonly version?: string;
};

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

/** The settings that some data sets, by their whole names: what can be used of each. */
export type Given = Readonly<Record<string, unknown>>;

/** What is wrong with a setting: a sentence without its full stop, and where from the outermost object on. */
export interface SettingFlaw extends Omit<Flaw, 'says'> {
  readonly message: string;
}

/** The settings that data of any shape sets, and what is wrong with them. Never throws. */
export function givenIn(
  values: unknown,
  wants: (setting: Setting<unknown>) => boolean = () => true,
): { readonly given: Given; readonly flaws: readonly SettingFlaw[] } {
  const given: Record<string, unknown> = {};
  const flaws: SettingFlaw[] = [];
  for (const [name, setting] of settingsList) {
    const value = wants(setting) ? valueAt(values, name) : undefined;
    // Clients answer null for what is not set.
    if (value === undefined || value === null) continue;
    const parsed = setting.parse(value);
    append(flaws, flawsOf(name, parsed.flaws));
    given[name] = parsed.value;
  }
  return { given, flaws };
}

/** The flaws of a setting, with its name before each. */
export const flawsOf = (name: string, flaws: readonly Flaw[] | undefined): readonly SettingFlaw[] =>
  (flaws ?? []).map(({ says, at, ...flaw }) => ({
    ...flaw,
    message: `\`${name}\` ${says}`,
    at: [...name.split('.'), ...at],
  }));

/** Whether a repository may have a setting in its configuration file. */
export const isShared = ({ scope }: Setting<unknown>): boolean => scope === 'file';

/**
 * The keys that are no settings of the configuration file.
 * @param others Keys that are allowed besides.
 */
export function unknownKeys(
  values: Readonly<Record<string, unknown>>,
  others: readonly string[],
): readonly SettingFlaw[] {
  const names = settingsList.flatMap(([name, setting]) => (isShared(setting) ? [name] : []));
  const given = Object.entries(values).flatMap(([key, value]): readonly (readonly string[])[] =>
    isRecord(value) && names.some((name) => name.startsWith(`${key}.`))
      ? Object.keys(value).map((inner) => [key, inner])
      : [[key]],
  );
  return given
    .filter((at) => !names.includes(at.join('.')) && !others.includes(at.join('.')))
    .map((at) => ({ message: unknownKey(at.join('.')), at, isKey: true }));
}

function unknownKey(name: string): string {
  const own = settingsList.filter(([one]) => one === name || one.startsWith(`${name}.`));
  if (own.some(([, setting]) => isShared(setting))) return `\`${name}\` must be an object`;
  return own.length > 0
    ? `\`${name}\` is a setting of the editor and has no effect in this file`
    : `${quoted(name)} is not a setting of this file`;
}

/** Settings over others: what is given counts. Rules and allowed names are joined, sections key by key. */
export const withGiven = (settings: Settings, given: Given): Settings =>
  settingsFrom((name, setting) => {
    const before = valueAt(settings, name);
    if (!Object.hasOwn(given, name)) return before;
    return setting.over === undefined ? given[name] : setting.over(before, given[name]);
  });

/** Settings from data of any shape: what cannot be used is replaced by its default. Never throws. */
export const parseSettings = (values: unknown): Settings => withGiven(defaults, givenIn(values).given);

/**
 * The editor's settings over those of the configuration file. A setting of the editor that has its default value counts as
 * not set, because editors send their defaults too. Rules are joined rule by rule, sections key by key.
 */
export const settingsOver = (file: Settings, editor: Settings): Settings =>
  withRepositoryKeys(
    file,
    settingsFrom((name, setting) => {
      const own = valueAt(editor, name);
      if (setting.scope === 'editor') return own;
      const shared = valueAt(file, name);
      if (setting.over !== undefined) return setting.over(shared, own);
      return own === setting.default ? shared : own;
    }),
  );

const withRepositoryKeys = ({ isIgnored, version }: Settings, settings: Settings): Settings => ({
  ...settings,
  ...(isIgnored === true && { isIgnored }),
  ...(version !== undefined && { version }),
});
