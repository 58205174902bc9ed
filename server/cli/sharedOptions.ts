/** Options that several commands have. */
import { type Level, levels, rules } from '../core/index';
import { choice, notAmong, type Option, type OptionRead, repeated } from './options';
import { formatsById } from './readers';
import { unknownRule } from './ruleNames';

/** `--as`: the format in which every file is read, whatever its path. */
export const as: Option<string | undefined> = {
  ...choice<string, undefined>(
    formatsById,
    undefined,
    'ID',
    `Read every file as this format, whatever its path, such as ${Object.keys(formatsById).slice(0, 3).join(', ')} (an unknown ID lists all)`,
  ),
  aliases: ['dialect'],
};

/** `--format`: one of the formats that a command can write. */
export const format = <K extends string>(formatters: Readonly<Record<K, unknown>>, fallback: K): Option<K> =>
  choice(
    formatters,
    fallback,
    'FORMAT',
    `Output format: ${Object.keys(formatters)
      .map((name) => (name === fallback ? `${name} (default)` : name))
      .join(', ')}`,
  );

/** The severity of one rule. */
export type RuleLevel = readonly [rule: string, level: Level];

/** `--rule`: severities that override those of the configuration file. */
export const rule: Option<readonly RuleLevel[]> = {
  ...repeated('ID=SEVERITY', `Set the severity of a rule (${levels.join(', ')}); repeat for more rules`, readRule),
  choices: rules.flatMap(({ id }) => levels.map((level) => `${id}=${level}`)),
};

function readRule(text: string): OptionRead<RuleLevel> {
  const wrong = (message: string): OptionRead<RuleLevel> => ({ kind: 'wrong', message });
  const equals = text.indexOf('=');
  if (equals < 0) return wrong(`takes ID=SEVERITY, not '${text}'`);
  const id = text.slice(0, equals);
  if (!rules.some((known) => known.id === id)) return wrong(`names an ${unknownRule(id)}`);
  const name = text.slice(equals + 1);
  const level = levels.find((known) => known === name);
  return level === undefined ? wrong(`${id} ${notAmong(name, levels)}`) : { kind: 'value', value: [id, level] };
}
