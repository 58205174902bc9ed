/** Writes the help of `agent-authoring` and of each command, from the table of commands. */

import type { Options } from './options';
import type { Operands } from './parse';

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

/** Maximum number of characters in a line of help. */
const WIDTH = 100;

const PROGRAM = 'agent-authoring';

/** The help of one command. */
export function helpOf({ name, usage, options }: Described): string {
  const call = [PROGRAM, name, usage.operands.usage, Object.keys(options).length === 0 ? '' : '[options]'];
  return joined([
    `Usage: ${call.filter((word) => word !== '').join(' ')}`,
    wrapped(usage.details, 0),
    block('Options:', [...Object.entries(options).map(([option, about]) => optionLine(option, about)), HELP_LINE]),
    examples(usage.examples),
    exitCodes(usage.exitCodes),
  ]);
}

/**
 * The overview of all commands, or of those that share a first word: one line per command.
 * @param group The shared word; empty for all commands.
 * @param general Further lines for commands that are not in the table.
 */
export function overview(commands: readonly Described[], group = '', general: readonly Line[] = []): string {
  const call = group === '' ? `${PROGRAM} COMMAND` : `${PROGRAM} ${group} COMMAND`;
  const lines = commands.map(
    ({ name, usage }): Line => [[name, usage.operands.usage].filter((word) => word !== '').join(' '), usage.summary],
  );
  return joined([
    `Usage: ${call} [options]`,
    block('Commands:', [...lines, ...general]),
    block('Options:', group === '' ? [HELP_LINE, ['--version', 'Print the version']] : [HELP_LINE]),
    `Run '${call} --help' for the options, examples and exit codes of a command.`,
    exitCodes({ 0: 'without errors', 1: 'with errors', 2: 'on usage or I/O errors' }),
  ]);
}

/** A term and what it means. */
export type Line = readonly [string, string];

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
function block(heading: string, lines: readonly Line[]): string {
  if (lines.length === 0) return '';
  const width = Math.max(...lines.map(([term]) => term.length)) + 4;
  return [heading, ...lines.map(([term, means]) => `  ${term}`.padEnd(width) + wrapped(means, width))].join('\n');
}

/** Breaks a text between words, with later lines indented. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  // The names of an option stay together.
  for (const word of text.split(/\s+(?!--[^\s]+\))/)) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

const joined = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
