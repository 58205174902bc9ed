/** Writes the help of `agent-authoring` and of each command, from the table of commands. */

import type { Options } from './options';
import type { Operands } from './parse';
import { wrapped } from './wrap';

/** What help is made from; `Command` has it. */
export interface Described {
  readonly name: string;
  readonly usage: {
    readonly summary: string;
    readonly operands: Operands;
    readonly details: string;
    readonly examples: Readonly<Record<string, string>>;
    readonly exitCodes: Readonly<Record<number, string>>;
  };
  readonly options: Options;
}

/** Maximum number of characters in a line of help, and the least for which lines are broken. */
const WIDTH = 100;
const LEAST = 40;

const widthOf = (columns = WIDTH): number => Math.max(LEAST, Math.min(WIDTH, columns));

/** The names of an option stay together. */
const BETWEEN = /\s+(?!--[^\s]+\))/;

const PROGRAM = 'agent-authoring';

/**
 * The help of one command.
 * @param columns of the terminal; undefined where there is none.
 */
export function helpOf({ name, usage, options }: Described, columns?: number): string {
  const width = widthOf(columns);
  const call = [PROGRAM, name, usage.operands.usage, Object.keys(options).length === 0 ? '' : '[options]'];
  return joined([
    `Usage: ${call.filter((word) => word !== '').join(' ')}`,
    wrapped(usage.details, 0, width, BETWEEN),
    block(
      'Options:',
      [...Object.entries(options).map(([option, about]) => optionLine(option, about)), HELP_LINE],
      width,
    ),
    examples(usage.examples),
    exitCodes(usage.exitCodes),
  ]);
}

/**
 * The overview of all commands, or of those that share a first word: one line per command.
 * @param group The shared word; empty for all commands.
 * @param columns of the terminal; undefined where there is none.
 */
export function overview(commands: readonly Described[], group = '', columns?: number): string {
  const width = widthOf(columns);
  const call = group === '' ? `${PROGRAM} COMMAND` : `${PROGRAM} ${group} COMMAND`;
  const lines = commands.map(
    ({ name, usage }): Line => [[name, usage.operands.usage].filter((word) => word !== '').join(' '), usage.summary],
  );
  return joined([
    `Usage: ${call} [options]`,
    block('Commands:', lines, width),
    block('Options:', group === '' ? [HELP_LINE, ['-V, --version', 'Print the version']] : [HELP_LINE], width),
    `Run '${call} --help' for the options, examples and exit codes of a command.`,
    exitCodes({ 0: 'without errors', 1: 'with errors', 2: 'on usage or I/O errors' }),
  ]);
}

/** A term and what it means. */
type Line = readonly [string, string];

const HELP_LINE: Line = ['-h, --help', 'Show this help'];

const optionLine = (name: string, { placeholder, isOptional, summary, aliases }: Options[string]): Line => [
  `--${name}${placeholder === undefined ? '' : isOptional === true ? `[=${placeholder}]` : ` ${placeholder}`}`,
  aliases.length === 0 ? summary : `${summary} (also ${aliases.map((alias) => `--${alias}`).join(', ')})`,
];

/** Each example with its description below it, because command lines are long. */
function examples(lines: Described['usage']['examples']): string {
  const shown = Object.entries(lines).flatMap(([line, does]) => [`  ${PROGRAM} ${line}`, `      ${does}`]);
  return shown.length === 0 ? '' : ['Examples:', ...shown].join('\n');
}

const exitCodes = (codes: Readonly<Record<number, string>>): string =>
  `Exit codes: ${Object.entries(codes)
    .map(([code, means]) => `${code} ${means}`)
    .join(', ')}.`;

/** Lines in two columns below a heading; empty without lines. */
function block(heading: string, lines: readonly Line[], columns: number): string {
  if (lines.length === 0) return '';
  const width = Math.max(...lines.map(([term]) => term.length)) + 4;
  return [
    heading,
    ...lines.map(([term, means]) => `  ${term}`.padEnd(width) + wrapped(means, width, columns, BETWEEN)),
  ].join('\n');
}

const joined = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
